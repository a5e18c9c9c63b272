/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contestant - repeats that can be compared with others */
#include "stats/ranking/contestant.h"

#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"
#include "stats/methods/shift.h"

static bool has_values_not_positive(const struct summary *summary)
{
	for (size_t i = 0; i < summary->n; i++)
		if (!(summary->values.items[i] > 0))
			return true;
	return false;
}

const char *contestant_why_not(const struct summary *summary)
{
	if (summary->n == 0)
		return *summary->verdict ? summary->verdict : "not run";
	if (summary->marks.count)
		return summary->marks.items[0];
	if (has_values_not_positive(summary))
		return "no ratio, a value <= 0";
	return NULL;
}

static double *ascending_logarithms(const struct summary *summary)
{
	double *logarithms;

	if (summary->n < SHIFT_LEAST)
		return NULL;
	logarithms = memory_resize(NULL, summary->n, sizeof *logarithms);
	logarithms_of(logarithms, summary->values.items, summary->n);
	sort_ascending(logarithms, summary->n);
	return logarithms;
}

struct contestant contestant_of(const struct summary *summary, const char *system)
{
	double *logarithms = ascending_logarithms(summary);

	return (struct contestant){
		.system = system,
		.summary = summary,
		.level = level_of(summary->values.items, summary->n, summary->resolution),
		.logarithms = logarithms,
		.is_skewed = logarithms && is_skewed(logarithms, summary->n),
	};
}

void contestant_release(struct contestant *contestant)
{
	free(contestant->logarithms);
}
