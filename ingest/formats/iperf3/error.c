/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf3/error - what iperf3 says when a test goes wrong */
#include "ingest/formats/iperf3/error.h"

/* An error of a client whose test did not begin. */
static void report_refusal(
	struct iperf3_test *test, struct slice text, size_t line, struct sink *sink)
{
	struct iperf_failure failure = { 0 };

	iperf3_test_end(test, sink);
	iperf_failure_set_error(&failure, text, line);
	iperf_failure_report(&failure, sink);
	test->has_reported = true;
}

/* Whether the test did not begin; what else goes wrong is of the test that is on, or comes next. */
static bool is_refusal(struct slice message)
{
	return slice_starts_with(message, "error - unable to connect ") ||
	       slice_starts_with(message, "error - the server is busy ") ||
	       slice_starts_with(message, "parameter error - ");
}

/* A server is ended by a signal, which is no failure unless it did nothing before. */
static bool is_server_end(const struct iperf3_test *test, struct slice message)
{
	return slice_contains(message, "the server has terminated") && !test->is_on;
}

bool iperf3_error_line(struct iperf3_test *test, struct slice text, size_t line, struct sink *sink)
{
	struct slice message = text;

	if (!scan_text(&message, "iperf3: "))
		return false;
	if (is_refusal(message)) {
		report_refusal(test, text, line, sink);
	} else if (is_server_end(test, message)) {
		test->idle.line = 0;
		iperf_failure_set_error(&test->idle, text, line);
	} else if (slice_starts_with(message, "error - ") ||
		   slice_starts_with(message, "interrupt - ") ||
		   slice_starts_with(message, "the client has terminated") ||
		   slice_starts_with(message, "the server has terminated")) {
		iperf_failure_set_error(&test->failure, text, line);
		iperf_failure_report(&test->failure, sink);
	} else {
		return false;
	}
	return true;
}
