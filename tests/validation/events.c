/* SPDX-License-Identifier: GPL-3.0-or-later */
/* events - what gates count */
#include "tests/validation/events.h"

#include <math.h>

#include "stats/difference/judge.h"
#include "tests/validation/decide.h"

void says_different(const struct data *data, struct margins margins, unsigned *counts)
{
	struct outcome outcome = decide(data, margins);
	bool found = false;

	for (size_t a = 0; a < data->k; a++)
		for (size_t b = a + 1; b < data->k; b++)
			found |= outcome.relation[a][b] == RELATION_GREATER ||
				 outcome.relation[a][b] == RELATION_LESS;
	counts[0] += found;
}

void says_first_equal(const struct data *data, struct margins margins, unsigned *counts)
{
	struct outcome outcome = decide(data, margins);
	bool found = false;

	for (size_t b = 1; b < data->k; b++)
		found |= outcome.relation[0][b] == RELATION_EQUIVALENT;
	counts[0] += found;
}

void says_first_greater(const struct data *data, struct margins margins, unsigned *counts)
{
	struct outcome outcome = decide(data, margins);
	bool all = true;

	for (size_t b = 1; b < data->k; b++)
		all &= outcome.relation[0][b] == RELATION_GREATER;
	counts[0] += all;
}

void says_stable(const struct data *data, struct margins margins, unsigned *counts)
{
	counts[0] += decide(data, margins).verdict[0] == VERDICT_STABLE;
}

void says_unstable(const struct data *data, struct margins margins, unsigned *counts)
{
	counts[0] += decide(data, margins).verdict[0] == VERDICT_UNSTABLE;
}

void sets_aside(const struct data *data, struct margins margins, unsigned *counts)
{
	counts[0] += decide(data, margins).set_aside[0] > 0;
}

static void count_scaled(
	const struct data *data, struct margins margins, double factor, unsigned *counts)
{
	struct data other = *data;
	struct outcome before = decide(data, margins);
	struct outcome after;

	data_scale(&other, factor);
	after = decide(&other, margins);
	counts[0] += !outcomes_agree(&before, &after);
}

void depends_on_unit(const struct data *data, struct margins margins, unsigned *counts)
{
	count_scaled(data, margins, 1e6, counts);
}

void depends_on_binary_unit(const struct data *data, struct margins margins, unsigned *counts)
{
	count_scaled(data, margins, 0x1p20, counts);
}

void depends_on_names(const struct data *data, struct margins margins, unsigned *counts)
{
	struct data other = *data;
	struct outcome before = decide(data, margins);
	struct outcome after;

	data_reverse_names(&other);
	after = decide(&other, margins);
	counts[0] += !outcomes_agree(&before, &after);
}

/* The outcome with its systems end for end. */
static struct outcome reversed(const struct outcome *outcome)
{
	struct outcome result = *outcome;
	size_t last = outcome->k - 1;

	for (size_t a = 0; a <= last; a++) {
		result.set_aside[a] = outcome->set_aside[last - a];
		result.verdict[a] = outcome->verdict[last - a];
		for (size_t b = 0; b <= last; b++)
			result.relation[a][b] = outcome->relation[last - a][last - b];
	}
	return result;
}

void depends_on_order(const struct data *data, struct margins margins, unsigned *counts)
{
	struct data other = *data;
	struct outcome before = decide(data, margins);
	struct outcome after;

	data_reverse_order(&other);
	after = decide(&other, margins);
	after = reversed(&after);
	counts[0] += !outcomes_agree(&before, &after);
}

void depends_on_direction(const struct data *data, struct margins margins, unsigned *counts)
{
	struct data other = *data;
	struct outcome before = decide(data, margins);
	struct outcome after;

	data_invert(&other);
	after = decide(&other, margins);
	for (size_t a = 0; a < data->k; a++)
		for (size_t b = 0; b < data->k; b++)
			after.relation[a][b] = relation_mirrored(after.relation[a][b]);
	counts[0] += !outcomes_agree(&before, &after);
}

void differs_from_programs(const struct data *data, struct margins margins, unsigned *counts)
{
	struct outcome fast = decide(data, margins);
	struct outcome slow = decide_by_the_programs(data, margins);

	counts[0] += !outcomes_agree(&fast, &slow);
}

/* Repeats that no verdict keeps from a claim. */
static struct summary summary_of(const double *values, size_t n)
{
	struct summary summary = summary_of_nothing();

	summary.metric = "time";
	summary.unit = "s";
	summary.better = BETTER_LOWER;
	summary.verdict = verdict_name(VERDICT_STABLE);
	summary.n = n;
	summary.values = (struct numbers){ (double *)values, n, n };
	return summary;
}

void says_changed(const struct data *data, struct margins margins, unsigned *counts)
{
	const struct experiment nothing = { .alpha = NAN };
	const struct policy policy = { &nothing, margins };
	const struct terms terms = { &policy, data->other_count / 2 };
	struct text out = TEXT_INIT;
	bool found = false;

	for (size_t i = 0; i < terms.cells; i++) {
		struct summary before = summary_of(data->others[2 * i], data->other_n);
		struct summary after = summary_of(data->others[2 * i + 1], data->other_n);
		enum change change = judge_cell(
			&(struct pairing){ .of = { &before, &after } }, &terms, &out);

		found |= change == CHANGE_WORSE || change == CHANGE_BETTER;
		text_clear(&out);
	}
	text_release(&out);
	counts[0] += found;
}
