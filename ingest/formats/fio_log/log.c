/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/log - what is known of a log of fio's while its rows go by */
#include "ingest/formats/fio_log/log.h"

struct fio_log_time fio_log_time_of(const struct fio_log *log)
{
	struct fio_log_time time = { INT64_MAX, 0 };
	int64_t window = 0;

	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++) {
		const struct fio_log_stream *stream = log->streams[i];

		if (!stream)
			continue;
		if ((int64_t)stream->earliest < time.start)
			time.start = (int64_t)stream->earliest;
		if ((int64_t)stream->latest > time.end)
			time.end = (int64_t)stream->latest;
		if ((int64_t)stream->usual > window)
			window = (int64_t)stream->usual;
	}
	if (!log->is_absolute)
		time.start = 0;
	else if (log->is_average)
		time.start -= window;
	if (!log->is_average || time.end == time.start)
		time.end++;
	return time;
}

bool fio_log_is_recent(const struct fio_log *log)
{
	return log->columns > 5 || log->has_maximum || log->has_hexadecimal ||
	       (log->columns == 5 && log->fifth <= 1);
}
