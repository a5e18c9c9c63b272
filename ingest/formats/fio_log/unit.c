/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/unit - what the numbers of a log are in, and whether that is known */
#include "ingest/formats/fio_log/unit.h"

#include <math.h>
#include <string.h>

#include "core/units.h"

static const double least_fill = 0.1;    /* of the run, by single I/Os */
static const double least_distance = 50; /* ms between them, of a bandwidth log */

/* False, and nothing set, when it is none. */
static bool is_time_unit(const char *name, double *per_second)
{
	struct slice at;
	double factor;

	if (!name)
		return false;
	at = slice_of(name);
	if (!scan_time_unit(&at, &factor) || !slice_is_empty(at))
		return false;
	*per_second = factor < 1 ? round(1 / factor) : 1 / factor;
	return true;
}

static size_t first_line(const struct fio_log *log)
{
	size_t line = SIZE_MAX;

	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++)
		if (log->streams[i] && log->streams[i]->first_line < line)
			line = log->streams[i]->first_line;
	return line;
}

/* How many I/Os were under way at a time, on average, if latencies are in ns. */
static double fill_of(const struct fio_log *log)
{
	struct fio_log_time time = fio_log_time_of(log);
	double sum = 0;

	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++)
		if (log->streams[i])
			sum += (double)log->streams[i]->tally.sum;
	return sum / 1e6 / (double)(time.end - time.start);
}

static double distance_of(const struct fio_log *log)
{
	struct fio_log_time time = fio_log_time_of(log);
	uint64_t count = 0;

	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++)
		if (log->streams[i])
			count += log->streams[i]->tally.count;
	return (double)(time.end - time.start) / (double)count;
}

static bool is_latency_certain(const struct fio_log *log, struct sink *sink)
{
	double fill;

	if (log->columns < 4) {
		sink_add_problem(sink, PROBLEM_INVALID, first_line(log),
			"a latency log of fio 1, whose unit changed: -s unit=ms or unit=us says it");
		return false;
	}
	if (log->is_average || fio_log_is_recent(log))
		return true;
	fill = fill_of(log);
	if (fill >= least_fill)
		return true;
	sink_add_problem(sink, PROBLEM_INVALID, first_line(log),
		"fio before 2.99 wrote us, later ones ns: I/O took %.2g of the run's time if these "
		"are ns, %.2g if us: -s unit=us or unit=ns says it",
		fill, 1000 * fill);
	return false;
}

static bool is_bandwidth_certain(const struct fio_log *log, struct sink *sink)
{
	if (log->is_average || fio_log_is_recent(log) || distance_of(log) < least_distance)
		return true;
	sink_add_problem(sink, PROBLEM_INVALID, first_line(log),
		"rows %.3g ms apart may be single I/Os or, of an old fio 2, averages: "
		"-s unit=kB/s or unit=KiB/s says it",
		distance_of(log));
	return false;
}

bool fio_log_find_unit(const struct fio_log *log, struct sink *sink, double *per_unit)
{
	const char *unit = sink_unit(sink);

	switch (log->kind) {
	case FIO_LOG_LATENCY:
		*per_unit = 1e9;
		return is_time_unit(unit, per_unit) || is_latency_certain(log, sink);
	case FIO_LOG_BANDWIDTH:
		*per_unit = 1 / KIB;
		return (unit && strcmp(unit, "kB/s") == 0) || is_bandwidth_certain(log, sink);
	case FIO_LOG_IOPS:
		*per_unit = 1;
		return true;
	}
	return false;
}
