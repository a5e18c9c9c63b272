/* SPDX-License-Identifier: GPL-3.0-or-later */
/* units - the units of records and of reports */
#include "core/units.h"

#include <math.h>
#include <string.h>

/* Of each base: ascending factors, the automatic ones as people write them. */
static const struct unit units[] = {
	{ "ns", "s", 1e-9, true },
	{ "µs", "s", 1e-6, true },
	{ "us", "s", 1e-6, false },
	{ "ms", "s", 1e-3, true },
	{ "s", "s", 1, true },
	{ "min", "s", 60, false },
	{ "h", "s", 3600, false },

	{ "B", "B", 1, true },
	{ "kB", "B", 1e3, false },
	{ "KiB", "B", KIB, true },
	{ "MB", "B", 1e6, false },
	{ "MiB", "B", MIB, true },
	{ "GB", "B", 1e9, false },
	{ "GiB", "B", GIB, true },
	{ "TB", "B", 1e12, false },
	{ "TiB", "B", TIB, true },

	{ "bit/s", "B/s", 0.125, false },
	{ "B/s", "B/s", 1, true },
	{ "kbit/s", "B/s", 125, false },
	{ "kB/s", "B/s", 1e3, true },
	{ "KiB/s", "B/s", KIB, false },
	{ "Mbit/s", "B/s", 125e3, false },
	{ "MB/s", "B/s", 1e6, true },
	{ "MiB/s", "B/s", MIB, false },
	{ "Gbit/s", "B/s", 125e6, false },
	{ "GB/s", "B/s", 1e9, true },
	{ "GiB/s", "B/s", GIB, false },

	{ "1/s", "1/s", 1, true },
	{ "1000/s", "1/s", 1e3, true },

	{ "%", "ratio", 0.01, true },
	{ "ratio", "ratio", 1, false },
	{ "1", "1", 1, true },
};

#define UNIT_COUNT (sizeof units / sizeof *units)

bool scan_prefix(struct slice *at, enum prefix_base base, double *factor)
{
	static const char letters[] = "kMGTPE";
	const char *letter;
	double step = base;

	*factor = 1;
	if (slice_is_empty(*at) || *at->start == '\0')
		return true;
	letter = strchr(letters, *at->start == 'K' ? 'k' : *at->start);
	if (!letter)
		return true;
	at->start++;
	if (scan_char(at, 'i'))
		step = BINARY_PREFIX;
	for (; letter >= letters; letter--)
		*factor *= step;
	return true;
}

bool scan_time_unit(struct slice *at, double *factor)
{
	static const struct {
		const char *name;
		double factor;
	} names[] = {
		{ "nsec", 1e-9 },
		{ "usec", 1e-6 },
		{ "msec", 1e-3 },
		{ "sec", 1 },
		{ "min", 60 },
		{ "ns", 1e-9 },
		{ "us", 1e-6 },
		{ "ms", 1e-3 },
		{ "s", 1 },
		{ "m", 60 },
		{ "h", 3600 },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (scan_text(at, names[i].name)) {
			*factor = names[i].factor;
			return true;
		}
	}
	return false;
}

const struct unit *unit_find(const char *name)
{
	for (size_t i = 0; i < UNIT_COUNT; i++)
		if (*units[i].name == *name && strcmp(units[i].name, name) == 0)
			return &units[i];
	return NULL;
}

const struct unit *unit_for(const char *base, double value)
{
	const struct unit *plain = unit_find(base);
	const struct unit *best = NULL;

	for (size_t i = 0; i < UNIT_COUNT; i++) {
		const struct unit *unit = &units[i];

		if (!unit->automatic || strcmp(unit->base, base) != 0)
			continue;
		if (!best || fabs(value) >= unit->factor)
			best = unit;
	}
	return value == 0 && plain && plain->automatic ? plain : best;
}

void text_add_quantity(struct text *text, double value, const char *base)
{
	const struct unit *unit = base ? unit_for(base, value) : NULL;
	const char *name = unit ? unit->name : base;

	text_add_format(text, "%.4g", value / (unit ? unit->factor : 1));
	if (name && strcmp(name, "1") != 0)
		text_add_format(text, " %s", name);
}
