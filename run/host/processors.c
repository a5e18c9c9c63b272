/* SPDX-License-Identifier: GPL-3.0-or-later */
/* processors - which of this machine's processors things run on */
#include "run/host/processors.h"

#include <errno.h>

#include "core/scan.h"

/* "3" or "0-2" */
static bool scan_range(struct slice *at, cpu_set_t *set)
{
	uint64_t first, last;

	if (!scan_integer(at, &first))
		return false;
	last = first;
	if (scan_char(at, '-') && (!scan_integer(at, &last) || last < first))
		return false;
	for (uint64_t processor = first; processor <= last && processor < CPU_SETSIZE; processor++)
		CPU_SET(processor, set);
	return last < CPU_SETSIZE;
}

bool processors_read(cpu_set_t *set, const char *list)
{
	struct slice rest = slice_of(list);

	CPU_ZERO(set);
	do {
		if (!scan_range(&rest, set))
			return false;
	} while (scan_char(&rest, ','));
	return slice_is_empty(rest);
}

bool processors_bind(const char *list)
{
	cpu_set_t set;

	errno = EINVAL;
	return processors_read(&set, list) && sched_setaffinity(0, sizeof set, &set) == 0;
}
