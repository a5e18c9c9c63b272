/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/latency - the latencies in a job's block */
#include "ingest/formats/fio/latency.h"

static const struct {
	const char *name;
	enum fio_quantity quantity;
} names[] = {
	{ "lat", FIO_LATENCY },
	{ "clat", FIO_COMPLETION_LATENCY },
	{ "slat", FIO_SUBMISSION_LATENCY },
	{ "sync", FIO_SYNC_LATENCY },
};

static bool scan_name(struct slice *at, enum fio_quantity *quantity)
{
	struct slice word;

	if (!scan_letters(at, &word))
		return false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!slice_equals(word, names[i].name))
			continue;
		*quantity = names[i].quantity;
		return true;
	}
	return false;
}

/* Whether the latency can be one of the direction that the block is at. */
static bool is_in_place(const struct fio_topic *topic, enum fio_quantity quantity)
{
	return (topic->direction == FIO_NO_DIRECTION) == (quantity == FIO_SYNC_LATENCY);
}

/* Broken clocks print means of days in a run of seconds. */
static bool is_possible(const struct fio_topic *topic, const struct fio_latency *latency)
{
	return !(topic->runtime.value > 0) ||
	       latency->mean.value <= topic->runtime.value + topic->runtime.resolution;
}

static void add_latency(
	const struct fio_line *line, enum fio_quantity quantity, const struct fio_latency *latency)
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
	struct fio_figure figure = { .direction = line->topic->direction, .quantity = quantity };

	for (size_t i = 0; i < sizeof statistics / sizeof *statistics; i++) {
		figure.statistic = statistics[i].statistic;
		figure.reading = statistics[i].reading;
		fio_line_add(line, figure);
	}
}

/* The histograms begin likewise: "lat (usec)   : 50=0.01%". */
static bool read_latency(const struct fio_line *line)
{
	struct slice at = line->text;
	struct fio_latency latency;
	enum fio_quantity quantity;

	if (!scan_name(&at, &quantity) || !scan_blanks(&at) || !slice_contains(at, "min="))
		return false;
	if (!is_in_place(line->topic, quantity) ||
		!fio_scan_latency(at, !line->topic->is_old, &latency))
		fio_line_report(line, PROBLEM_UNREADABLE, NULL);
	else if (!is_possible(line->topic, &latency))
		fio_line_report(line, PROBLEM_INVALID, "a mean longer than the run");
	else
		add_latency(line, quantity, &latency);
	return true;
}

/* "clat percentiles (usec):", "high prio (12.50%) clat percentiles (usec):" */
static bool read_percentile_heading(const struct fio_line *line)
{
	struct fio_topic *topic = line->topic;
	struct slice at = line->text;

	if (!slice_contains(at, " percentiles "))
		return false;
	if (scan_name(&at, &topic->rows_quantity) && scan_text(&at, " percentiles ") &&
		fio_scan_time_unit(&at, &topic->rows_per_second) &&
		is_in_place(topic, topic->rows_quantity))
		topic->rows = FIO_LATENCY_ROWS;
	else
		topic->rows = FIO_OTHER_ROWS;
	return true;
}

static bool read_percentiles(const struct fio_line *line)
{
	const struct fio_topic *topic = line->topic;
	struct slice at = line->text;
	struct fio_figure figure = {
		.direction = topic->direction,
		.quantity = topic->rows_quantity,
		.statistic = FIO_PERCENTILE,
	};

	if (topic->rows == FIO_NO_ROWS || !scan_char(&at, '|'))
		return false;
	if (topic->rows == FIO_OTHER_ROWS)
		return true;
	while (fio_scan_percentile(&at, &figure.percentile, &figure.reading)) {
		figure.reading = fio_reading_divided(figure.reading, topic->rows_per_second);
		fio_line_add(line, figure);
	}
	if (!scan_end(&at))
		fio_line_report(line, PROBLEM_UNREADABLE, NULL);
	return true;
}

bool fio_latency_line(const struct fio_line *line)
{
	return read_percentiles(line) || read_latency(line) || read_percentile_heading(line);
}
