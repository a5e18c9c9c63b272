/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ranking_words - the words of rankings, without the records that they came in */
#include "render/report/ranking_words.h"

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

void ranking_own_words(struct ranking *ranking, struct index *words)
{
	own(&ranking->test, words);
	own(&ranking->metric, words);
	own(&ranking->unit, words);
	own(&ranking->chain, words);
	own(&ranking->baseline, words);
	for (size_t i = 0; i < ranking->pair_count; i++) {
		own(&ranking->pairs[i].a, words);
		own(&ranking->pairs[i].b, words);
		own(&ranking->pairs[i].evidence, words);
	}
	for (size_t i = 0; i < ranking->letter_count; i++) {
		own(&ranking->letters[i].system, words);
		own(&ranking->letters[i].letters, words);
	}
	own_strings(&ranking->left_out, words);
	own_strings(&ranking->reasons, words);
}
