/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * units - the units of records and of reports
 *
 * Records hold base units: s, B, B/s, 1/s, ratio, 1 (a count). Logs print
 * prefixes whose base depends on the tool (dd's MB is 10^6, wget's M is 2^20),
 * so a reader names the base it means.
 */
#ifndef CORE_UNITS_H
#define CORE_UNITS_H

#include <stdbool.h>

#include "core/scan.h"
#include "core/text.h"

#define KIB 1024.0
#define MIB (1024.0 * KIB)
#define GIB (1024.0 * MIB)
#define TIB (1024.0 * GIB)

enum prefix_base {
	DECIMAL_PREFIX = 1000, /* k = 10^3 */
	BINARY_PREFIX = 1024,  /* k = 2^10 */
};

/*
 * A prefix k K M G T P E, or none, as a factor; "Ki" and the like are binary
 * whatever base is. Always true; no prefix gives 1.
 */
bool scan_prefix(struct slice *at, enum prefix_base base, double *factor);

/* "nsec" "usec" "msec" "sec" "ns" "us" "ms" "s" "m" "min" "h", as a factor to seconds. */
bool scan_time_unit(struct slice *at, double *factor);

/* A unit that a report may show: value in base units / factor = value shown. */
struct unit {
	const char *name;
	const char *base;
	double factor;
	bool automatic; /* unit_for() may choose it by itself */
};

/* The unit of that name, or NULL. */
const struct unit *unit_find(const char *name);

/*
 * The unit people expect for a value of that size: the largest whose factor
 * is at most |value|. A base that is not known is shown as it is (NULL).
 */
const struct unit *unit_for(const char *base, double value);

/* A value in the base unit (NULL: none), in the unit that people expect: "305 MB/s". */
void text_add_quantity(struct text *text, double value, const char *base);

#endif
