/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contestant - repeats that can be compared with others */
#include "stats/ranking/contestant.h"

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
		return "a value that is not above 0 has no ratio to others";
	return NULL;
}

struct contestant contestant_of(const struct summary *summary, const char *system)
{
	return (struct contestant){
		.system = system,
		.summary = summary,
		.level = level_of(summary->values.items, summary->n, summary->resolution),
	};
}
