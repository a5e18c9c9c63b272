/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit/basis - what the data themselves say of systems, asked pair by pair */
#include "render/audit/basis.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/memory.h"
#include "core/scan.h"

/* Whether each word of a is one of b's, whatever their case. */
static bool has_words(const char *a, const char *b)
{
	struct slice rest = slice_of(a);
	struct slice word;
	bool has = *a != '\0';

	while (has && scan_blanks(&rest) && scan_word(&rest, &word)) {
		struct slice others = slice_of(b);
		struct slice other;

		has = false;
		while (!has && scan_blanks(&others) && scan_word(&others, &other))
			has = slice_length(word) == slice_length(other) &&
			      strncasecmp(word.start, other.start, slice_length(word)) == 0;
	}
	return has;
}

const struct conclusion *basis_conclusion(const struct basis *basis, const char *title)
{
	const struct conclusion *found = NULL;
	size_t count = 0;

	for (size_t i = 0; i < basis->book->conclusion_count; i++) {
		const struct conclusion *conclusion = &basis->book->conclusions[i];

		if (strcasecmp(conclusion->title, title) == 0)
			return conclusion;
		if (!has_words(title, conclusion->title) && !has_words(conclusion->title, title))
			continue;
		found = conclusion;
		count++;
	}
	return count == 1 ? found : NULL;
}

/* The test and the metric of "dd/write.throughput": the caller frees test. */
static const char *split_metric(const char *name, char **test)
{
	const char *slash = strchr(name, '/');

	*test = slice_copy((struct slice){ name, slash ? slash : name });
	return slash ? slash + 1 : name;
}

static const struct summary *summary_of(
	const struct basis *basis, const char *name, const char *system)
{
	char *test;
	const char *metric = split_metric(name, &test);
	const struct summary *summary = book_summary(basis->book, system, test, metric, NAN);

	free(test);
	return summary;
}

static bool has_value(
	const struct basis *basis, const struct conclusion *conclusion, const char *system)
{
	for (size_t i = 0; i < conclusion->from.count; i++) {
		const struct summary *summary = summary_of(
			basis, conclusion->from.items[i], system);

		if (summary && summary->n)
			return true;
	}
	return false;
}

/* The book's name of a system, by its own or an alias. */
static const char *find_system(const struct basis *basis, const char *name)
{
	const struct experiment *experiment = basis->experiment;
	size_t place = experiment_system_order(experiment, name);
	const char *own = place < experiment->system_count ? experiment->systems[place].name : name;

	for (size_t i = 0; i < basis->book->systems.count; i++)
		if (strcmp(basis->book->systems.items[i], own) == 0)
			return basis->book->systems.items[i];
	return NULL;
}

const char *basis_system(
	const struct basis *basis, const struct conclusion *conclusion, const char *name)
{
	const char *own = find_system(basis, name);
	const char *like = NULL;
	size_t count = 0;

	if (own && has_value(basis, conclusion, own))
		return own;
	for (size_t i = 0; i < basis->book->systems.count; i++) {
		const char *system = basis->book->systems.items[i];

		if (strncasecmp(system, name, strlen(name)) != 0 || (own && system == own) ||
			!has_value(basis, conclusion, system))
			continue;
		like = system;
		count++;
	}
	return count == 1 ? like : own;
}

/* "Kata: 12.6 MB/s (one run)", "Kata: 908 MB/s, cached", "Gvisor: Unsupported", "Gvisor: no value" */
static void add_value(
	const struct basis *basis, const char *name, const char *system, struct text *words)
{
	const struct summary *summary = summary_of(basis, name, system);
	struct display display;
	const char *unit;

	text_add_format(words, "%s: ", system);
	if (!summary || summary->n == 0) {
		text_add(words, summary && *summary->verdict ? summary->verdict : "no value");
		return;
	}
	display = display_for(tables_unit(basis->tables, summary), summary->unit, summary->median);
	if (summary->bound)
		text_add_format(words, "%s ", bound_sign(summary->bound));
	display_add_value(words, &display, summary->median);
	unit = display_unit_name(&display, summary->unit);
	text_add_format(words, "%s%s", *unit ? " " : "", unit);
	for (size_t i = 0; i < summary->marks.count; i++)
		text_add_format(words, ", %s",
			strcmp(summary->marks.items[i], MARK_BOUND) == 0 ? "only a bound"
									 : summary->marks.items[i]);
	if (summary->n == 1 && summary->marks.count == 0)
		text_add(words, ", one run");
}

static const struct pair *find_pair(
	const struct ranking *ranking, const char *a, const char *b, enum relation *relation)
{
	for (size_t i = 0; ranking && i < ranking->pair_count; i++) {
		const struct pair *pair = &ranking->pairs[i];
		bool is_straight = strcmp(pair->a, a) == 0 && strcmp(pair->b, b) == 0;

		if (!is_straight && (strcmp(pair->a, b) != 0 || strcmp(pair->b, a) != 0))
			continue;
		*relation = is_straight ? pair->relation : relation_mirrored(pair->relation);
		return pair;
	}
	return NULL;
}

/* A conclusion over metrics of both senses has turned those round of which less is better. */
static bool is_turned(const struct conclusion *conclusion, const struct ranking *ranking)
{
	return conclusion->better == BETTER_HIGHER && ranking->better == BETTER_LOWER;
}

bool basis_relation(const struct basis *basis, const struct couple *couple, const char *metric,
	enum relation *relation, struct text *words)
{
	char *test;
	const char *own = split_metric(metric, &test);
	const struct ranking *ranking = book_ranking(basis->book, test, own, NAN);
	const struct pair *pair = find_pair(ranking, couple->a, couple->b, relation);

	free(test);
	text_add_format(words, "%s: ", metric);
	add_value(basis, metric, couple->a, words);
	text_add(words, "; ");
	add_value(basis, metric, couple->b, words);
	if (pair && !isnan(pair->ci[0]))
		text_add_format(words, "; %s", pair->evidence);
	if (pair && is_turned(couple->conclusion, ranking))
		*relation = relation_mirrored(*relation);
	return pair != NULL;
}
