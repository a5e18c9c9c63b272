/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time/result - what time says of one command, gathered line by line */
#include "ingest/formats/time/result.h"

#include <stdio.h>
#include <string.h>

#include "ingest/formats/time/duration.h"

static const struct metric metrics[] = {
#define FIGURE(name, metric, unit, better) { metric, unit, better },
	TIME_FIGURES(FIGURE)
#undef FIGURE
};

static struct time_quote quote(struct slice text, size_t line)
{
	struct time_quote quote = { .line = line };

	snprintf(quote.text, sizeof quote.text, "%.*s", (int)slice_length(text), text.start);
	return quote;
}

bool time_figure_scan(enum time_figure figure, struct slice *at, struct reading *reading)
{
	if (figure <= TIME_SYS)
		return time_duration_scan(at, reading);
	if (!scan_number_of_any_locale(at, reading))
		return false;
	if (figure == TIME_CPU)
		*reading = (struct reading){ reading->value / 100, reading->resolution / 100 };
	return true;
}

/* A system that does not measure a size prints 0 for it: Linux for all averages. */
static bool is_measured(enum time_figure figure, struct reading reading)
{
	return reading.value > 0 || strcmp(metrics[figure].unit, "B") != 0;
}

void time_result_set(struct time_result *result, enum time_figure figure, struct reading reading,
	double factor, size_t line)
{
	if (figure == TIME_NO_FIGURE || !is_measured(figure, reading))
		return;
	result->figures[figure] = reading_scaled(reading, factor);
	result->lines[figure] = line;
}

void time_result_open(struct time_result *result, struct slice text, size_t line)
{
	result->opening = quote(slice_trim(text), line);
}

void time_result_fail(
	struct time_result *result, enum problem_status status, struct slice text, size_t line)
{
	result->failure = quote(slice_trim(text), line);
	result->failure_status = status;
}

void time_result_flush_failure(struct time_result *result, struct sink *sink)
{
	if (result->failure.line)
		sink_add_problem(sink, result->failure_status, result->failure.line, "%s",
			result->failure.text);
	result->failure.line = 0;
}

/* The failure may be known from elsewhere only, as from docker's own message. */
static void report_failed(const struct time_result *result, struct sink *sink)
{
	const struct time_quote *failure = &result->failure;
	bool known = failure->line != 0;

	sink_add_problem(sink, known ? result->failure_status : PROBLEM_FAILED,
		known ? failure->line : result->lines[TIME_REAL],
		"%s: real %.10g s, user %.10g s and sys %.10g s are not its cost",
		known ? failure->text : "the command timed failed",
		result->figures[TIME_REAL].value, result->figures[TIME_USER].value,
		result->figures[TIME_SYS].value);
	sink_take_failure(sink);
}

/*
 * Whether user and sys are more than the share of the CPU that is printed
 * beside them: so they are behind output that ended in digits, as in
 * "50.00user" for "5" and "0.00user".
 */
static bool exceeds_share(const struct time_result *result)
{
	const struct reading *figures = result->figures;
	double share = figures[TIME_CPU].value + figures[TIME_CPU].resolution;
	double real = figures[TIME_REAL].value + figures[TIME_REAL].resolution;
	double busy = figures[TIME_USER].value + figures[TIME_SYS].value;
	double rounding = figures[TIME_USER].resolution + figures[TIME_SYS].resolution;

	return result->lines[TIME_CPU] && busy > share * real + rounding;
}

static void report_share(const struct time_result *result, struct sink *sink)
{
	const struct reading *figures = result->figures;

	sink_add_problem(sink, PROBLEM_INVALID, result->lines[TIME_USER],
		"user %.10g s and sys %.10g s in real %.10g s are more than %.10g %% of a CPU",
		figures[TIME_USER].value, figures[TIME_SYS].value, figures[TIME_REAL].value,
		100 * figures[TIME_CPU].value);
}

static void report_incomplete(struct time_result *result, struct sink *sink)
{
	time_result_flush_failure(result, sink);
	if (result->opening.line)
		sink_add_problem(sink, PROBLEM_UNREADABLE, result->opening.line,
			"%s: the rest of this result is missing", result->opening.text);
}

static void hand_out(const struct time_result *result, struct sink *sink)
{
	sink_begin_result(sink);
	for (int i = 0; i < TIME_FIGURE_COUNT; i++)
		if (result->lines[i])
			sink_add(sink, &(struct measurement){
					       .metric = &metrics[i],
					       .reading = result->figures[i],
					       .line = result->lines[i],
				       });
}

void time_result_finish(struct time_result *result, struct sink *sink)
{
	if (!result->complete)
		report_incomplete(result, sink);
	else if (sink_take_failure(sink) || result->failure.line)
		report_failed(result, sink);
	else if (exceeds_share(result))
		report_share(result, sink);
	else
		hand_out(result, sink);
	*result = (struct time_result){ 0 };
}
