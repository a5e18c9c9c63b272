/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ingest/log/format.h"

static bool free_line(void *state, const struct line *line, struct sink *sink)
{
	(void)state;
	(void)line;
	(void)sink;
	return false;
}

const struct format free_format = {
	.name = "free",
	.summary = "",
	.line = free_line,
};
