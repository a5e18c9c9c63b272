/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/block - the lines of a job's block, and of its group's sums */
#include "ingest/formats/fio/block.h"

#include "ingest/formats/fio/latency.h"

static const struct {
	const char *name;
	const char *sum_name;
	enum fio_direction direction;
} directions[] = {
	{ "read", "READ", FIO_READ },
	{ "write", "WRITE", FIO_WRITE },
	{ "trim", "TRIM", FIO_TRIM },
	{ "mixed", "MIXED", FIO_MIXED },
};

static const char contradiction[] = "the bandwidth is not the bytes over the runtime";

static bool scan_direction(struct slice *at, enum fio_direction *direction)
{
	struct slice word;

	if (!(scan_letters(at, &word) && scan_blanks(at) && scan_char(at, ':') && scan_blanks(at)))
		return false;
	for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
		if (!slice_equals(word, directions[i].name))
			continue;
		*direction = directions[i].direction;
		return true;
	}
	return false;
}

static void add_value(const struct fio_line *line, enum fio_direction direction,
	enum fio_quantity quantity, struct reading reading)
{
	struct fio_figure figure = {
		.direction = direction,
		.quantity = quantity,
		.reading = reading,
	};

	fio_line_add(line, figure);
}

static void add_transfer(const struct fio_line *line, const struct fio_transfer *transfer)
{
	enum fio_direction direction = line->topic->direction;

	line->topic->runtime = transfer->runtime;
	if (transfer->is_contradictory)
		fio_line_fail(line, PROBLEM_INVALID, contradiction);
	add_value(line, direction, FIO_BANDWIDTH, transfer->bandwidth);
	add_value(line, direction, FIO_IOPS, transfer->iops);
	add_value(line, direction, FIO_BYTES, transfer->bytes);
	add_value(line, direction, FIO_RUNTIME, transfer->runtime);
}

/* The layout tells the age of a report whose version line is missing. */
static bool read_direction(const struct fio_line *line)
{
	struct fio_topic *topic = line->topic;
	struct slice at = line->text;
	struct fio_transfer transfer;
	enum fio_direction direction;

	if (!scan_direction(&at, &direction))
		return false;
	topic->direction = direction;
	topic->rows = FIO_NO_ROWS;
	topic->is_old = topic->is_old || slice_starts_with(at, "io=");
	if (fio_scan_transfer(at, !topic->is_old, &transfer))
		add_transfer(line, &transfer);
	else
		fio_line_fail(line, PROBLEM_UNREADABLE, NULL);
	if (!topic->is_copied)
		fio_report_quote(line->report, line->text, line->number);
	return true;
}

static bool read_sync_heading(const struct fio_line *line)
{
	if (!slice_starts_with(line->text, "fsync/fdatasync/sync_file_range:"))
		return false;
	line->topic->direction = FIO_NO_DIRECTION;
	line->topic->runtime = (struct reading){ .value = 0 };
	line->topic->rows = FIO_NO_ROWS;
	return true;
}

static bool scan_percent(struct slice *at, const char *name, struct reading *ratio)
{
	if (!(scan_text(at, name) && scan_number(at, ratio) && scan_char(at, '%')))
		return false;
	*ratio = fio_reading_divided(*ratio, 100);
	return true;
}

static bool read_cpu(const struct fio_line *line)
{
	struct slice at = line->text;
	struct reading user, system;

	if (!(scan_text(&at, "cpu ") && scan_blanks(&at) && scan_char(&at, ':') &&
		    scan_blanks(&at)))
		return false;
	if (scan_percent(&at, "usr=", &user) && scan_percent(&at, ", sys=", &system)) {
		add_value(line, FIO_NO_DIRECTION, FIO_CPU_USER, user);
		add_value(line, FIO_NO_DIRECTION, FIO_CPU_SYSTEM, system);
	} else {
		fio_line_report(line, PROBLEM_UNREADABLE, NULL);
	}
	return true;
}

static bool read_counts(const struct fio_line *line)
{
	double counts[FIO_COUNTS];

	if (!slice_starts_with(line->text, "issued "))
		return false;
	if (!fio_scan_counts(line->text, counts))
		fio_line_fail(line, PROBLEM_UNREADABLE, NULL);
	else if (!line->topic->is_copied)
		fio_report_count_ios(line->report, counts, line->number);
	return true;
}

bool fio_block_line(const struct fio_line *line)
{
	return read_direction(line) || read_sync_heading(line) || fio_latency_line(line) ||
	       read_cpu(line) || read_counts(line);
}

static void add_sum(const struct fio_line *line, enum fio_direction direction, struct slice at)
{
	struct fio_sum *sum = &fio_report_group(line->report)->sums[direction];

	if (!fio_scan_group_transfer(at, !line->topic->is_old, &sum->transfer)) {
		fio_line_fail(line, PROBLEM_UNREADABLE, NULL);
		return;
	}
	sum->line = line->number;
	if (sum->transfer.is_contradictory)
		fio_line_fail(line, PROBLEM_INVALID, contradiction);
}

bool fio_block_sum_line(const struct fio_line *line)
{
	struct slice at = line->text;
	struct slice name;

	if (!scan_letters(&at, &name) || !scan_text(&at, ": "))
		return false;
	for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
		if (!slice_equals(name, directions[i].sum_name))
			continue;
		add_sum(line, directions[i].direction, at);
		return true;
	}
	return false;
}
