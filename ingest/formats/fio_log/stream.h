/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/stream - the rows of one direction, in memory that does not grow
 *
 * Its rows are single I/Os, or they are all averages of windows (fio_log/average).
 */
#ifndef INGEST_FORMATS_FIO_LOG_STREAM_H
#define INGEST_FORMATS_FIO_LOG_STREAM_H

#include "ingest/formats/fio_log/histogram.h"
#include "ingest/formats/fio_log/row.h"
#include "ingest/formats/fio_log/tally.h"
#include "ingest/formats/fio_log/windows.h"

enum { FIO_LOG_FIRST_AVERAGES = 16 };

/* What the values are. */
enum fio_log_kind {
	FIO_LOG_LATENCY,
	FIO_LOG_BANDWIDTH,
	FIO_LOG_IOPS,
};

struct fio_log_stream {
	enum fio_log_kind kind;
	bool is_absolute; /* times count from 1970 or the like, not from the run's start */
	size_t first_line;
	uint64_t earliest; /* ms */
	uint64_t latest;
	uint64_t minimum; /* of the values */
	uint64_t maximum;
	uint64_t bytes;
	struct tally tally;

	/*
	 * Of single I/Os: sums of latencies, of bytes or of I/Os, and their
	 * number. Of averages: sums of value x ms, and the ms.
	 */
	struct windows windows;

	/* Single I/Os in the window at hand, which are in neither of the two above yet. */
	struct fio_log_span {
		int64_t start; /* ms */
		int64_t width; /* 0: there is none */
		size_t line;
		uint64_t bytes;
		struct tally tally;
	} span;
	struct histogram *histogram; /* of single I/Os */

	/* Averages. */
	struct fio_log_average {
		uint64_t time;
		uint64_t value;
		size_t line;
	} first[FIO_LOG_FIRST_AVERAGES]; /* while usual is not known */
	size_t first_count;
	uint64_t usual;  /* ms from a row to the next; 0: not known */
	uint64_t before; /* time of the last row */
	bool has_before;
	double weight;   /* ms */
	double weighted; /* value x ms */
};

/* A new stream, which begins with a row of that time. */
struct fio_log_stream *fio_log_stream_new(
	enum fio_log_kind kind, bool is_absolute, uint64_t time, size_t line);
void fio_log_stream_free(struct fio_log_stream *stream);

/* Takes note of a time and of the smallest and largest value of a row. */
static inline void fio_log_stream_reach(
	struct fio_log_stream *stream, uint64_t time, uint64_t low, uint64_t high)
{
	if (low < stream->minimum)
		stream->minimum = low;
	if (high > stream->maximum)
		stream->maximum = high;
	if (time < stream->earliest)
		stream->earliest = time;
	if (time > stream->latest)
		stream->latest = time;
}

/* Adds a single I/O. */
void fio_log_stream_add(struct fio_log_stream *stream, const struct fio_log_row *row, size_t line);

/* Says that no more single I/Os will be added. */
void fio_log_stream_finish(struct fio_log_stream *stream);

#endif
