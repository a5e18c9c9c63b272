/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf3/test - the rows of one test of iperf3, made into a result */
#include "ingest/formats/iperf3/test.h"

#include <stdint.h>

#include "ingest/formats/iperf/figures.h"

static const char *const prefixes[IPERF3_ROLES] = {
	[IPERF3_TX] = "tx.",
	[IPERF3_RX] = "rx.",
};

/* In a test with several streams the [SUM] row ends each interval. */
static bool is_whole(const struct iperf3_test *test, const struct iperf3_way *way)
{
	size_t streams = way == &test->ways[IPERF3_ONE_WAY] ? test->streams : test->streams / 2;

	return way->interval.is_printed ||
	       (!way->has_sums && way->interval.row.streams == (streams ? streams : 1));
}

static void end_interval(struct iperf3_test *test, enum iperf3_role role)
{
	struct iperf3_way *way = &test->ways[role];
	const struct iperf_row *row = &way->interval.row;

	if (row->streams && is_whole(test, way) && !test->failure.line) {
		iperf_series_add(&way->series, row);
		way->reached = row->end;
	}
	way->interval.row.streams = 0;
	way->interval.is_printed = false;
}

void iperf3_test_end_interval(struct iperf3_test *test)
{
	for (enum iperf3_role role = IPERF3_ONE_WAY; role < IPERF3_ROLES; role++)
		end_interval(test, role);
}

void iperf3_test_begin(struct iperf3_test *test, size_t line, struct sink *sink)
{
	iperf3_test_end(test, sink);
	test->is_on = true;
	test->line = line;
}

/* When a test breaks off, its last interval is printed again. */
static void add_interval(
	struct iperf3_test *test, enum iperf3_role role, bool is_sum, const struct iperf_row *row)
{
	struct iperf3_way *way = &test->ways[role];

	if (row->start != way->interval.row.start)
		end_interval(test, role);
	way->has_sums |= is_sum;
	if (row->start >= way->reached)
		iperf_sum_add(&way->interval, row, is_sum);
}

void iperf3_test_add_row(struct iperf3_test *test, enum iperf3_role role, enum iperf3_kind kind,
	bool is_sum, const struct iperf_row *row)
{
	struct iperf3_way *way = &test->ways[role];

	test->is_on = true;
	test->line = row->line;
	way->has_rows = true;
	if (kind == IPERF3_INTERVAL)
		add_interval(test, role, is_sum, row);
	else
		iperf_sum_add(kind == IPERF3_SENDER ? &way->sender : &way->receiver, row, is_sum);
}

static bool has_total(const struct iperf3_way *way)
{
	return way->sender.row.streams || way->receiver.row.streams;
}

bool iperf3_test_has_totals(const struct iperf3_test *test)
{
	for (enum iperf3_role role = IPERF3_ONE_WAY; role < IPERF3_ROLES; role++)
		if (has_total(&test->ways[role]))
			return true;
	return false;
}

/* Whether every way that printed anything printed its total. */
static bool is_finished(const struct iperf3_test *test)
{
	for (enum iperf3_role role = IPERF3_ONE_WAY; role < IPERF3_ROLES; role++)
		if (test->ways[role].has_rows && !has_total(&test->ways[role]))
			return false;
	return iperf3_test_has_totals(test);
}

/* A server that only sends prints no receiver. */
static void report_way(const struct iperf3_way *way, const char *prefix, struct sink *sink)
{
	const struct iperf_row *sent = &way->sender.row;
	struct iperf_row result = way->receiver.row.streams ? way->receiver.row : *sent;

	if (result.bytes.value <= 0 && (sent->bytes.value > 0 || result.seconds.value <= 0)) {
		sink_add_problem(sink, PROBLEM_FAILED, result.line,
			"0 B were received in %g s, of %g B sent", result.seconds.value,
			sent->bytes.value);
		return;
	}
	if (sent->streams)
		result.retransmits = sent->retransmits;
	iperf_row_report(&result, prefix, sink);
}

/* The way whose next point stands first in the log; IPERF3_ROLES: no points are left. */
static enum iperf3_role next_of_series(
	const struct iperf3_test *test, const size_t points[IPERF3_ROLES])
{
	enum iperf3_role next = IPERF3_ROLES;
	size_t line = SIZE_MAX;

	for (enum iperf3_role role = IPERF3_ONE_WAY; role < IPERF3_ROLES; role++) {
		const struct iperf_series *series = &test->ways[role].series;

		if (points[role] < series->count && series->points[points[role]].line < line) {
			line = series->points[points[role]].line;
			next = role;
		}
	}
	return next;
}

/* The intervals of two ways, as they alternate in the log. */
static void report_series(struct iperf3_test *test, struct sink *sink)
{
	size_t points[IPERF3_ROLES] = { 0 };
	enum iperf3_role role;

	while ((role = next_of_series(test, points)) != IPERF3_ROLES) {
		struct iperf_row point = iperf_series_point(
			&test->ways[role].series, points[role]++);

		iperf_row_report_interval(&point, prefixes[role], sink);
	}
	for (role = IPERF3_ONE_WAY; role < IPERF3_ROLES; role++) {
		iperf_series_report_spreads(&test->ways[role].series, prefixes[role], sink);
		iperf_series_release(&test->ways[role].series);
	}
}

static void report(struct iperf3_test *test, struct sink *sink)
{
	sink_begin_result(sink);
	report_series(test, sink);
	if (test->failure.line)
		iperf_failure_report(&test->failure, sink);
	else if (!is_finished(test))
		sink_add_problem(sink, PROBLEM_FAILED, test->line, "no final line");
	else
		for (enum iperf3_role role = IPERF3_ONE_WAY; role < IPERF3_ROLES; role++)
			if (test->ways[role].has_rows)
				report_way(&test->ways[role], prefixes[role], sink);
}

void iperf3_test_end(struct iperf3_test *test, struct sink *sink)
{
	if (!test->is_on)
		return;
	iperf3_test_end_interval(test);
	report(test, sink);
	*test = (struct iperf3_test){ .idle = test->idle, .has_reported = true };
}

void iperf3_test_end_log(struct iperf3_test *test, struct sink *sink)
{
	iperf3_test_end(test, sink);
	if (!test->has_reported && !test->failure.line)
		iperf_failure_report(&test->idle, sink);
}
