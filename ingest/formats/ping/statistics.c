/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ping/statistics - the lines behind "--- 127.0.0.1 ping statistics ---" */
#include "ingest/formats/ping/statistics.h"

#include <math.h>

static const struct metric transmitted = { "transmitted", "1", BETTER_NEITHER };
static const struct metric received = { "received", "1", BETTER_NEITHER };
static const struct metric loss = { "loss", "ratio", BETTER_LOWER };

enum {
	QUOTE = 160, /* bytes of a line in a message */
	RTT_COUNT = 4,
};

/* In the order in which they are printed. */
static const struct metric rtt[RTT_COUNT] = {
	{ "rtt.min", "s", BETTER_LOWER },
	{ "rtt.avg", "s", BETTER_LOWER },
	{ "rtt.max", "s", BETTER_LOWER },
	{ "rtt.mdev", "s", BETTER_LOWER },
};

static void add(struct sink *sink, const struct metric *metric, struct reading reading, size_t line)
{
	sink_add(sink, &(struct measurement){
			       .metric = metric,
			       .reading = reading,
			       .line = line,
		       });
}

static void report(
	struct sink *sink, enum problem_status status, const struct line *line, const char *why)
{
	size_t length = slice_length(line->text);

	sink_add_problem(sink, status, line->number, "%.*s%s%s",
		length < QUOTE ? (int)length : QUOTE, line->text.start, *why ? ": " : "", why);
}

/* Behind the round trips, if there are any: those are what people compare. */
void ping_statistics_end(struct ping_statistics *statistics, struct sink *sink)
{
	double sent = statistics->transmitted;
	size_t line = statistics->line;

	if (line == 0)
		return;
	add(sink, &loss, (struct reading){ (sent - statistics->received) / sent, 1 / sent }, line);
	add(sink, &transmitted, (struct reading){ sent, 1 }, line);
	add(sink, &received, (struct reading){ statistics->received, 1 }, line);
	statistics->line = 0;
}

void ping_statistics_begin(struct ping_statistics *statistics, struct sink *sink)
{
	ping_statistics_end(statistics, sink);
	statistics->expects_counts = true;
}

/* The next number that is not one of extras: "+2 errors". */
static bool scan_next_number(struct slice *at, struct reading *number)
{
	while (!slice_is_empty(*at)) {
		bool is_extra = scan_char(at, '+');

		if (!scan_number_of_any_locale(at, number))
			at->start += !slice_is_empty(*at);
		else if (!is_extra)
			return true;
	}
	return false;
}

/* The number before a "%". */
static bool scan_percentage(struct slice *at, struct reading *number)
{
	while (scan_next_number(at, number))
		if (scan_char(at, '%'))
			return true;
	return false;
}

/* Some print the loss rounded, others cut to whole percents. */
static bool counts_agree(double sent, double answered, struct reading percentage)
{
	return answered <= sent &&
	       fabs(100 * (sent - answered) / sent - percentage.value) <= percentage.resolution;
}

/* "8 packets transmitted, 5 received, +3 errors, 37.5% packet loss, time 1426ms" */
static void read_counts(struct ping_statistics *statistics, const char *reason,
	const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	struct reading sent;
	struct reading answered;
	struct reading percentage;

	if (!scan_next_number(&at, &sent) || !scan_next_number(&at, &answered)) {
		report(sink, PROBLEM_UNREADABLE, line, "");
	} else if (answered.value == 0) {
		sink_begin_result(sink);
		report(sink, PROBLEM_FAILED, line, reason);
	} else if (!scan_percentage(&at, &percentage)) {
		report(sink, PROBLEM_UNREADABLE, line, "");
	} else if (!counts_agree(sent.value, answered.value, percentage)) {
		report(sink, PROBLEM_INVALID, line, "");
	} else {
		sink_begin_result(sink);
		statistics->transmitted = sent.value;
		statistics->received = answered.value;
		statistics->line = line->number;
	}
}

static bool counts_line(struct ping_statistics *statistics, const char *reason,
	const struct line *line, struct sink *sink)
{
	if (!statistics->expects_counts || slice_is_empty(slice_trim(line->text)))
		return false;
	statistics->expects_counts = false;
	read_counts(statistics, reason, line, sink);
	return true;
}

/* "0.039/0.084/0.252/0.084 ms": how many there are, 0 if it is something else. */
static size_t read_times(struct slice at, struct reading times[RTT_COUNT])
{
	size_t count = 0;

	do {
		if (count == RTT_COUNT || !scan_number_of_any_locale(&at, &times[count]))
			return 0;
		times[count] = reading_scaled(times[count], 1e-3);
		count++;
	} while (scan_char(&at, '/'));
	return scan_text(&at, " ms") ? count : 0;
}

/* "rtt min/avg/max/mdev = 0.039/0.084/0.252/0.084 ms, ipg/ewma 0.008/0.004 ms" */
static bool rtt_line(struct ping_statistics *statistics, const struct line *line, struct sink *sink)
{
	static const size_t order[RTT_COUNT] = { 1, 0, 2, 3 }; /* the mean is the headline */
	struct reading times[RTT_COUNT];
	struct slice at = line->text;
	size_t count;

	if (statistics->line == 0 || !scan_until(&at, "/", NULL) || !scan_until(&at, " = ", NULL) ||
		!scan_text(&at, " = "))
		return false;
	count = read_times(at, times);
	if (count < RTT_COUNT - 1)
		report(sink, PROBLEM_UNREADABLE, line, "");
	else if (times[0].value > times[1].value || times[1].value > times[2].value)
		report(sink, PROBLEM_INVALID, line, "");
	else
		for (size_t i = 0; i < count; i++)
			add(sink, &rtt[order[i]], times[order[i]], line->number);
	ping_statistics_end(statistics, sink);
	return true;
}

bool ping_statistics_line(struct ping_statistics *statistics, const char *reason,
	const struct line *line, struct sink *sink)
{
	return counts_line(statistics, reason, line, sink) || rtt_line(statistics, line, sink);
}
