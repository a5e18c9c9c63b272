/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fields - what --by may name */
#include "stats/stream/fields.h"

#include "core/message.h"
#include "core/scan.h"

/* A field that a record has already would be there twice. */
void fields_check(const char *fields)
{
	static const char *const taken[] = { "kind", "unit", "better", "n", "mean", "variance",
		"sd", "cv", "ci", "median", "mad", "min", "max", "failed", "not_steady", "bound",
		"first", "bounds", "cached", "marks", "verdict", "reasons", "values", "resolution",
		"tau", "alpha", "sources",
		/* and those of a series */
		"interval", "dropped", "zero", "cut", "cut_time", "effective_n", "r",
		"whole_mean" };
	struct slice rest = slice_of(fields);
	struct slice field = rest;

	for (; !slice_is_empty(rest); scan_char(&rest, ',')) {
		field = rest;
		if (!scan_until(&rest, ",", &field))
			rest.start = rest.end;
		for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
			if (slice_equals(slice_trim(field), taken[i]))
				die_usage("--by cannot take '%s', which a summary has itself",
					taken[i]);
	}
}
