/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranking_words - the words of rankings, without the records that they came in */
#include "render/report/ranking_words.h"

#include <string.h>

#include "core/memory.h"

static void own(const char **word, struct index *words)
{
	size_t number;

	if (!*word)
		return;
	number = index_add(words, slice_of(*word));
	*word = words->keys[number];
}

static void own_strings(struct strings *strings, struct index *words)
{
	for (size_t i = 0; i < strings->count; i++)
		own(&strings->items[i], words);
}

/* No two pairs have the same: it would be looked for in vain. */
static void own_evidence(struct ranking *ranking, struct strings *copies)
{
	struct pair *end = ranking->pairs + ranking->pair_count;
	size_t size = 1;
	char *copy;

	for (const struct pair *pair = ranking->pairs; pair < end; pair++)
		size += pair->evidence ? strlen(pair->evidence) + 1 : 0;
	copy = memory_allocate(size, 1);
	strings_add(copies, copy);
	for (struct pair *pair = ranking->pairs; pair < end; pair++) {
		const char *evidence = pair->evidence;

		if (!evidence)
			continue;
		pair->evidence = copy;
		copy = stpcpy(copy, evidence) + 1;
	}
}

void ranking_own_words(struct ranking *ranking, struct index *words, struct strings *evidence)
{
	own(&ranking->test, words);
	own(&ranking->metric, words);
	own(&ranking->unit, words);
	own(&ranking->chain, words);
	own(&ranking->baseline, words);
	for (size_t i = 0; i < ranking->pair_count; i++) {
		own(&ranking->pairs[i].a, words);
		own(&ranking->pairs[i].b, words);
	}
	for (size_t i = 0; i < ranking->letter_count; i++) {
		own(&ranking->letters[i].system, words);
		own(&ranking->letters[i].letters, words);
	}
	own_strings(&ranking->left_out, words);
	own_strings(&ranking->reasons, words);
	own_evidence(ranking, evidence);
}
