/* SPDX-License-Identifier: GPL-3.0-or-later */
/* family - the systems compared on one metric of one test */
#include "stats/ranking/family.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

static void leave_out(struct family *family, const char *system, const char *why)
{
	struct text text = TEXT_INIT;

	text_add_format(&text, "%s: %s", system, why);
	strings_add(&family->left_out, text_detach(&text));
}

static const char *name_of(const struct summary *summary)
{
	return summary->system ? summary->system : "?";
}

static void admit(struct family *family, const struct summary *summary)
{
	const char *system = name_of(summary);
	const char *why = contestant_why_not(summary);

	if (why)
		leave_out(family, system, why);
	else
		family->contestants[family->contestant_count++] = contestant_of(summary, system);
}

/* What is said must not depend on the order in which summaries came. */
static int compare_names(const void *a, const void *b)
{
	const struct summary *x = *(const struct summary *const *)a;
	const struct summary *y = *(const struct summary *const *)b;

	return strcmp(x->system ? x->system : "", y->system ? y->system : "");
}

/* Worst first, as people write `Kata < Gvisor < Docker` where more is better; else most first. */
static int compare_descending(const void *a, const void *b)
{
	const struct contestant *x = a;
	const struct contestant *y = b;

	if (x->level.mean != y->level.mean)
		return x->level.mean > y->level.mean ? -1 : 1;
	return strcmp(x->system, y->system);
}

static int compare_ascending(const void *a, const void *b)
{
	const struct contestant *x = a;
	const struct contestant *y = b;

	if (x->level.mean != y->level.mean)
		return x->level.mean < y->level.mean ? -1 : 1;
	return strcmp(x->system, y->system);
}

/* How many systems have an interval. */
static size_t count_repeated(const struct family *family)
{
	size_t k = 0;

	for (size_t i = 0; i < family->contestant_count; i++)
		k += family->contestants[i].level.n >= 2;
	return k;
}

void family_admit(struct family *family)
{
	family->contestants = memory_allocate(family->summary_count, sizeof *family->contestants);
	qsort((void *)family->summaries, family->summary_count, sizeof *family->summaries,
		compare_names);
	for (size_t i = 0; i < family->summary_count; i++)
		if (i && compare_names(&family->summaries[i - 1], &family->summaries[i]) == 0)
			leave_out(family, name_of(family->summaries[i]), "summarised twice");
		else
			admit(family, family->summaries[i]);
	qsort(family->contestants, family->contestant_count, sizeof *family->contestants,
		family->better == BETTER_HIGHER ? compare_ascending : compare_descending);
}

static bool is_baseline(const struct family *family, size_t place)
{
	return same_label(family->contestants[place].system, family->baseline);
}

/* The places of a pair, a before b but for the baseline, which others are compared with. */
static struct comparison compare_places(
	const struct family *family, size_t a, size_t b, const struct pair_policy *policy)
{
	bool turned = is_baseline(family, a);
	size_t left = turned ? b : a;
	size_t right = turned ? a : b;
	struct comparison comparison = compare(
		&family->contestants[left], &family->contestants[right], policy);

	comparison.a = left;
	comparison.b = right;
	return comparison;
}

void family_rank(struct family *family)
{
	struct pair_policy policy = { .delta = family->delta, .alpha = family->alpha };
	size_t count = family->contestant_count;

	policy.pair_alpha = alpha_of_pair(family->alpha, count_repeated(family));
	family->comparisons = memory_allocate(
		count * (count - 1) / 2 + 1, sizeof *family->comparisons);
	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count; b++)
			family->comparisons[family->comparison_count++] = compare_places(
				family, a, b, &policy);
}

/* Comparisons stand in the order of their first, then of their second place. */
static const struct comparison *comparison_of(const struct family *family, size_t a, size_t b)
{
	size_t first = a < b ? a : b;
	size_t second = a < b ? b : a;

	return &family->comparisons[first * (2 * family->contestant_count - first - 1) / 2 +
				    second - first - 1];
}

enum relation family_relation(const struct family *family, size_t a, size_t b)
{
	const struct comparison *comparison = comparison_of(family, a, b);

	return comparison->a == a ? comparison->relation : relation_mirrored(comparison->relation);
}

void family_release(struct family *family)
{
	for (size_t i = 0; i < family->comparison_count; i++)
		free(family->comparisons[i].evidence);
	for (size_t i = 0; i < family->contestant_count; i++)
		contestant_release(&family->contestants[i]);
	strings_release(&family->left_out);
	strings_release(&family->reasons);
	free(family->comparisons);
	free(family->contestants);
	free(family->summaries);
	*family = (struct family){ 0 };
}
