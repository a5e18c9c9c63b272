/* SPDX-License-Identifier: GPL-3.0-or-later */
/* totals - which of the repeats is the tool's own total of a run that has a series, too */
#include "stats/within/totals.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "core/source.h"

struct count {
	size_t totals;
	size_t entries;
	struct total first;
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
	size_t number = index_add(&totals->index, text_slice(key));

	if (number == known) {
		totals->counts = memory_reserve_one(
			totals->counts, known, &totals->capacity, sizeof *totals->counts);
		totals->counts[known] = (struct count){ 0 };
	}
	return &totals->counts[number];
}

static void make_key_of_entry(struct text *key, enum scope scope, const struct entry *entry)
{
	make_key(key, scope, entry->group, entry->cell, entry->intervals->run,
		slice_of(entry->intervals->path));
}

/* Of what no entry is for, nothing is counted: NULL. */
static struct count *find_count(const struct totals *totals, const struct text *key)
{
	size_t number;

	return index_find(&totals->index, text_slice(key), &number) ? &totals->counts[number]
								    : NULL;
}

/* Logs that have a total and an entry for it have no part in the search beyond them. */
static bool is_settled(const struct totals *totals, const struct text *key)
{
	const struct count *count = find_count(totals, key);

	return count && count->totals && count->entries;
}

/* A repeat of a group, as totals are looked for. */
struct candidate {
	size_t group;
	size_t cell;
	double run;
	struct slice path;
	struct total total;
};

static void add_candidate(struct totals *totals, const struct candidate *candidate,
	enum scope scope, struct text *key)
{
	struct count *count;

	make_key(
		key, SCOPE_LOG, candidate->group, candidate->cell, candidate->run, candidate->path);
	if (scope == SCOPE_RUN && is_settled(totals, key))
		return;
	make_key(key, scope, candidate->group, candidate->cell, candidate->run, candidate->path);
	count = find_count(totals, key);
	if (count && count->totals++ == 0)
		count->first = candidate->total;
}

static void add_group(struct totals *totals, struct groups *groups, size_t number, enum scope scope)
{
	const struct group *group = &groups->items[number];
	struct text key = TEXT_INIT;
	struct text source = TEXT_INIT;
	struct trail_cursor cursor;
	struct trace trace;

	repeats_begin(&cursor, groups, group);
	for (size_t i = 0; i < group->repeats.values.count; i++) {
		const struct form *form = repeats_next(&cursor, groups, &trace);

		text_clear(&source);
		if (form->pattern.text)
			pattern_add_text(&form->pattern, trace.numbers, &source);
		add_candidate(totals,
			&(struct candidate){ number, groups_cell(groups, trace.place), trace.key,
				source_path(source.data, NULL), { i, form->bound } },
			scope, &key);
	}
	trail_end(&cursor);
	text_release(&key);
	text_release(&source);
}

static void add_entries(struct totals *totals, const struct entries *entries, enum scope scope)
{
	struct text key = TEXT_INIT;

	for (size_t i = 0; i < entries->count; i++) {
		make_key_of_entry(&key, SCOPE_LOG, &entries->items[i]);
		if (scope == SCOPE_RUN && is_settled(totals, &key))
			continue;
		make_key_of_entry(&key, scope, &entries->items[i]);
		count_of(totals, &key)->entries++;
	}
	text_release(&key);
}

/* Entries first: totals are counted where one is for them. */
void totals_init(struct totals *totals, const struct entries *entries, struct groups *groups)
{
	*totals = (struct totals){ 0 };
	for (int scope = 0; scope < SCOPE_COUNT; scope++) {
		add_entries(totals, entries, (enum scope)scope);
		for (size_t i = 0; i < groups->index.count; i++)
			if (groups->items[i].series)
				add_group(totals, groups, i, (enum scope)scope);
	}
}

static struct count counted(
	const struct totals *totals, enum scope scope, const struct entry *entry)
{
	struct text key = TEXT_INIT;
	struct count count = { 0 };
	size_t number;

	make_key_of_entry(&key, scope, entry);
	if (index_find(&totals->index, text_slice(&key), &number))
		count = totals->counts[number];
	text_release(&key);
	return count;
}

enum total_match totals_find(
	const struct totals *totals, const struct entry *entry, struct total *total)
{
	for (int scope = SCOPE_LOG; scope <= SCOPE_RUN; scope++) {
		struct count count = counted(totals, (enum scope)scope, entry);

		*total = count.first;
		if (count.totals)
			return count.totals == 1 && count.entries == 1 ? TOTAL_ONE : TOTAL_UNCLEAR;
	}
	return TOTAL_NONE;
}

bool totals_has_any(const struct totals *totals, const struct entry *entry)
{
	return counted(totals, SCOPE_CELL, entry).totals > 0;
}

void totals_release(struct totals *totals)
{
	index_release(&totals->index);
	free(totals->counts);
	*totals = (struct totals){ 0 };
}
