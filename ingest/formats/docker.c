/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ingest/log/format.h"

static bool docker_line(void *state, const struct line *line, struct sink *sink)
{
	(void)state;
	(void)line;
	(void)sink;
	return false;
}

const struct format docker_format = {
	.name = "docker",
	.summary = "",
	.line = docker_line,
};
