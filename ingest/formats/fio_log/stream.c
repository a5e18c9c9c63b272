/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/stream - the rows of one direction, in memory that does not grow */
#include "ingest/formats/fio_log/stream.h"

#include <stdlib.h>

#include "core/memory.h"

struct fio_log_stream *fio_log_stream_new(
	enum fio_log_kind kind, bool is_absolute, uint64_t time, size_t line)
{
	struct fio_log_stream *stream = memory_allocate(1, sizeof *stream);

	stream->kind = kind;
	stream->is_absolute = is_absolute;
	stream->first_line = line;
	stream->earliest = time;
	stream->minimum = UINT64_MAX;
	stream->histogram = memory_allocate(1, sizeof *stream->histogram);
	windows_init(&stream->windows, is_absolute ? (int64_t)time : 0);
	return stream;
}

void fio_log_stream_free(struct fio_log_stream *stream)
{
	if (!stream)
		return;
	windows_release(&stream->windows);
	free(stream->histogram);
	free(stream);
}

static void finish_span(struct fio_log_stream *stream)
{
	struct fio_log_span *span = &stream->span;
	double sum = stream->kind == FIO_LOG_BANDWIDTH ? (double)span->bytes
						       : (double)span->tally.sum;

	if (span->tally.count == 0)
		return;
	windows_add(&stream->windows, span->start, sum, (double)span->tally.count, span->line);
	tally_add_all(&stream->tally, &span->tally);
	stream->bytes += span->bytes;
}

/* Of many rows one begins a span: in line, what it takes would be made ready for each. */
__attribute__((noinline)) static void begin_span(
	struct fio_log_stream *stream, int64_t time, size_t line)
{
	size_t window;

	finish_span(stream);
	window = windows_find(&stream->windows, time);
	stream->span = (struct fio_log_span){
		.start = windows_start(&stream->windows, window),
		.width = stream->windows.width,
		.line = line,
	};
}

void fio_log_stream_add(struct fio_log_stream *stream, const struct fio_log_row *row, size_t line)
{
	struct fio_log_span *span = &stream->span;
	int64_t time = (int64_t)row->time;

	if (time < span->start || time - span->start >= span->width)
		begin_span(stream, time, line);
	span->bytes += row->size;
	tally_add(&span->tally, row->value);
	histogram_add(stream->histogram, row->value);
	fio_log_stream_reach(stream, row->time, row->value, row->value);
}

void fio_log_stream_finish(struct fio_log_stream *stream)
{
	finish_span(stream);
	stream->span = (struct fio_log_span){ .width = 0 };
}
