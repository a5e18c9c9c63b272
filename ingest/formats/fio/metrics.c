/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/metrics - what fio measures, under which names */
#include "ingest/formats/fio/metrics.h"

#include <string.h>

static const char *const prefixes[FIO_DIRECTION_COUNT] = {
	[FIO_READ] = "read.",
	[FIO_WRITE] = "write.",
	[FIO_TRIM] = "trim.",
	[FIO_NO_DIRECTION] = NULL,
	[FIO_MIXED] = "mixed.",
};

static const struct metric quantities[] = {
	[FIO_BANDWIDTH] = { "bw", "B/s", BETTER_HIGHER },
	[FIO_IOPS] = { "iops", "1/s", BETTER_HIGHER },
	[FIO_BYTES] = { "bytes", "B", BETTER_NEITHER },
	[FIO_RUNTIME] = { "runtime", "s", BETTER_NEITHER },
	[FIO_CPU_USER] = { "cpu.user", "ratio", BETTER_NEITHER },
	[FIO_CPU_SYSTEM] = { "cpu.sys", "ratio", BETTER_NEITHER },
	[FIO_LATENCY] = { "lat", "s", BETTER_LOWER },
	[FIO_COMPLETION_LATENCY] = { "clat", "s", BETTER_LOWER },
	[FIO_SUBMISSION_LATENCY] = { "slat", "s", BETTER_LOWER },
	[FIO_SYNC_LATENCY] = { "sync", "s", BETTER_LOWER },
	[FIO_LATENCY_HISTOGRAM] = { "clat_hist", "s", BETTER_LOWER },
};

static const char *const statistics[] = {
	[FIO_VALUE] = "",
	[FIO_MEAN] = ".mean",
	[FIO_MAXIMUM] = ".max",
	[FIO_MINIMUM] = ".min",
	[FIO_DEVIATION] = ".sd",
	[FIO_PERCENTILE] = ".p",
	[FIO_COUNT] = ".count",
	[FIO_WINDOW_MAXIMUM] = ".window.max",
	[FIO_WINDOW_MINIMUM] = ".window.min",
	[FIO_WINDOW_DEVIATION] = ".window.sd",
};

static const enum direction directions[FIO_DIRECTION_COUNT] = {
	[FIO_READ] = DIRECTION_READ,
	[FIO_WRITE] = DIRECTION_WRITE,
};

enum { NAME_SIZE = 32 + NUMBER_SIZE }; /* the longest words of the tables, and a number */

static void write_name(char name[NAME_SIZE], const struct fio_figure *figure)
{
	char *end = stpcpy(name, quantities[figure->quantity].name);

	end = stpcpy(end, statistics[figure->statistic]);
	if (figure->statistic == FIO_PERCENTILE)
		number_write(end, figure->percentile);
}

/* The unit and sense of a figure: those of its quantity, but for counts and spreads. */
static struct metric metric_of(const struct fio_figure *figure)
{
	struct metric metric = quantities[figure->quantity];

	if (figure->statistic == FIO_COUNT) {
		metric.unit = "1";
		metric.better = BETTER_NEITHER;
	}
	if (figure->statistic == FIO_WINDOW_DEVIATION)
		metric.better = BETTER_LOWER;
	return metric;
}

void fio_figure_add(const struct fio_figure *figure, struct sink *sink)
{
	struct metric metric = metric_of(figure);
	char name[NAME_SIZE];

	write_name(name, figure);
	metric.name = name;
	sink_add(sink, &(struct measurement){
			       .metric = &metric,
			       .prefix = prefixes[figure->direction],
			       .reading = figure->reading,
			       .line = figure->line,
			       .direction = directions[figure->direction],
			       .is_interval = figure->is_interval,
			       .time = figure->time,
		       });
}
