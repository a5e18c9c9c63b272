/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/average - rows that are averages over a time, as with --log_avg_msec */
#include "ingest/formats/fio_log/average.h"

enum { SLACK = 1 }; /* ms that fio may be early (LOG_MSEC_SLACK) */

bool fio_log_average_is_window(const struct fio_log_stream *stream, uint64_t time)
{
	return time < 2 * stream->usual - 2 * SLACK || time <= stream->usual;
}

/* The ms that a row stands for. A time that goes back is that of the next job in the same log. */
static uint64_t duration_of(const struct fio_log_stream *stream, uint64_t time)
{
	bool is_back = stream->has_before && time < stream->before;

	if (stream->is_absolute && (is_back || !stream->has_before))
		return stream->usual;
	if (!stream->has_before)
		return time;
	if (is_back)
		return fio_log_average_is_window(stream, time) ? time : stream->usual;
	time -= stream->before;
	return stream->kind == FIO_LOG_LATENCY || fio_log_average_is_window(stream, time)
		       ? time
		       : stream->usual;
}

static void add(struct fio_log_stream *stream, const struct fio_log_average *average)
{
	uint64_t duration = duration_of(stream, average->time);
	double weight = duration ? (double)duration : 1; /* under 1 ms */
	double weighted = weight * (double)average->value;

	stream->weight += weight;
	stream->weighted += weighted;
	stream->before = average->time;
	stream->has_before = true;
	windows_add(&stream->windows, (int64_t)average->time, weighted, weight, average->line);
}

/* Puts a distance into ascending order among count others. */
static void insert(uint64_t *distances, size_t count, uint64_t distance)
{
	for (; count > 0 && distances[count - 1] > distance; count--)
		distances[count] = distances[count - 1];
	distances[count] = distance;
}

/*
 * The lower quartile of the distances, since idle times make some longer; the
 * median of less than five. The last row of a job comes before its window is over.
 */
static uint64_t usual_distance(const struct fio_log_stream *stream)
{
	uint64_t distances[FIO_LOG_FIRST_AVERAGES];
	size_t count = 0;

	for (size_t i = 1; i < stream->first_count; i++) {
		const struct fio_log_average *row = &stream->first[i];
		bool is_last = i + 1 == stream->first_count || row[1].time <= row->time;

		if (row->time > row[-1].time && (!is_last || stream->first_count == 2))
			insert(distances, count++, row->time - row[-1].time);
	}
	if (count)
		return distances[(count - 1) / (count < 5 ? 2 : 4)];
	return stream->is_absolute || stream->first[0].time == 0 ? 1 : stream->first[0].time;
}

static void add_first(struct fio_log_stream *stream)
{
	stream->usual = usual_distance(stream);
	for (size_t i = 0; i < stream->first_count; i++)
		add(stream, &stream->first[i]);
	stream->first_count = 0;
}

void fio_log_average_add(struct fio_log_stream *stream, const struct fio_log_row *row, size_t line)
{
	struct fio_log_average average = { row->time, row->value, line };

	tally_add(&stream->tally, row->value);
	fio_log_stream_reach(
		stream, row->time, row->value, row->has_maximum ? row->maximum : row->value);
	if (stream->usual) {
		add(stream, &average);
		return;
	}
	stream->first[stream->first_count++] = average;
	if (stream->first_count == FIO_LOG_FIRST_AVERAGES)
		add_first(stream);
}

void fio_log_average_finish(struct fio_log_stream *stream)
{
	if (stream->first_count)
		add_first(stream);
}
