/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle - the verdict on a group, from that on its values and what else became of its runs */
#include "stats/repeats/settle.h"

size_t count_runs(const struct summary *summary)
{
	return summary->first.count + summary->cached.count + summary->bounds.count +
	       summary->values.count + summary->failed;
}

enum verdict settle(enum verdict on_values, const struct summary *summary)
{
	size_t runs = count_runs(summary);
	enum verdict verdict = summary->bound == BOUND_NONE ? on_values : VERDICT_UNDECIDED;

	if (2 * summary->not_steady > runs - summary->failed && verdict == VERDICT_STABLE)
		verdict = VERDICT_UNDECIDED;
	if (summary->failed && 2 * summary->failed >= runs)
		verdict = VERDICT_UNSTABLE;
	return verdict;
}
