/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_block - the lines of a job's block, and of its group's sums */
#include "ingest/formats/fio_block.h"

#include <stdio.h>

#include "core/units.h"

static const struct {
	const char *name;
	const char *sum_name;
	enum fio_direction direction;
} directions[] = {
	{ "read", "READ", FIO_READ },
	{ "write", "WRITE", FIO_WRITE },
	{ "trim", "TRIM", FIO_TRIM },
	{ "mixed", "MIXED", FIO_MIXED },
};

static const struct {
	const char *name;
	enum fio_quantity quantity;
} latencies[] = {
	{ "lat", FIO_LATENCY },
	{ "clat", FIO_COMPLETION_LATENCY },
	{ "slat", FIO_SUBMISSION_LATENCY },
	{ "sync", FIO_SYNC_LATENCY },
};

static const char not_a_quotient[] = "the bandwidth is not the bytes over the runtime";

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Where a line of a block stands, and what for. */
struct place {
	struct fio_block *block;
	struct slice text;
	size_t line;
	struct fio_report *report;
	struct sink *sink;
};

/* why: said in front of the line; NULL: the line speaks for itself. */
static struct fio_error problem_of(
	const struct place *place, enum problem_status status, const char *why)
{
	char message[FIO_ERROR_TEXT];
	struct fio_error error;

	snprintf(message, sizeof message, "%s%s%.*s", why ? why : "", why ? ": " : "",
		(int)slice_length(place->text), place->text.start);
	fio_error_set_status(&error, status, slice_of(message), place->line);
	return error;
}

static void add_problem(const struct place *place, enum problem_status status, const char *why)
{
	struct fio_error error = problem_of(place, status, why);

	if (!place->block->is_copied)
		fio_error_report(&error, place->sink);
}

/* The line decides over the whole group, once it is known to be the last report's. */
static void fail_group(const struct place *place, enum problem_status status, const char *why)
{
	struct fio_error error = problem_of(place, status, why);

	if (!place->block->is_copied)
		fio_group_fail(fio_report_group(place->report), &error);
}

static void add_figure(const struct place *place, struct fio_figure figure)
{
	if (place->block->is_copied)
		return;
	figure.line = place->line;
	fio_report_add(place->report, &figure);
}

static void add_value(const struct place *place, enum fio_direction direction,
	enum fio_quantity quantity, struct reading reading)
{
	add_figure(
		place, (struct fio_figure){
			       .direction = direction, .quantity = quantity, .reading = reading });
}

static void add_transfer(const struct place *place, const struct fio_transfer *transfer)
{
	enum fio_direction direction = place->block->direction;

	if (transfer->is_contradictory)
		fail_group(place, PROBLEM_INVALID, not_a_quotient);
	add_value(place, direction, FIO_BANDWIDTH, transfer->bandwidth);
	add_value(place, direction, FIO_IOPS, transfer->iops);
	add_value(place, direction, FIO_BYTES, transfer->bytes);
	add_value(place, direction, FIO_RUNTIME, transfer->runtime);
}

static bool read_direction(const struct place *place)
{
	struct fio_block *block = place->block;
	struct slice at = place->text;
	struct fio_transfer transfer;
	struct slice word;
	size_t i = 0;

	if (!scan_letters(&at, &word) || !scan_blanks(&at) || !scan_char(&at, ':'))
		return false;
	while (i < COUNT(directions) && !slice_equals(word, directions[i].name))
		i++;
	if (i == COUNT(directions))
		return false;
	scan_blanks(&at);
	block->direction = directions[i].direction;
	block->rows = FIO_NO_ROWS;
	/* The layout tells the age of a report whose version line is missing. */
	block->is_old = block->is_old || slice_starts_with(at, "io=");
	if (fio_scan_transfer(at, !block->is_old, &transfer)) {
		block->runtime = transfer.runtime;
		add_transfer(place, &transfer);
	} else {
		fail_group(place, PROBLEM_UNREADABLE, NULL);
	}
	if (!block->is_copied)
		fio_report_quote(place->report, place->text, place->line);
	return true;
}

static bool read_sync_heading(const struct place *place)
{
	if (!slice_starts_with(place->text, "fsync/fdatasync/sync_file_range:"))
		return false;
	place->block->direction = FIO_NO_DIRECTION;
	place->block->runtime = (struct reading){ .value = 0 };
	place->block->rows = FIO_NO_ROWS;
	return true;
}

static bool scan_latency_name(struct slice *at, enum fio_quantity *quantity)
{
	struct slice word;

	if (!scan_letters(at, &word))
		return false;
	for (size_t i = 0; i < COUNT(latencies); i++) {
		if (!slice_equals(word, latencies[i].name))
			continue;
		*quantity = latencies[i].quantity;
		return true;
	}
	return false;
}

/* Broken clocks print means of days in a run of seconds. */
static bool is_possible(const struct place *place, const struct fio_latency *latency)
{
	struct reading runtime = place->block->runtime;

	return !(runtime.value > 0) || latency->mean.value <= runtime.value + runtime.resolution;
}

