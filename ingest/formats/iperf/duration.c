/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/duration - how long a run was to take, and whether it did */
#include "ingest/formats/iperf/duration.h"

#include "ingest/log/command.h"

double iperf_seconds_asked(const struct sink *sink)
{
	struct slice value;
	struct reading asked;

	if (command_option(sink_command(sink, "iperf"), "iperf", "t", &value) &&
		scan_number(&value, &asked))
		return asked.value;
	return 0;
}

bool iperf_is_cut_short(double seconds, bool has_series, const struct sink *sink)
{
	double asked = iperf_seconds_asked(sink);

	if (asked >= 5 && seconds < 1)
		return true;
	return seconds < asked / 2 && !has_series &&
	       command_has_flag(sink_command(sink, "iperf"), "iperf", 'i', "interval");
}
