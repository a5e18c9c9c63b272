/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ingest/log/format.h"

static bool time_line(void *state, const struct line *line, struct sink *sink)
{
	(void)state;
	(void)line;
	(void)sink;
	return false;
}

const struct format time_format = {
	.name = "time",
	.summary = "",
	.line = time_line,
};
