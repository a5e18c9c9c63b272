/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conclude - one sentence over several metrics, from their rankings */
#include "stats/ranking/conclude.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/ranking/basis.h"

/* What is made of the basis. */
struct verdicts {
	const struct basis *basis;
	double *standing; /* of each system: the mean over its metrics of ln(level / family's mean) */
	size_t *order;    /* places of systems, worst first */
	bool mixed;       /* some are better higher, some lower: all are about good and bad */
	struct strings reasons;
};

/* The place of a system in a family; false when it has none. */
static bool place_of(const struct family *family, const char *system, size_t *place)
{
	for (*place = 0; *place < family->contestant_count; ++*place)
		if (strcmp(family->contestants[*place].system, system) == 0)
			return true;
	return false;
}

/* Which way the chain is good. */
static enum better sense(const struct verdicts *verdicts)
{
	return verdicts->mixed ? BETTER_HIGHER : verdicts->basis->families[0]->better;
}

/* 1, or -1 for a family that is turned round. */
static int orientation(const struct verdicts *verdicts, const struct family *family)
{
	return verdicts->mixed && family->better == BETTER_LOWER ? -1 : 1;
}

static void find_sense(struct verdicts *verdicts)
{
	for (size_t f = 1; f < verdicts->basis->family_count; f++)
		if (verdicts->basis->families[f]->better != verdicts->basis->families[0]->better)
			verdicts->mixed = true;
	if (verdicts->mixed)
		strings_add(&verdicts->reasons,
			memory_copy_string("metrics of which less is better are turned round"));
}

static double family_mean(const struct family *family)
{
	double sum = 0;

	for (size_t i = 0; i < family->contestant_count; i++)
		sum += family->contestants[i].level.mean;
	return sum / (double)family->contestant_count;
}

static void compute_standings(struct verdicts *verdicts)
{
	verdicts->standing = memory_allocate(verdicts->basis->systems.count, sizeof(double));
	for (size_t s = 0; s < verdicts->basis->systems.count; s++) {
		size_t metrics = 0;

		for (size_t f = 0; f < verdicts->basis->family_count; f++) {
			const struct family *family = verdicts->basis->families[f];
			size_t place;

			if (!place_of(family, verdicts->basis->systems.keys[s], &place))
				continue;
			verdicts->standing[s] += orientation(verdicts, family) *
						 (family->contestants[place].level.mean -
							 family_mean(family));
			metrics++;
		}
		verdicts->standing[s] /= (double)metrics;
	}
}

/* Whether system a stands before b: the better is to the right, ties by name. */
static bool stands_before(const struct verdicts *verdicts, size_t a, size_t b)
{
	bool ascending = sense(verdicts) == BETTER_HIGHER;

	if (verdicts->standing[a] != verdicts->standing[b])
		return (verdicts->standing[a] < verdicts->standing[b]) == ascending;
	return strcmp(verdicts->basis->systems.keys[a], verdicts->basis->systems.keys[b]) < 0;
}

static void order_systems(struct verdicts *verdicts)
{
	verdicts->order = memory_allocate(verdicts->basis->systems.count, sizeof(size_t));
	for (size_t i = 0; i < verdicts->basis->systems.count; i++) {
		size_t at = i;

		for (; at > 0 && stands_before(verdicts, i, verdicts->order[at - 1]); at--)
			verdicts->order[at] = verdicts->order[at - 1];
		verdicts->order[at] = i;
	}
}

/* What one metric says of two systems; false when it has not both. */
static bool relation_in(const struct verdicts *verdicts, size_t f, const char *a, const char *b,
	enum relation *relation)
{
	const struct family *family = verdicts->basis->families[f];
	size_t place_a;
	size_t place_b;

	if (!place_of(family, a, &place_a) || !place_of(family, b, &place_b))
		return false;
	*relation = family_relation(family, place_a, place_b);
	if (orientation(verdicts, family) < 0)
		*relation = relation_mirrored(*relation);
	return true;
}

/* "Docker <= Host: < in 3 of 8 metrics, ?=? in 5 (dd/read.throughput, ...)" */
static enum relation relate(struct verdicts *verdicts, const char *a, const char *b)
{
	size_t said[RELATION_COUNT] = { 0 };
	size_t metrics = 0;
	enum relation relation;
	enum relation combined;
	struct text sentence = TEXT_INIT;

	for (size_t f = 0; f < verdicts->basis->family_count; f++) {
		if (!relation_in(verdicts, f, a, b, &relation))
			continue;
		said[relation]++;
		metrics++;
	}
	combined = relation_combined(said);
	text_add_format(&sentence, "%s %s %s:", a, relation_sign(combined), b);
	if (metrics == 0)
		text_add(&sentence, " no metric has both");
	for (int r = 0, first = 1; r < RELATION_COUNT; r++) {
		const char *separator = " (";

		if (!said[r])
			continue;
		text_add_format(&sentence, "%s %s in %zu of %zu", first ? "" : ",",
			relation_sign((enum relation)r), said[r], metrics);
		first = 0;
		for (size_t f = 0; said[r] < metrics && f < verdicts->basis->family_count; f++) {
			if (!relation_in(verdicts, f, a, b, &relation) ||
				relation != (enum relation)r)
				continue;
			text_add_format(
				&sentence, "%s%s", separator, verdicts->basis->names.items[f]);
			separator = ", ";
		}
		if (said[r] < metrics)
			text_add(&sentence, ")");
	}
	strings_add(&verdicts->reasons, text_detach(&sentence));
	return combined;
}

static void write_chain(struct verdicts *verdicts, struct text *chain)
{
	for (size_t i = 0; i < verdicts->basis->systems.count; i++) {
		const char *system = verdicts->basis->systems.keys[verdicts->order[i]];

		if (i)
			text_add_format(chain, " %s ",
				relation_sign(relate(verdicts,
					verdicts->basis->systems.keys[verdicts->order[i - 1]],
					system)));
		text_add(chain, system);
	}
}

void conclude(const struct families *families, const struct experiment_conclusion *wanted,
	struct text *out)
{
	struct basis basis;
	struct verdicts verdicts = { .basis = &basis };
	struct conclusion conclusion = { .title = wanted->title };
	struct text chain = TEXT_INIT;

	basis_gather(&basis, families, wanted);
	if (basis.family_count) {
		find_sense(&verdicts);
		compute_standings(&verdicts);
		order_systems(&verdicts);
		write_chain(&verdicts, &chain);
		conclusion.chain = chain.data;
		conclusion.better = sense(&verdicts);
	}
	conclusion.from = basis.names;
	conclusion.left_out = basis.left_out;
	conclusion.reasons = verdicts.reasons;
	conclusion_write(out, &conclusion);

	strings_release(&verdicts.reasons);
	free(verdicts.standing);
	free(verdicts.order);
	text_release(&chain);
	basis_release(&basis);
}
