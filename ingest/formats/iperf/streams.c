/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/streams - what is kept of a run of iperf 2: its streams, and how far each is */
#include "ingest/formats/iperf/streams.h"

bool iperf_stream_is_whole(const struct iperf_stream *stream)
{
	return stream->progress == IPERF_HELD || stream->progress == IPERF_WHOLE;
}

bool iperf_run_has_way(const struct iperf_run *run, bool other)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->streams[i].is_other_way == other)
			return true;
	return false;
}

bool iperf_run_has_two_ways(const struct iperf_run *run)
{
	return iperf_run_has_way(run, false) && iperf_run_has_way(run, true);
}

/* The search begins where the last one ended, since rows come in turn. */
struct iperf_stream *iperf_run_search_stream(struct iperf_run *run, const struct iperf_label *label)
{
	for (size_t i = 0; i < run->count; i++) {
		size_t at = run->last + i < run->count ? run->last + i : run->last + i - run->count;
		struct iperf_stream *stream = &run->streams[at];

		if (!iperf_stream_has_label(stream, label))
			continue;
		run->last = at;
		return stream;
	}
	return NULL;
}
