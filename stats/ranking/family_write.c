/* SPDX-License-Identifier: GPL-3.0-or-later */
/* family_write - the record of a family's ranking */
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/letters.h"
#include "stats/ranking/family.h"

static void write_chain(const struct family *family, struct text *chain)
{
	for (size_t i = 0; i < family->contestant_count; i++) {
		if (i)
			text_add_format(
				chain, " %s ", relation_sign(family_relation(family, i - 1, i)));
		text_add(chain, family->contestants[i].system);
	}
}

static struct pair pair_of(const struct family *family, const struct comparison *comparison)
{
	return (struct pair){
		.a = family->contestants[comparison->a].system,
		.b = family->contestants[comparison->b].system,
		.ratio = comparison->ratio,
		.ci = { comparison->ci[0], comparison->ci[1] },
		.relation = comparison->relation,
		.evidence = comparison->evidence,
	};
}

/* Letters of all contestants, with their strings. */
struct lettering {
	struct letter *items;
	char (*texts)[LETTERS_MOST + 1];
	size_t count;
};

static bool *find_separated(const struct family *family)
{
	size_t k = family->contestant_count;
	bool *separated = memory_allocate(k * k + 1, sizeof *separated);

	for (size_t a = 0; a < k; a++)
		for (size_t b = 0; b < k; b++) {
			enum relation relation = a == b ? RELATION_EQUIVALENT
							: family_relation(family, a, b);

			separated[a * k + b] = relation == RELATION_LESS ||
					       relation == RELATION_GREATER;
		}
	return separated;
}

static void lettering_fill(struct lettering *lettering, const struct family *family)
{
	bool *separated = find_separated(family);
	struct letters letters;

	*lettering = (struct lettering){ 0 };
	if (letters_of(&letters, separated, family->contestant_count)) {
		lettering->count = family->contestant_count;
		lettering->items = memory_allocate(lettering->count, sizeof *lettering->items);
		lettering->texts = memory_allocate(lettering->count, sizeof *lettering->texts);
	}
	for (size_t i = 0; i < lettering->count; i++) {
		letters_write(&letters, i, lettering->texts[i]);
		lettering->items[i] = (struct letter){
			family->contestants[i].system,
			lettering->texts[i],
		};
	}
	free(separated);
}

static void lettering_release(struct lettering *lettering)
{
	free(lettering->items);
	free(lettering->texts);
}

void family_write(const struct family *family, struct text *out)
{
	struct text chain = TEXT_INIT;
	struct lettering lettering;
	struct ranking ranking = {
		.test = family->test,
		.part = family->part,
		.metric = family->metric,
		.unit = family->unit,
		.better = family->better,
		.baseline = family->baseline,
		.delta = family->delta,
		.alpha = family->alpha,
		.left_out = family->left_out,
		.reasons = family->reasons,
		.pair_count = family->comparison_count,
	};

	write_chain(family, &chain);
	ranking.chain = chain.data;
	ranking.pairs = memory_allocate(family->comparison_count, sizeof *ranking.pairs);
	for (size_t i = 0; i < family->comparison_count; i++)
		ranking.pairs[i] = pair_of(family, &family->comparisons[i]);
	lettering_fill(&lettering, family);
	ranking.letters = lettering.items;
	ranking.letter_count = lettering.count;
	ranking_write(out, &ranking);
	lettering_release(&lettering);
	free(ranking.pairs);
	text_release(&chain);
}
