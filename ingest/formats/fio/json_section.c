/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/json_section - the parts of a job that fio's JSON has an object for */
#include "ingest/formats/fio/json_section.h"

#include <math.h>
#include <string.h>

#include "core/units.h"
#include "ingest/formats/fio/json_job.h"

static const struct {
	const char *name;
	enum fio_direction direction;
} directions[] = {
	{ "read", FIO_READ },
	{ "write", FIO_WRITE },
	{ "trim", FIO_TRIM },
	{ "mixed", FIO_MIXED },
};

static const struct {
	const char *name;
	enum fio_quantity quantity;
	double per_second;
} latencies[] = {
	{ "lat_ns", FIO_LATENCY, 1e9 },
	{ "clat_ns", FIO_COMPLETION_LATENCY, 1e9 },
	{ "slat_ns", FIO_SUBMISSION_LATENCY, 1e9 },
	{ "lat", FIO_LATENCY, 1e6 },
	{ "clat", FIO_COMPLETION_LATENCY, 1e6 },
	{ "slat", FIO_SUBMISSION_LATENCY, 1e6 },
};

static const struct {
	const char *name;
	enum fio_statistic statistic;
} statistics[] = {
	{ "mean", FIO_MEAN },
	{ "max", FIO_MAXIMUM },
	{ "min", FIO_MINIMUM },
	{ "stddev", FIO_DEVIATION },
};

struct section {
	struct fio_report *report;
	struct sink *sink;
	enum fio_direction direction;
	struct reading runtime;
};

/* fio prints integers, or 6 decimals; 2 before 2.2. A tree of JSON does not say which. */
static double step_of(double value)
{
	if (value == floor(value))
		return 1;
	return round(value * 100) / 100 == value ? 0.01 : 1e-6;
}

static struct fio_value value_of(const struct json *number)
{
	struct fio_value value = { .line = 0 };

	if (json_number(number, &value.reading.value)) {
		value.reading.resolution = step_of(value.reading.value);
		value.line = json_line(number);
	}
	return value;
}

static struct fio_value divided(struct fio_value value, double times)
{
	value.reading = fio_reading_divided(value.reading, times);
	return value;
}

static struct fio_value bandwidth_of(const struct json *object)
{
	const struct json *bytes = json_member(object, "bw_bytes");

	return bytes ? value_of(bytes) : divided(value_of(json_member(object, "bw")), 1 / KIB);
}

static struct fio_value bytes_of(const struct json *object)
{
	struct fio_value bytes = value_of(json_member(object, "io_bytes"));

	return json_member(object, "io_kbytes") ? bytes : divided(bytes, 1 / KIB);
}

static struct fio_io io_of(const struct json *object)
{
	return (struct fio_io){
		.bandwidth = bandwidth_of(object),
		.iops = value_of(json_member(object, "iops")),
		.bytes = bytes_of(object),
		.runtime = divided(value_of(json_member(object, "runtime")), 1e3),
		.count = value_of(json_member(object, "total_ios")).reading.value,
	};
}

static void add_figure(
	const struct section *section, struct fio_figure figure, struct fio_value value)
{
	figure.direction = section->direction;
	figure.reading = value.reading;
	figure.line = value.line;
	fio_report_add(section->report, &figure);
}

/* Versions before 3.3 do not count the latencies; where there is none all is 0. */
static bool has_latencies(const struct json *latency)
{
	double count;

	if (json_member_number(latency, "N", &count))
		return count > 0;
	return value_of(json_member(latency, "mean")).reading.value > 0 ||
	       value_of(json_member(latency, "max")).reading.value > 0;
}

/* Places that no percentile was asked for are "0.00". */
static void add_percentiles(const struct section *section, enum fio_quantity quantity,
	const struct json *percentiles, double per_second)
{
	for (const struct json *at = json_first(percentiles); at; at = json_next(at)) {
		struct slice name = slice_of(json_name(at));
		struct fio_figure figure = { .quantity = quantity, .statistic = FIO_PERCENTILE };
		struct fio_value value = value_of(at);
		struct reading rank;

		if (!value.line || !scan_number(&name, &rank) || !slice_is_empty(name) ||
			!(rank.value > 0 && rank.value <= 100))
			continue;
		figure.percentile = rank.value;
		add_figure(section, figure, divided(value, per_second));
	}
}

static void add_latency(const struct section *section, enum fio_quantity quantity,
	const struct json *latency, double per_second)
{
	struct fio_value mean = divided(value_of(json_member(latency, "mean")), per_second);

	if (!has_latencies(latency) ||
		!fio_json_job_can_take(mean.reading, section->runtime, mean.line, section->sink))
		return;
	for (size_t i = 0; i < sizeof statistics / sizeof *statistics; i++) {
		struct fio_value value = value_of(json_member(latency, statistics[i].name));

		if (value.line)
			add_figure(section,
				(struct fio_figure){ .quantity = quantity,
					.statistic = statistics[i].statistic },
				divided(value, per_second));
	}
	add_percentiles(section, quantity, json_member(latency, "percentile"), per_second);
}

static void add_direction(struct section *section, const struct json *object)
{
	struct fio_io io = io_of(object);

	if (io.bytes.reading.value == 0 && io.iops.reading.value == 0)
		return;
	section->runtime = io.runtime.reading;
	fio_json_job_add_io(section->report, section->direction, &io);
	for (size_t i = 0; i < sizeof latencies / sizeof *latencies; i++)
		add_latency(section, latencies[i].quantity, json_member(object, latencies[i].name),
			latencies[i].per_second);
}

static void add_processor_time(
	const struct section *section, const struct json *percent, enum fio_quantity quantity)
{
	struct fio_value value = value_of(percent);

	if (value.line)
		add_figure(
			section, (struct fio_figure){ .quantity = quantity }, divided(value, 100));
}

void fio_json_sections_add(const struct json *job, struct fio_report *report, struct sink *sink)
{
	struct section whole = {
		.report = report,
		.sink = sink,
		.direction = FIO_NO_DIRECTION,
	};

	for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
		struct section section = whole;

		section.direction = directions[i].direction;
		add_direction(&section, json_member(job, directions[i].name));
	}
	add_latency(&whole, FIO_SYNC_LATENCY, json_member(json_member(job, "sync"), "lat_ns"), 1e9);
	add_processor_time(&whole, json_member(job, "usr_cpu"), FIO_CPU_USER);
	add_processor_time(&whole, json_member(job, "sys_cpu"), FIO_CPU_SYSTEM);
}

double fio_json_longest(const struct json *job)
{
	double longest = value_of(json_member(job, "job_runtime")).reading.value;

	for (size_t i = 0; i < sizeof directions / sizeof *directions; i++) {
		const struct json *object = json_member(job, directions[i].name);

		longest = fmax(longest, value_of(json_member(object, "runtime")).reading.value);
	}
	return longest;
}
