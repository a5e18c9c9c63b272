/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/line - a line of a report, what it is about, and where its figures go */
#include "ingest/formats/fio/line.h"

#include <stdio.h>

void fio_topic_reset(struct fio_topic *topic)
{
	*topic = (struct fio_topic){ .is_old = topic->is_old, .direction = FIO_NO_DIRECTION };
}

void fio_line_add(const struct fio_line *line, struct fio_figure figure)
{
	if (line->topic->is_copied)
		return;
	figure.line = line->number;
	fio_report_add(line->report, &figure);
}

static struct fio_error error_of(
	const struct fio_line *line, enum problem_status status, const char *why)
{
	char message[FIO_ERROR_TEXT];
	struct fio_error error;

	snprintf(message, sizeof message, "%s%s%.*s", why ? why : "", why ? ": " : "",
		(int)slice_length(line->text), line->text.start);
	fio_error_set_status(&error, status, slice_of(message), line->number);
	return error;
}

void fio_line_report(const struct fio_line *line, enum problem_status status, const char *why)
{
	struct fio_error error = error_of(line, status, why);

	if (!line->topic->is_copied)
		fio_error_report(&error, line->sink);
}

void fio_line_fail(const struct fio_line *line, enum problem_status status, const char *why)
{
	struct fio_error error = error_of(line, status, why);

	if (!line->topic->is_copied)
		fio_group_fail(fio_report_group(line->report), &error);
}
