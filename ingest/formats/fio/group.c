/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/group - the jobs of a group of fio's, as the one result that they are */
#include "ingest/formats/fio/group.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

/* Of a block; twice as many as fio can print. */
enum { FIGURE_LIMIT = 512 };

static void add_figure(struct fio_figures *figures, const struct fio_figure *figure)
{
	figures->items = memory_reserve_one(
		figures->items, figures->count, &figures->capacity, sizeof *figures->items);
	figures->items[figures->count++] = *figure;
}

/* The figure that says of the same thing what another says of it; NULL: none. */
static struct fio_figure *find_figure(
	const struct fio_figures *figures, const struct fio_figure *other)
{
	for (size_t i = 0; i < figures->count; i++) {
		struct fio_figure *figure = &figures->items[i];

		if (figure->percentile == other->percentile &&
			figure->direction == other->direction &&
			figure->quantity == other->quantity &&
			figure->statistic == other->statistic)
			return figure;
	}
	return NULL;
}

bool fio_job_add(struct fio_job *job, const struct fio_figure *figure)
{
	if (job->figures.count == FIGURE_LIMIT || find_figure(&job->figures, figure))
		return false;
	add_figure(&job->figures, figure);
	return true;
}

/* fio divides the same count by the same runtime, and then shortens the quotient. */
static bool refine_iops(const struct fio_job *job, struct fio_figure *iops)
{
	const struct fio_figure runtime = {
		.direction = iops->direction,
		.quantity = FIO_RUNTIME,
	};
	const struct fio_figure *over = find_figure(&job->figures, &runtime);
	struct reading ios = { .value = job->ios[iops->direction] };
	struct reading printed = iops->reading;

	if (!over || !(over->reading.value > 0))
		return true;
	iops->reading = reading_ratio(ios, over->reading);
	return printed.resolution == 0 || fio_readings_agree(printed, iops->reading);
}

/* The rate itself, none of its statistics. */
static bool is_iops(const struct fio_figure *figure)
{
	return figure->quantity == FIO_IOPS && figure->statistic == FIO_VALUE;
}

bool fio_job_count_ios(struct fio_job *job, const double counts[FIO_COUNTS])
{
	bool agrees = true;

	for (size_t i = 0; i < FIO_COUNTS; i++)
		job->ios[i] = counts[i];
	job->ios[FIO_MIXED] = counts[FIO_READ] + counts[FIO_WRITE] + counts[FIO_TRIM];
	job->is_counted = true;
	for (size_t i = 0; i < job->figures.count; i++)
		if (is_iops(&job->figures.items[i]))
			agrees = refine_iops(job, &job->figures.items[i]) && agrees;
	return agrees;
}

static struct reading weighted_mean(
	struct reading a, double a_weight, struct reading b, double b_weight)
{
	double sum = a_weight + b_weight;

	if (!(sum > 0))
		return a;
	return (struct reading){
		(a.value * a_weight + b.value * b_weight) / sum,
		(a.resolution * a_weight + b.resolution * b_weight) / sum,
	};
}

static struct reading reading_sum(struct reading a, struct reading b)
{
	return (struct reading){ a.value + b.value, a.resolution + b.resolution };
}

/* Makes a figure that the group has into one of a further job's too. */
static void combine(
	struct fio_figure *known, const struct fio_figure *figure, double known_ios, double ios)
{
	bool is_more = figure->reading.value > known->reading.value;

	if (figure->quantity == FIO_BYTES)
		known->reading = reading_sum(known->reading, figure->reading);
	else if (figure->statistic == FIO_MEAN)
		known->reading = weighted_mean(known->reading, known_ios, figure->reading, ios);
	else if ((figure->statistic == FIO_MAXIMUM && is_more) ||
		 (figure->statistic == FIO_MINIMUM && !is_more))
		*known = *figure;
}

static bool is_combined(const struct fio_figure *figure)
{
	return figure->statistic == FIO_MEAN || figure->statistic == FIO_MAXIMUM ||
	       figure->statistic == FIO_MINIMUM || figure->quantity == FIO_BYTES;
}

static void combine_all(struct fio_group *group, const struct fio_job *job)
{
	for (size_t i = 0; i < job->figures.count; i++) {
		const struct fio_figure *figure = &job->figures.items[i];
		struct fio_figure *known = find_figure(&group->figures, figure);

		if (known)
			combine(known, figure, group->ios[figure->direction],
				job->ios[figure->direction]);
		else if (is_combined(figure))
			add_figure(&group->figures, figure);
	}
}

