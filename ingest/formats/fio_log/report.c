/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/report - what a log comes to: the samples of each direction, and its series */
#include "ingest/formats/fio_log/report.h"

#include "core/units.h"
#include "ingest/formats/fio/scan.h"
#include "ingest/formats/fio_log/series.h"
#include "ingest/formats/fio_log/unit.h"
#include "ingest/log/command.h"

/* One direction, on its way to the sink. */
struct target {
	const struct fio_log *log;
	const struct fio_log_stream *stream;
	struct fio_log_time time;
	double per_unit; /* what a value is divided by to be in its base unit */
	enum fio_direction direction;
	struct sink *sink;
};

static void add(const struct target *target, struct fio_figure figure, struct reading reading)
{
	figure.direction = target->direction;
	figure.quantity = target->log->quantity;
	figure.reading = reading;
	figure.line = target->stream->first_line;
	fio_figure_add(&figure, target->sink);
}

/* A figure in the unit of the log. */
static void add_value(
	const struct target *target, enum fio_statistic statistic, double value, double resolution)
{
	add(target, (struct fio_figure){ .statistic = statistic },
		fio_reading_divided((struct reading){ value, resolution }, target->per_unit));
}

static double within(double value, const struct fio_log_stream *stream)
{
	if (value < (double)stream->minimum)
		return (double)stream->minimum;
	return value > (double)stream->maximum ? (double)stream->maximum : value;
}

/* The middle of the bucket that a percentile is in, as wide as which it is not known. */
static void add_percentile(const struct target *target, unsigned hundredths)
{
	const struct fio_log_stream *stream = target->stream;
	struct bucket_range range = histogram_find(
		stream->histogram, percentile_rank(hundredths, stream->tally.count));
	double middle = ((double)range.low + (double)range.high) / 2;
	struct reading reading = { within(middle, stream), (double)(range.high - range.low + 1) };

	add(target,
		(struct fio_figure){
			.statistic = FIO_PERCENTILE, .percentile = hundredths / 100.0 },
		fio_reading_divided(reading, target->per_unit));
}

static void add_latencies(const struct target *target)
{
	const struct fio_log_stream *stream = target->stream;

	add_value(target, FIO_MEAN, tally_mean(&stream->tally), 1);
	if (stream->tally.count > 1)
		add_value(target, FIO_DEVIATION, tally_deviation(&stream->tally), 1);
	add_value(target, FIO_MINIMUM, (double)stream->minimum, 1);
	add_value(target, FIO_MAXIMUM, (double)stream->maximum, 1);
	for (size_t i = 0; i < PERCENTILE_COUNT; i++)
		add_percentile(target, reported_percentiles[i]);
	add(target, (struct fio_figure){ .statistic = FIO_COUNT },
		(struct reading){ (double)stream->tally.count, 1 });
}

/* Bytes, or I/Os, in the time of the run, which is known to 1 ms. */
static void add_rate(const struct target *target)
{
	const struct fio_log_stream *stream = target->stream;
	bool has_bytes = target->log->kind == FIO_LOG_BANDWIDTH;
	struct reading amount = { has_bytes ? (double)stream->bytes : (double)stream->tally.sum,
		0 };
	double time = (double)(target->time.end - target->time.start);

	add(target, (struct fio_figure){ .statistic = FIO_VALUE },
		reading_ratio(amount, (struct reading){ time / 1e3, 1e-3 }));
	if (has_bytes)
		fio_figure_add(
			&(struct fio_figure){
				.direction = target->direction,
				.quantity = FIO_BYTES,
				.reading = { amount.value, 1 },
				.line = stream->first_line,
			},
			target->sink);
}

static void add_averages(const struct target *target)
{
	const struct fio_log_stream *stream = target->stream;
	bool is_latency = target->log->kind == FIO_LOG_LATENCY;
	double time = (double)(target->time.end - target->time.start);

	add_value(target, is_latency ? FIO_MEAN : FIO_VALUE,
		stream->weighted / (is_latency ? stream->weight : time), 1);
	if (stream->tally.count > 1)
		add_value(target, FIO_WINDOW_DEVIATION, tally_deviation(&stream->tally), 1);
	add_value(target, FIO_WINDOW_MINIMUM, (double)stream->minimum, 1);
	add_value(target, is_latency && target->log->has_maximum ? FIO_MAXIMUM : FIO_WINDOW_MAXIMUM,
		(double)stream->maximum, 1);
}

/* The largest values of windows, of which no mean can be made. */
static void add_maximum(const struct target *target)
{
	bool is_latency = target->log->kind == FIO_LOG_LATENCY;

	add_value(target, is_latency ? FIO_MAXIMUM : FIO_WINDOW_MAXIMUM,
		(double)target->stream->maximum, 1);
}

/* Whether fio was told to log not the average of a window but its largest value. */
static bool are_maxima(const struct fio_log *log, const struct sink *sink)
{
	const char *command = sink_command(sink, "fio");
	struct slice value;

	if (!log->is_average)
		return false;
	return (command_option(command, "fio", "log_max_value", &value) &&
		       !slice_equals(value, "0")) ||
	       (command_option(command, "fio", "log_window_value", &value) &&
		       slice_equals(value, "max"));
}

static void report_direction(const struct target *target)
{
	if (are_maxima(target->log, target->sink)) {
		add_maximum(target);
		return;
	}
	if (target->log->is_average)
		add_averages(target);
	else if (target->log->kind == FIO_LOG_LATENCY)
		add_latencies(target);
	else
		add_rate(target);
	fio_log_series_add(target->log, target->direction, target->per_unit, target->sink);
}

void fio_log_report(const struct fio_log *log, struct sink *sink)
{
	struct target target = { .log = log, .sink = sink };

	if (!fio_log_find_unit(log, sink, &target.per_unit))
		return;
	target.time = fio_log_time_of(log);
	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++) {
		target.stream = log->streams[i];
		target.direction = (enum fio_direction)i;
		if (target.stream)
			report_direction(&target);
	}
}
