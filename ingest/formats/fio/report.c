/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/report - one report of fio, held until it is known to be the last of its run */
#include "ingest/formats/fio/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

/* Bounds the search for a group. */
enum { GROUP_LIMIT = 1024 };

struct fio_group *fio_report_group(const struct fio_report *report)
{
	return &report->groups[report->current];
}

static void fail(struct fio_report *report, const char *why, size_t line)
{
	struct fio_error error;

	fio_error_set_status(&error, PROBLEM_INVALID, slice_of(why), line);
	fio_group_fail(fio_report_group(report), &error);
}

static void end_job(struct fio_report *report)
{
	if (report->is_in_job)
		fio_group_add(fio_report_group(report), &report->job);
	report->is_in_job = false;
}

static void begin_group(struct fio_report *report, uint64_t id, size_t line)
{
	for (size_t i = 0; i < report->count; i++) {
		if (report->groups[i].id != id)
			continue;
		report->current = i;
		return;
	}
	if (report->count == GROUP_LIMIT) {
		fail(report, "too many groups", line);
		return;
	}
	report->groups = memory_reserve_one(
		report->groups, report->count, &report->capacity, sizeof *report->groups);
	report->groups[report->count] = (struct fio_group){ .id = id, .line = line };
	report->current = report->count++;
}

void fio_report_begin_job(
	struct fio_report *report, const struct fio_job_header *header, size_t line)
{
	end_job(report);
	if (report->count == 0)
		report->first = *header;
	begin_group(report, header->group, line);
	report->is_in_job = true;
}

void fio_report_add(struct fio_report *report, const struct fio_figure *figure)
{
	if (!fio_job_add(&report->job, figure))
		fail(report, "a figure too many in the job", figure->line);
}

void fio_report_count_ios(struct fio_report *report, const double counts[FIO_COUNTS], size_t line)
{
	if (!fio_job_count_ios(&report->job, counts))
		fail(report, "iops that are not the I/Os over the runtime", line);
}

void fio_report_begin_sums(struct fio_report *report, uint64_t group, size_t line)
{
	end_job(report);
	begin_group(report, group, line);
	fio_report_group(report)->is_summed = true;
	report->has_sums = true;
}

void fio_report_quote(struct fio_report *report, struct slice text, size_t line)
{
	char message[FIO_ERROR_TEXT];

	snprintf(message, sizeof message, "the report is cut off behind: %.*s",
		(int)slice_length(text), text.start);
	fio_error_set_status(
		&fio_report_group(report)->cut_off, PROBLEM_FAILED, slice_of(message), line);
}

bool fio_report_is_repeated_by(const struct fio_report *report, const struct fio_job_header *header)
{
	return report->first.pid == header->pid && report->first.group == header->group &&
	       strcmp(report->first.name, header->name) == 0;
}

bool fio_report_is_whole(const struct fio_report *report)
{
	for (size_t i = 0; i < report->count; i++)
		if (!fio_group_is_whole(&report->groups[i]))
			return false;
	return !report->is_in_job;
}

static int compare_ids(const void *a, const void *b)
{
	const struct fio_group *left = a;
	const struct fio_group *right = b;

	return (left->id > right->id) - (left->id < right->id);
}

/* Whether all groups are well. */
static bool judge(struct fio_report *report, const struct fio_error *error)
{
	bool is_well = true;

	for (size_t i = 0; i < report->count; i++) {
		fio_group_judge(&report->groups[i], error);
		is_well = is_well && !report->groups[i].error.line;
	}
	return is_well;
}

/* A failure that no group shows is one of the whole run: none of its groups counts. */
void fio_report_write(struct fio_report *report, const struct fio_error *error, struct sink *sink)
{
	bool is_void;

	end_job(report);
	if (report->count)
		qsort(report->groups, report->count, sizeof *report->groups, compare_ids);
	is_void = judge(report, error) && error->line && error->gravity == FIO_FAILURE;
	for (size_t i = 0; i < report->count; i++) {
		sink_begin_result(sink);
		if (!is_void)
			fio_group_write(&report->groups[i], sink);
	}
	if (is_void)
		fio_error_report(error, sink);
	fio_report_clear(report);
}

void fio_report_clear(struct fio_report *report)
{
	for (size_t i = 0; i < report->count; i++)
		free(report->groups[i].figures.items);
	free(report->groups);
	free(report->job.figures.items);
	*report = (struct fio_report){ .count = 0 };
}
