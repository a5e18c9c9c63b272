/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables - what is said of data whose truth is known, by us and by other tools */
#include "tests/validation/tables.h"

#include <stdio.h>

#include "core/memory.h"
#include "tests/validation/anchors.h"
#include "tests/validation/decide.h"

static struct repeats repeats_of(const struct data *data, size_t system)
{
	return (struct repeats){ data->values[system], data->n[system] };
}

static void count_verdicts(const struct data *data, struct margins margins, unsigned *counts)
{
	struct outcome outcome = decide(data, margins);

	counts[outcome.verdict[0]]++;
	counts[3] += outcome.set_aside[0] > 0;
}

/* Ours looks at every pair at once; the tools compare the first with each of the others. */
static void count_winners(const struct data *data, struct margins margins, unsigned *counts)
{
	struct outcome outcome = decide(data, margins);
	bool found = false;

	for (size_t a = 0; a < data->k; a++)
		for (size_t b = a + 1; b < data->k; b++)
			found |= outcome.relation[a][b] == RELATION_GREATER ||
				 outcome.relation[a][b] == RELATION_LESS;
	counts[0] += found;
	for (size_t rule = 0; rule < COMPARISON_RULES; rule++) {
		found = false;
		for (size_t b = 1; b < data->k; b++)
			found |= comparison_rules[rule].differs(
				repeats_of(data, 0), repeats_of(data, b));
		counts[1 + rule] += found;
	}
}

static void count_accepted(const struct data *data, struct margins margins, unsigned *counts)
{
	enum verdict verdict = decide(data, margins).verdict[0];

	counts[0] += verdict == VERDICT_STABLE;
	counts[1] += verdict != VERDICT_UNSTABLE;
	for (size_t rule = 0; rule < STABILITY_RULES; rule++)
		counts[2 + rule] += stability_rules[rule].accepts(repeats_of(data, 0));
}

#define MARGINS   .tau = 0.05, .delta = 0.03
#define ONE(size) &noise_lognormal, .k = 1, .n = (size), MARGINS

/* clang-format off */
#define TRUTHS(n) \
	{ "stable: CV 2 %, n = " #n, { ONE(n), .cv = 0.02 } }, \
	{ "unstable: CV 15 %, n = " #n, { ONE(n), .cv = 0.15 } }, \
	{ "drifting: 10 % over the runs, CV 1 %, n = " #n, { ONE(n), .cv = 0.01, .drift = 0.10 } }, \
	{ "two modes: 3 of 10 runs 20 % slower, CV 1 %, n = " #n, \
		{ ONE(n), .cv = 0.01, .slow_mode = 0.20, .slow_share = 0.3 } }, \
	{ "warm-up: first run 30 % slower, CV 1 %, n = " #n, \
		{ ONE(n), .cv = 0.01, .first_run = 0.30 } }

static const struct row truths[] = { TRUTHS(3), TRUTHS(5), TRUTHS(10), TRUTHS(30) };
static const struct row more_truths[] = { TRUTHS(5), TRUTHS(10), TRUTHS(30) };

#define EQUALS(systems, size) \
	{ "equal, lognormal CV 2 %, k = " #systems ", n = " #size, \
		{ &noise_lognormal, .cv = 0.02, .k = (systems), .n = (size), MARGINS } }, \
	{ "equal, right-skewed CV 5 %, k = " #systems ", n = " #size, \
		{ &noise_skewed, .cv = 0.05, .k = (systems), .n = (size), MARGINS } }, \
	{ "equal, lognormal CV 15 %, k = " #systems ", n = " #size, \
		{ &noise_lognormal, .cv = 0.15, .k = (systems), .n = (size), MARGINS } }
#define WARMING(size) \
	{ "10 % apart, both first runs 30 % slower, CV 2 %, k = 2, n = " #size, \
		{ &noise_lognormal, .cv = 0.02, .k = 2, .n = (size), .ratio_less_1 = 0.10, \
			.first_run = 0.3, MARGINS } }
#define REAL(size) \
	{ "10 % apart, lognormal CV 2 %, k = 2, n = " #size, \
		{ &noise_lognormal, .cv = 0.02, .k = 2, .n = (size), .ratio_less_1 = 0.10, MARGINS } }

static const struct row pairs[] = {
	EQUALS(2, 3), EQUALS(2, 5), EQUALS(2, 10), EQUALS(2, 30),
	EQUALS(5, 3), EQUALS(5, 5), EQUALS(5, 10), EQUALS(5, 30),
	{ "equal, 3 runs of the first at CV 10 %, 30 of the other at CV 2 %, k = 2",
		{ &noise_lognormal, .cv = 0.02, .k = 2, .n = 30, .n_of_first = 3, .cv_of_first = 0.10,
			MARGINS } },
	{ "1 % apart, lognormal CV 0.5 %, k = 2, n = 10",
		{ &noise_lognormal, .cv = 0.005, .k = 2, .n = 10, .ratio_less_1 = 0.01, MARGINS } },
	REAL(3), REAL(5), REAL(10), WARMING(3), WARMING(5), WARMING(10),
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

const struct table tables[TABLES] = {
	{ "What is true, and what is said",
		"The share of data sets with each verdict at tau 5 %, and how many had leading runs "
		"set aside.\nTen per cent of drift over three runs is no more than noise can do: it is "
		"left open. Five runs miss a slow mode that three in ten meet in\na sixth of all "
		"cases, and one slow first run looks like warm-up: that is the blind spot that the "
		"reasons of Stable name.",
		"truth", 4, { "Stable", "Stable?", "Unstable", "first set aside" }, count_verdicts,
		truths, COUNT(truths) },
	{ "Who claims a difference",
		"The share of data sets in which at least one difference is claimed: `>` or `<` by "
		"ours at delta 3 %,\na significant one by the others. "
		"They have no margin: 1 % counts as a difference for them, and it is one.\nOurs "
		"looks at all pairs at once, theirs compare the first system with each other one.",
		"truth", 1 + COMPARISON_RULES, { "ours", "pyperf", "benchstat", "ministat" },
		count_winners, pairs, COUNT(pairs) },
	{ "Who has nothing to say against the repeats",
		"The share of data sets that each rule lets pass. Where the truth is stable "
		"it should be near 1,\nelsewhere near 0; ours is given as Stable, and as anything "
		"but Unstable.",
		"truth", 2 + STABILITY_RULES,
		{ "ours: Stable", "ours: Stable or Stable?", "pyperf", "hyperfine", "nanobench",
			"Phoronix", "SNIA PTS", "fio slope", "fio deviation" },
		count_accepted, more_truths, COUNT(more_truths) },
};

struct study *tables_studies(size_t *count)
{
	struct study *studies;
	size_t filled = 0;

	*count = 0;
	for (size_t t = 0; t < TABLES; t++)
		*count += tables[t].row_count;
	studies = memory_allocate(*count, sizeof *studies);
	for (size_t t = 0; t < TABLES; t++)
		for (size_t i = 0; i < tables[t].row_count; i++) {
			struct study *study = &studies[filled++];
			const struct row *row = &tables[t].rows[i];

			snprintf(study->name, sizeof study->name, "%s | %s", tables[t].title,
				row->name);
			study->scenario = row->scenario;
			study->tally = tables[t].tally;
		}
	return studies;
}
