/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * display - values as people read them: in a unit that suits, to a few digits
 */
#ifndef RENDER_REPORT_DISPLAY_H
#define RENDER_REPORT_DISPLAY_H

#include "core/text.h"
#include "core/units.h"

/* How the numbers of a column are shown. */
struct display {
	const struct unit *unit; /* NULL: base units, without a name */
	int decimals;            /* -1: as each value needs */
};

/* The unit of that name or, without one of that base, what suits a typical value in that base (NULL: none). */
struct display display_for(const char *unit_name, const char *base, double typical);

/* "MB/s", or the base when there is no unit to show; "" of what is counted, and where there is no base. */
const char *display_unit_name(const struct display *display, const char *base);

/*
 * A value in base units, to three significant digits and all those before the
 * point; as "1.23e-08" below 1e-7 (unless decimals are given) and from 1e15 on.
 */
void display_add_value(struct text *out, const struct display *display, double value);

/* "142 ± 27": both with the decimals that suit the value, or both as "1.23e-08" if the larger is. */
void display_add_spread(struct text *out, const struct display *display, double value, double sd);

#endif
