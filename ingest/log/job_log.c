/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job_log - the name of a log that fio writes beside its output */
#include "ingest/log/job_log.h"

#include <string.h>

static const char *const quantities[] = { "lat", "clat", "slat", "bw", "iops", "clat_hist" };

bool job_log_is_quantity(struct slice name)
{
	for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++)
		if (slice_equals(name, quantities[i]))
			return true;
	return false;
}

/* ".3.log" or ".log", and nothing or ".HOST" behind it. */
static bool scan_ending(struct slice at, uint64_t *job)
{
	struct slice rest = at;

	*job = 0;
	if (scan_char(&rest, '.') && scan_integer(&rest, job))
		at = rest;
	return scan_text(&at, ".log") && (slice_is_empty(at) || *at.start == '.');
}

/* "_clat.3.log": an underscore that a quantity and an ending follow. */
static bool scan_tail(struct slice at, struct job_log *log)
{
	const char *point;

	if (!scan_char(&at, '_') || !(point = slice_find(at, ".")))
		return false;
	log->quantity = (struct slice){ at.start, point };
	return job_log_is_quantity(log->quantity) &&
	       scan_ending((struct slice){ point, at.end }, &log->job);
}

bool job_log_scan(const char *path, struct job_log *log)
{
	struct slice whole = slice_of(path);
	const char *slash = memrchr(path, '/', slice_length(whole));
	const char *c = slash ? slash + 1 : whole.start;

	/* The first underscore wins: "1_clat_hist.1.log" is of clat_hist. */
	for (; (c = memchr(c, '_', (size_t)(whole.end - c))); c++) {
		log->stem = (struct slice){ whole.start, c };
		if (scan_tail((struct slice){ c, whole.end }, log))
			return true;
	}
	return false;
}
