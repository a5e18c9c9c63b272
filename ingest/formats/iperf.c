/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ingest/log/format.h"

static bool iperf_line(void *state, const struct line *line, struct sink *sink)
{
	(void)state;
	(void)line;
	(void)sink;
	return false;
}

const struct format iperf_format = {
	.name = "iperf",
	.summary = "",
	.line = iperf_line,
};
