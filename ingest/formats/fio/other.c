/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/other - the lines of fio's that no figure is read from */
#include "ingest/formats/fio/other.h"

#include <stddef.h>

/* How they start, and what else they contain: those that are sooner looked at come first. */
static const struct {
	bool is_plain; /* too plain to be fio's but in its company */
	const char *start;
	const char *within;
} lines[] = {
	{ false, "Jobs: ", " (f=" },
	{ false, "note: both iodepth", " synchronous I/O engine " },
	{ false, "hostname=", ", fio=fio-" },
	{ false, "Disk stats (read/write):", "" },
	{ true, "Starting ", " thread" },
	{ true, "Starting ", " process" },
	{ true, "Description ", ": [" },
	{ true, "lat (", "%" },
	{ true, "bw (", "min=" },
	{ true, "iops ", ": min=" },
	{ true, "IO depths ", ": 1=" },
	{ true, "submit ", ": 0=" },
	{ true, "complete ", ": 0=" },
	{ true, "issued ", " total=" },
	{ true, "errors ", ": total=" },
	{ true, "latency ", ": target=" },
	{ true, "steadystate ", ": attained=" },
	{ true, "states ", ": unwritten=" },
	{ true, "", "[eta " },
	{ true, "", ": Laying out IO file" },
	{ true, "", "sec): min=" },
	{ true, "", ": ios=" },
};

/* Most lines end here: the first byte is another. */
static bool may_start(struct slice text, const char *start)
{
	return *start == '\0' || (!slice_is_empty(text) && *text.start == *start);
}

bool fio_other_line(struct slice text, bool in_company)
{
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if ((in_company || !lines[i].is_plain) && may_start(text, lines[i].start) &&
			slice_starts_with(text, lines[i].start) &&
			slice_contains(text, lines[i].within))
			return true;
	return false;
}
