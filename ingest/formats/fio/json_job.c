/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/json_job - a job as fio tells it to programs, in JSON or as a terse line */
#include "ingest/formats/fio/json_job.h"

#include <stdio.h>

/* Linux's numbers: the words decide what became of the job (see fio/error). */
static const struct {
	uint64_t number;
	const char *words;
} errors[] = {
	{ 5, ", Input/output error" },
	{ 22, ", Invalid argument" },
	{ 28, ", No space left on device" },
	{ 30, ", Read-only file system" },
	{ 38, ", Function not implemented" },
	{ 95, ", Operation not supported" },
};

static const char *error_words(uint64_t number)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
		if (errors[i].number == number)
			return errors[i].words;
	return "";
}

static void fail(
	struct fio_report *report, enum problem_status status, const char *why, size_t line)
{
	struct fio_error error;

	fio_error_set_status(&error, status, slice_of(why), line);
	fio_group_fail(fio_report_group(report), &error);
}

static void fail_by_number(
	struct fio_report *report, const struct fio_job_header *header, size_t line)
{
	char message[FIO_ERROR_TEXT];
	struct fio_error error;

	snprintf(message, sizeof message, "fio's job %s: error %llu%s", header->name,
		(unsigned long long)header->error, error_words(header->error));
	fio_error_set(&error, slice_of(message), line);
	fio_group_fail(fio_report_group(report), &error);
}

void fio_json_job_begin(struct fio_report *report, const struct fio_job_header *header, size_t line)
{
	fio_report_begin_job(report, header, line);
	report->job.is_counted = true;
	if (header->error)
		fail_by_number(report, header, line);
}

/* What is printed as a rate is an amount over the runtime, shortened. */
static void refine(struct fio_value *rate, struct reading amount, struct reading runtime)
{
	rate->reading = reading_finer(rate->reading, reading_ratio(amount, runtime));
}

static void refine_rates(struct fio_report *report, struct fio_io *io)
{
	struct reading bytes = io->bytes.reading;
	struct reading runtime = io->runtime.reading;
	struct reading bandwidth = io->bandwidth.reading;

	if (bytes.value < 0 || bandwidth.value < 0 || io->iops.reading.value < 0 ||
		runtime.value < 0 || io->count < 0)
		fail(report, PROBLEM_INVALID, "a negative figure of fio's",
			fio_report_group(report)->line);
	if (!(runtime.value > 0))
		return;
	if (bandwidth.value > 0 && bytes.value > 0 &&
		!fio_readings_agree(bandwidth, reading_ratio(bytes, runtime)))
		fail(report, PROBLEM_INVALID, "the bandwidth is not the bytes over the runtime",
			io->bandwidth.line);
	refine(&io->bandwidth, bytes, runtime);
	refine(&io->iops, (struct reading){ .value = io->count }, runtime);
}

static void add_figure(struct fio_report *report, enum fio_direction direction,
	enum fio_quantity quantity, const struct fio_value *value)
{
	if (value->reading.value > 0)
		fio_report_add(report, &(struct fio_figure){
					       .direction = direction,
					       .quantity = quantity,
					       .reading = value->reading,
					       .line = value->line,
				       });
}

static void add_to_sum(struct fio_sum *sum, const struct fio_io *io)
{
	struct fio_transfer *transfer = &sum->transfer;

	if (!sum->line)
		sum->line = io->bytes.line ? io->bytes.line : io->bandwidth.line;
	transfer->bytes.value += io->bytes.reading.value;
	transfer->bytes.resolution += io->bytes.reading.resolution;
	if (io->runtime.reading.value > transfer->runtime.value)
		transfer->runtime = io->runtime.reading;
	if (transfer->runtime.value > 0)
		transfer->bandwidth = reading_ratio(transfer->bytes, transfer->runtime);
}

void fio_json_job_add_io(
	struct fio_report *report, enum fio_direction direction, const struct fio_io *told)
{
	struct fio_io io = *told;

	refine_rates(report, &io);
	add_figure(report, direction, FIO_BANDWIDTH, &io.bandwidth);
	add_figure(report, direction, FIO_IOPS, &io.iops);
	add_figure(report, direction, FIO_BYTES, &io.bytes);
	add_figure(report, direction, FIO_RUNTIME, &io.runtime);
	report->job.ios[direction] = io.count > 0
					     ? io.count
					     : io.iops.reading.value * io.runtime.reading.value;
	add_to_sum(&fio_report_group(report)->sums[direction], &io);
}

/* Jobs beside each other make no sum without the time that they took. */
static bool can_be_summed(const struct fio_group *group)
{
	for (size_t i = 0; i < FIO_DIRECTION_COUNT; i++)
		if (group->sums[i].line && !(group->sums[i].transfer.bandwidth.value > 0))
			return false;
	return true;
}

void fio_json_job_end(struct fio_report *report, const struct fio_job_header *header, size_t line)
{
	fio_report_begin_sums(report, header->group, line);
	if (fio_report_group(report)->jobs > 1 && !can_be_summed(fio_report_group(report)))
		fail(report, PROBLEM_UNREADABLE, "several jobs, without bytes or runtime", line);
}

bool fio_json_job_can_take(
	struct reading mean, struct reading runtime, size_t line, struct sink *sink)
{
	if (!(runtime.value > 0) || mean.value <= runtime.value + runtime.resolution)
		return true;
	sink_add_problem(sink, PROBLEM_INVALID, line, "fio's mean latency of %g s in a run of %g s",
		mean.value, runtime.value);
	return false;
}