static void add_latency(
	const struct place *place, enum fio_quantity quantity, const struct fio_latency *latency)
{
	const struct {
		enum fio_statistic statistic;
		struct reading reading;
	} statistics[] = {
		{ FIO_MEAN, latency->mean },
		{ FIO_MAXIMUM, latency->maximum },
		{ FIO_MINIMUM, latency->minimum },
		{ FIO_DEVIATION, latency->deviation },
	};

	for (size_t i = 0; i < COUNT(statistics); i++)
		add_figure(place, (struct fio_figure){ .direction = place->block->direction,
					  .quantity = quantity,
					  .statistic = statistics[i].statistic,
					  .reading = statistics[i].reading });
}

/* The histograms begin likewise: "lat (usec)   : 50=0.01%". */
static bool read_latency(const struct place *place)
{
	struct slice at = place->text;
	struct fio_latency latency;
	enum fio_quantity quantity;

	if (!scan_latency_name(&at, &quantity) || !scan_blanks(&at) || !slice_contains(at, "min="))
		return false;
	if (!fio_scan_latency(at, !place->block->is_old, &latency))
		add_problem(place, PROBLEM_UNREADABLE, NULL);
	else if (!is_possible(place, &latency))
		add_problem(place, PROBLEM_INVALID, "a mean longer than the run");
	else
		add_latency(place, quantity, &latency);
	return true;
}

/* "clat percentiles (usec):", "high prio (12.50%) clat percentiles (usec):" */
static bool read_percentile_heading(const struct place *place)
{
	struct fio_block *block = place->block;
	struct slice at = place->text;

	if (!slice_contains(at, " percentiles "))
		return false;
	if (scan_latency_name(&at, &block->rows_quantity) && scan_text(&at, " percentiles (") &&
		scan_time_unit(&at, &block->rows_unit) && scan_char(&at, ')'))
		block->rows = FIO_LATENCY_ROWS;
	else
		block->rows = FIO_OTHER_ROWS;
	return true;
}

static void add_percentile(const struct place *place, double percentile, struct reading value)
{
	add_figure(place, (struct fio_figure){ .direction = place->block->direction,
				  .quantity = place->block->rows_quantity,
				  .statistic = FIO_PERCENTILE,
				  .percentile = percentile,
				  .reading = reading_scaled(value, place->block->rows_unit) });
}

static bool read_percentile_row(const struct place *place)
{
	struct slice at = place->text;
	struct reading value;
	double percentile;

	if (place->block->rows == FIO_NO_ROWS || !scan_char(&at, '|'))
		return false;
	if (place->block->rows == FIO_OTHER_ROWS)
		return true;
	while (fio_scan_percentile(&at, &percentile, &value))
		add_percentile(place, percentile, value);
	if (!scan_end(&at))
		add_problem(place, PROBLEM_UNREADABLE, NULL);
	return true;
}

static bool read_cpu(const struct place *place)
{
	struct slice at = place->text;
	struct reading user, system;

	if (!(scan_text(&at, "cpu") && scan_blanks(&at) && scan_char(&at, ':') && scan_blanks(&at)))
		return false;
	if (scan_text(&at, "usr=") && scan_number(&at, &user) && scan_text(&at, "%, sys=") &&
		scan_number(&at, &system) && scan_char(&at, '%')) {
		add_value(place, FIO_NO_DIRECTION, FIO_CPU_USER, reading_scaled(user, 0.01));
		add_value(place, FIO_NO_DIRECTION, FIO_CPU_SYSTEM, reading_scaled(system, 0.01));
	} else {
		add_problem(place, PROBLEM_UNREADABLE, NULL);
	}
	return true;
}

static bool read_counts(const struct place *place)
{
	double counts[FIO_COUNTS];

	if (!slice_starts_with(place->text, "issued "))
		return false;
	if (!fio_scan_counts(place->text, counts))
		fail_group(place, PROBLEM_UNREADABLE, NULL);
	else if (!place->block->is_copied)
		fio_report_count_ios(place->report, counts, place->line);
	return true;
}

bool fio_block_line(struct fio_block *block, struct slice text, size_t line,
	struct fio_report *report, struct sink *sink)
{
	static bool (*const readers[])(const struct place *) = {
		read_direction,
		read_sync_heading,
		read_latency,
		read_percentile_heading,
		read_percentile_row,
		read_cpu,
		read_counts,
	};
	const struct place place = { block, text, line, report, sink };

	for (size_t i = 0; i < COUNT(readers); i++)
		if (readers[i](&place))
			return true;
	return false;
}

static void add_sum(const struct place *place, enum fio_direction direction, struct slice at)
{
	struct fio_sum *sum = &fio_report_group(place->report)->sums[direction];

	if (!fio_scan_group_transfer(at, !place->block->is_old, &sum->transfer)) {
		fail_group(place, PROBLEM_UNREADABLE, NULL);
		return;
	}
	sum->line = place->line;
	if (sum->transfer.is_contradictory)
		fail_group(place, PROBLEM_INVALID, not_a_quotient);
}

bool fio_block_sum_line(
	struct fio_block *block, struct slice text, size_t line, struct fio_report *report)
{
	const struct place place = { block, text, line, report, NULL };
	struct slice at = text;
	struct slice name;

	if (!scan_letters(&at, &name) || !scan_text(&at, ": "))
		return false;
	for (size_t i = 0; i < COUNT(directions); i++) {
		if (!slice_equals(name, directions[i].sum_name))
			continue;
		add_sum(&place, directions[i].direction, at);
		return true;
	}
	return false;
}
