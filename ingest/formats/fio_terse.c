/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio-terse - the lines of numbers that fio prints with --minimal, of 2.x and 3.x
 *
 *	3;fio-3.33;mytest;0;0;15952;181272;11329;88;...;1.000000%=104;...;vda;0;0;0;0;0;0;0;0.00%
 *
 * A line is a job (see fio/terse_line), but does not say of which run: three
 * runs of a job look like one run of three. Only what all of a run's lines say
 * of the disks tells them apart, if these did anything. Lines that are so known
 * to be of one run make a result of each group (see fio/group); any other line
 * is a result by itself.
 */
#include <string.h>

#include "ingest/formats/fio/json_job.h"
#include "ingest/formats/fio/terse_line.h"
#include "ingest/log/format.h"

enum {
	DISKS_SIZE = 512,
	MESSAGE_SIZE = 80,
};

struct fio_terse {
	size_t last_line;
	size_t disks_length; /* of what its lines say of the disks; 0: nothing of use */
	char disks[DISKS_SIZE];
	struct fio_error error; /* a line that could not be read */
	struct fio_report report;
};

static const enum fio_quantity quantities[FIO_TERSE_LATENCIES] = {
	[FIO_TERSE_SUBMISSION] = FIO_SUBMISSION_LATENCY,
	[FIO_TERSE_COMPLETION] = FIO_COMPLETION_LATENCY,
	[FIO_TERSE_WHOLE] = FIO_LATENCY,
};

/* Where the figures of a line go. */
struct target {
	struct fio_report *report;
	struct sink *sink;
	enum fio_direction direction;
	size_t line;
};

static void add_figure(
	const struct target *target, struct fio_figure figure, struct reading reading)
{
	figure.direction = target->direction;
	figure.reading = reading;
	figure.line = target->line;
	fio_report_add(target->report, &figure);
}

/* All 0 where there is none. */
static void add_latency(const struct target *target, enum fio_quantity quantity,
	const struct fio_latency *latency, struct reading runtime)
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

	if (!(latency->mean.value > 0 || latency->maximum.value > 0) ||
		!fio_json_job_can_take(latency->mean, runtime, target->line, target->sink))
		return;
	for (size_t i = 0; i < sizeof statistics / sizeof *statistics; i++)
		add_figure(target,
			(struct fio_figure){
				.quantity = quantity, .statistic = statistics[i].statistic },
			statistics[i].reading);
}

static void add_percentiles(
	const struct target *target, const struct fio_terse_percentile *percentiles)
{
	for (size_t i = 0; i < FIO_TERSE_PERCENTILES; i++)
		if (percentiles[i].rank.value > 0)
			add_figure(target,
				(struct fio_figure){
					.quantity = FIO_COMPLETION_LATENCY,
					.statistic = FIO_PERCENTILE,
					.percentile = percentiles[i].rank.value,
				},
				percentiles[i].value);
}

static void add_direction(const struct target *target, const struct fio_terse_direction *direction)
{
	const struct fio_io io = {
		.bandwidth = { direction->bandwidth, target->line },
		.iops = { direction->iops, target->line },
		.bytes = { direction->bytes, target->line },
		.runtime = { direction->runtime, target->line },
	};

	if (direction->bytes.value == 0 && direction->iops.value == 0)
		return;
	fio_json_job_add_io(target->report, target->direction, &io);
	for (size_t i = 0; i < FIO_TERSE_LATENCIES; i++)
		add_latency(target, quantities[i], &direction->latencies[i], direction->runtime);
	if (direction->latencies[FIO_TERSE_COMPLETION].maximum.value > 0)
		add_percentiles(target, direction->percentiles);
}

static void add_job(
	struct fio_terse *terse, const struct fio_terse_job *job, size_t line, struct sink *sink)
{
	struct target target = { .report = &terse->report, .sink = sink, .line = line };

	fio_json_job_begin(&terse->report, &job->header, line);
	for (enum fio_direction i = FIO_READ; i <= FIO_TRIM; i++) {
		target.direction = i;
		add_direction(&target, &job->directions[i]);
	}
	target.direction = FIO_NO_DIRECTION;
	add_figure(&target, (struct fio_figure){ .quantity = FIO_CPU_USER }, job->user);
	add_figure(&target, (struct fio_figure){ .quantity = FIO_CPU_SYSTEM }, job->system);
	fio_json_job_end(&terse->report, &job->header, line);
}

/* A group that a line may be missing from has no sum. */
static void finish_run(struct fio_terse *terse, struct sink *sink)
{
	if (terse->error.line) {
		sink_begin_result(sink);
		fio_error_report(&terse->error, sink);
		fio_report_clear(&terse->report);
	} else {
		fio_report_write(&terse->report, &terse->error, sink);
	}
	terse->error.line = 0;
	terse->disks_length = 0;
}

static bool is_same_run(const struct fio_terse *terse, const struct fio_terse_job *job, size_t line)
{
	size_t length = slice_length(job->disks);

	return line == terse->last_line + 1 && length && length == terse->disks_length &&
	       memcmp(job->disks.start, terse->disks, length) == 0;
}

static void remember_disks(struct fio_terse *terse, const struct fio_terse_job *job)
{
	size_t length = slice_length(job->disks);

	terse->disks_length = job->has_disk_activity && length <= DISKS_SIZE ? length : 0;
	memcpy(terse->disks, job->disks.start, terse->disks_length);
}

static void read_job(
	struct fio_terse *terse, const struct fio_terse_job *job, size_t line, struct sink *sink)
{
	if (!is_same_run(terse, job, line)) {
		finish_run(terse, sink);
		remember_disks(terse, job);
	}
	add_job(terse, job, line, sink);
	terse->last_line = line;
}

static void report_unreadable(struct fio_terse *terse, const struct line *line, struct sink *sink)
{
	struct slice text = line->text;

	if (line->number != terse->last_line + 1)
		finish_run(terse, sink);
	if (slice_length(text) > MESSAGE_SIZE)
		text.end = text.start + MESSAGE_SIZE;
	fio_error_set_status(&terse->error, PROBLEM_UNREADABLE, text, line->number);
	terse->last_line = line->number;
}

static bool fio_terse_line(void *state, const struct line *line, struct sink *sink)
{
	struct slice text = slice_trim(line->text);
	struct fio_terse_job job;

	if (fio_terse_scan(text, &job))
		read_job(state, &job, line->number, sink);
	else if (fio_terse_begins(text))
		report_unreadable(state, line, sink);
	else
		return false;
	return true;
}

static void fio_terse_end(void *state, struct sink *sink)
{
	finish_run(state, sink);
}

static const char *const signs[] = {
	"0;",
	NULL,
};

const struct format fio_terse_format = {
	.name = "fio-terse",
	.summary = "fio's terse output, versions 2 to 5 of it",
	.state_size = sizeof(struct fio_terse),
	.signs = signs,
	.line = fio_terse_line,
	.supersedes = "fio",
	.end = fio_terse_end,
};
