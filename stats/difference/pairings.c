/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairings - which summary of one stream stands against which of another */
#include "stats/difference/pairings.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"

static void add_label(struct text *key, const char *label)
{
	text_add_format(key, "%s%s\n", label ? "=" : "", label ? label : "");
}

/* The number of a cell's pairing, made when it is new; of its whole test where metric is NULL. */
static size_t place_of(struct pairings *pairings, const struct summary *summary, const char *metric)
{
	struct text key = TEXT_INIT;
	size_t known = pairings->index.count;
	size_t number;

	add_label(&key, summary->system);
	add_label(&key, summary->test);
	add_label(&key, metric);
	if (metric && !isnan(summary->part))
		text_add_format(&key, "%.17g", summary->part);
	number = index_add(&pairings->index, text_slice(&key));
	text_release(&key);
	if (number == known) {
		pairings->items = memory_reserve_one(
			pairings->items, known, &pairings->capacity, sizeof *pairings->items);
		pairings->items[number] = (struct pairing){ .test = number };
	}
	return number;
}

void pairings_add(
	struct pairings *pairings, enum occasion occasion, const struct rankings *summaries)
{
	for (size_t i = 0; i < summaries->summary_count; i++) {
		const struct summary *summary = summaries->summaries[i];
		size_t test = place_of(pairings, summary, NULL);
		size_t cell = place_of(pairings, summary, summary->metric);

		pairings->items[cell].of[occasion] = summary;
		pairings->items[cell].test = test;
		pairings->items[test].metrics[occasion] += summary->metric != NULL;
	}
}

bool is_whole_test(const struct pairings *pairings, const struct pairing *pairing)
{
	return &pairings->items[pairing->test] == pairing;
}

bool is_told_by_test(const struct pairings *pairings, const struct pairing *pairing)
{
	const struct pairing *test = &pairings->items[pairing->test];

	return (!pairing->of[BEFORE] && test->of[BEFORE]) ||
	       (!pairing->of[AFTER] && test->of[AFTER]);
}

void pairings_release(struct pairings *pairings)
{
	index_release(&pairings->index);
	free(pairings->items);
	*pairings = (struct pairings){ 0 };
}
