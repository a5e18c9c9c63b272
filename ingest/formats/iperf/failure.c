/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/failure - why a run of iperf's counts for nothing */
#include "ingest/formats/iperf/failure.h"

#include <stdio.h>
#include <string.h>

enum { QUOTE = 100 }; /* bytes of a line that are quoted */

static int quoted_length(struct slice text)
{
	size_t length = slice_length(text);

	return length < QUOTE ? (int)length : QUOTE;
}

void iperf_failure_set(
	struct iperf_failure *failure, enum problem_status status, struct slice text, size_t line)
{
	if (failure->line)
		return;
	failure->line = line;
	failure->status = status;
	snprintf(failure->text, sizeof failure->text, "%.*s", quoted_length(text), text.start);
}

void iperf_failure_set_error(struct iperf_failure *failure, struct slice text, size_t line)
{
	bool is_impossible = slice_contains(text, "not supported") ||
			     slice_contains(text, "Function not implemented");

	iperf_failure_set(
		failure, is_impossible ? PROBLEM_UNSUPPORTED : PROBLEM_FAILED, text, line);
}

void iperf_failure_set_row(
	struct iperf_failure *failure, bool is_readable, struct slice text, size_t line)
{
	bool is_invalid = is_readable || slice_contains(text, " 14757395258967");

	iperf_failure_set(failure, is_invalid ? PROBLEM_INVALID : PROBLEM_UNREADABLE, text, line);
}

void iperf_failure_add_row(struct iperf_failure *failure, struct slice row)
{
	size_t length = strlen(failure->text);

	if (!failure->is_reported)
		snprintf(failure->text + length, sizeof failure->text - length, "; %.*s",
			quoted_length(row), row.start);
}

void iperf_failure_report(struct iperf_failure *failure, struct sink *sink)
{
	if (failure->line == 0 || failure->is_reported)
		return;
	sink_add_problem(sink, failure->status, failure->line, "%s", failure->text);
	failure->is_reported = true;
}
