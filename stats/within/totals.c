/* SPDX-License-Identifier: GPL-3.0-or-later */
/* totals - which of the repeats is the tool's own total of a run that has a series, too */
#include "stats/within/totals.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"

struct count {
	size_t totals;
	size_t series;
	size_t at; /* the first total, in its group */
};

/* What a total is looked for by: from the narrow to the wide. */
enum scope { SCOPE_LOG, SCOPE_RUN, SCOPE_CELL, SCOPE_COUNT };

/* A cell may lie in several groups, when samples are grouped by further fields. */
static void make_key(struct text *key, enum scope scope, size_t group, size_t cell, double run,
	struct slice path)
{
	text_clear(key);
	text_add_format(key, "%d\n%zu\n%zu\n", scope, group, cell);
	if (scope <= SCOPE_RUN)
		text_add_format(key, "%.17g\n", run);
	if (scope == SCOPE_LOG)
		text_add_bytes(key, path.start, slice_length(path));
}

static struct count *count_of(struct totals *totals, const struct text *key)
{
	size_t known = totals->index.count;
	size_t number = index_add(
		&totals->index, (struct slice){ key->data, key->data + key->length });

	if (number == known) {
		totals->counts = memory_reserve_one(
			totals->counts, known, &totals->capacity, sizeof *totals->counts);
		totals->counts[known] = (struct count){ 0 };
	}
	return &totals->counts[number];
}

static void make_key_of_repeat(
	struct text *key, enum scope scope, size_t group, const struct repeat *repeat)
{
	size_t line;

	make_key(key, scope, group, repeat->cell, repeat->run, source_path(repeat->source, &line));
}

static void make_key_of_series(
	struct text *key, enum scope scope, const struct intervals *intervals)
{
	make_key(key, scope, intervals->group, intervals->cell, intervals->run,
		slice_of(intervals->path));
}

static void add_total(struct totals *totals, const struct text *key, size_t at)
{
	struct count *count = count_of(totals, key);

	if (count->totals++ == 0)
		count->at = at;
}

/* Logs that have a total and a series of it have no part in the search beyond them. */
static bool is_settled(struct totals *totals, const struct text *key)
{
	const struct count *count = count_of(totals, key);

	return count->totals && count->series;
}

static void add_group(
	struct totals *totals, const struct groups *groups, size_t number, enum scope scope)
{
	const struct group *group = &groups->items[number];
	struct text key = TEXT_INIT;

	for (size_t i = 0; i < group->count; i++) {
		make_key_of_repeat(&key, SCOPE_LOG, number, &group->repeats[i]);
		if (scope == SCOPE_RUN && is_settled(totals, &key))
			continue;
		make_key_of_repeat(&key, scope, number, &group->repeats[i]);
		add_total(totals, &key, i);
	}
	text_release(&key);
}

static void add_series(struct totals *totals, const struct within *within, enum scope scope)
{
	struct text key = TEXT_INIT;

	for (size_t i = 0; i < within->index.count; i++) {
		make_key_of_series(&key, SCOPE_LOG, &within->items[i]);
		if (scope == SCOPE_RUN && is_settled(totals, &key))
			continue;
		make_key_of_series(&key, scope, &within->items[i]);
		count_of(totals, &key)->series++;
	}
	text_release(&key);
}

void totals_init(struct totals *totals, const struct within *within, const struct groups *groups)
{
	*totals = (struct totals){ 0 };
	for (int scope = 0; scope < SCOPE_COUNT; scope++) {
		for (size_t i = 0; i < groups->index.count; i++)
			if (groups->items[i].series)
				add_group(totals, groups, i, (enum scope)scope);
		add_series(totals, within, (enum scope)scope);
	}
}

static struct count counted(
	const struct totals *totals, enum scope scope, const struct intervals *intervals)
{
	struct text key = TEXT_INIT;
	struct count count = { 0 };
	size_t number;

	make_key_of_series(&key, scope, intervals);
	if (index_find(&totals->index, (struct slice){ key.data, key.data + key.length }, &number))
		count = totals->counts[number];
	text_release(&key);
	return count;
}

enum total_match totals_find(
	const struct totals *totals, const struct intervals *intervals, size_t *at)
{
	for (int scope = SCOPE_LOG; scope <= SCOPE_RUN; scope++) {
		struct count count = counted(totals, (enum scope)scope, intervals);

		*at = count.at;
		if (count.totals)
			return count.totals == 1 && count.series == 1 ? TOTAL_ONE : TOTAL_UNCLEAR;
	}
	return TOTAL_NONE;
}

bool totals_has_any(const struct totals *totals, const struct intervals *intervals)
{
	return counted(totals, SCOPE_CELL, intervals).totals > 0;
}

void totals_release(struct totals *totals)
{
	index_release(&totals->index);
	free(totals->counts);
	*totals = (struct totals){ 0 };
}