void fio_group_add(struct fio_group *group, struct fio_job *job)
{
	if (!job->is_counted)
		fio_group_fail(group, &group->cut_off);
	if (group->jobs++ == 0) {
		group->figures = job->figures;
	} else {
		combine_all(group, job);
		free(job->figures.items);
	}
	for (size_t i = 0; i < FIO_DIRECTION_COUNT; i++)
		group->ios[i] += job->ios[i];
	*job = (struct fio_job){ .is_counted = false };
}

void fio_group_fail(struct fio_group *group, const struct fio_error *error)
{
	if (!group->error.line)
		group->error = *error;
}

static bool has_sum(const struct fio_group *group)
{
	for (size_t i = 0; i < FIO_DIRECTION_COUNT; i++)
		if (group->sums[i].line)
			return true;
	return false;
}

/* The sum that a figure is a part of; NULL: none should be there. */
static const struct fio_sum *sum_of(const struct fio_group *group, const struct fio_figure *figure)
{
	return figure->quantity == FIO_BYTES ? &group->sums[figure->direction] : NULL;
}

bool fio_group_is_whole(const struct fio_group *group)
{
	for (size_t i = 0; i < group->figures.count; i++) {
		const struct fio_sum *sum = sum_of(group, &group->figures.items[i]);

		if (sum && !sum->line)
			return false;
	}
	return group->is_summed;
}

/* Whether the sums of a whole group are those of the jobs that were read. */
static bool sums_are_of_jobs(const struct fio_group *group)
{
	for (size_t i = 0; i < group->figures.count; i++) {
		const struct fio_figure *figure = &group->figures.items[i];
		const struct fio_sum *sum = sum_of(group, figure);

		if (sum && !fio_readings_agree(figure->reading, sum->transfer.bytes))
			return false;
	}
	return true;
}

/* Why a group without jobs is one: what fio said, if anything. */
static void fail_empty(struct fio_group *group, const struct fio_error *error)
{
	struct fio_error reason = *error;

	if (!reason.line)
		fio_error_set_status(
			&reason, PROBLEM_FAILED, slice_of("no job of the group ran"), group->line);
	fio_group_fail(group, &reason);
}

void fio_group_judge(struct fio_group *group, const struct fio_error *error)
{
	struct fio_error mismatch;

	if (!fio_group_is_whole(group)) {
		fio_group_fail(group, &group->cut_off);
	} else if (!has_sum(group)) {
		fail_empty(group, error);
	} else if (!sums_are_of_jobs(group)) {
		fio_error_set_status(&mismatch, PROBLEM_INVALID,
			slice_of("the sums are not those of the group's jobs"), group->line);
		fio_group_fail(group, &mismatch);
	}
}

static void write_sum(
	const struct fio_group *group, enum fio_direction direction, struct sink *sink)
{
	const struct fio_transfer *transfer = &group->sums[direction].transfer;
	const struct reading ios = { .value = group->ios[direction] };
	const struct {
		enum fio_quantity quantity;
		struct reading reading;
	} figures[] = {
		{ FIO_BANDWIDTH, transfer->bandwidth },
		{ FIO_IOPS, reading_ratio(ios, transfer->runtime) },
		{ FIO_BYTES, transfer->bytes },
		{ FIO_RUNTIME, transfer->runtime },
	};

	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
		if (figures[i].quantity != FIO_IOPS || ios.value > 0)
			fio_figure_add(
				&(struct fio_figure){
					.direction = direction,
					.quantity = figures[i].quantity,
					.reading = figures[i].reading,
					.line = group->sums[direction].line,
				},
				sink);
}

static void write_combined(const struct fio_group *group, struct sink *sink)
{
	for (enum fio_direction direction = 0; direction < FIO_DIRECTION_COUNT; direction++)
		if (group->sums[direction].line)
			write_sum(group, direction, sink);
	for (size_t i = 0; i < group->figures.count; i++)
		if (is_combined(&group->figures.items[i]) &&
			group->figures.items[i].quantity != FIO_BYTES)
			fio_figure_add(&group->figures.items[i], sink);
}

void fio_group_write(const struct fio_group *group, struct sink *sink)
{
	if (group->error.line)
		fio_error_report(&group->error, sink);
	else if (group->jobs != 1)
		write_combined(group, sink);
	else
		for (size_t i = 0; i < group->figures.count; i++)
			fio_figure_add(&group->figures.items[i], sink);
}
