/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ingest/log/format.h"

static bool curl_line(void *state, const struct line *line, struct sink *sink)
{
	(void)state;
	(void)line;
	(void)sink;
	return false;
}

const struct format curl_format = {
	.name = "curl",
	.summary = "",
	.line = curl_line,
};
