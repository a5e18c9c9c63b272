/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/ranking - the pairs and the letters of a ranking, from its tree if there is one */
#include "core/record/ranking.h"

#include <string.h>

#include "core/memory.h"
#include "core/record/nested.h"

static bool read_pair(struct pair *pair, const struct record *record)
{
	*pair = (struct pair){
		.a = record_text(record, "a"),
		.b = record_text(record, "b"),
		.ratio = record_number(record, "ratio"),
		.relation = relation_signed(record_text(record, "relation")),
		.evidence = record_text(record, "evidence"),
	};
	record_interval(pair->ci, record, "ci");
	return pair->a && pair->b && pair->relation != RELATION_COUNT;
}

static bool read_pairs_of_tree(struct ranking *ranking, const struct json *pairs)
{
	ranking->pairs = memory_allocate(json_count(pairs), sizeof *ranking->pairs);
	for (const struct json *item = json_first(pairs); item; item = json_next(item)) {
		const struct record pair = { .tree = (struct json *)item };

		if (!read_pair(&ranking->pairs[ranking->pair_count++], &pair))
			return false;
	}
	return true;
}

/* A copy of what is read into the same place again and again; at moves behind it. */
static const char *keep(char **at, const char *text)
{
	char *kept = *at;

	if (!text)
		return NULL;
	*at = stpcpy(kept, text) + 1;
	return kept;
}

static bool read_objects(struct ranking *ranking, struct member *list)
{
	struct record pair = { 0 };
	struct slice rest = member_value(list);
	struct slice object;
	size_t capacity = 0;
	char *at = flat_list_texts(list);
	bool fine = true;

	while (fine && nested_next(&rest, &object)) {
		struct pair *read;

		ranking->pairs = memory_reserve_one(
			ranking->pairs, ranking->pair_count, &capacity, sizeof *ranking->pairs);
		read = &ranking->pairs[ranking->pair_count++];
		fine = flat_read(&pair.flat, object) && read_pair(read, &pair);
		read->a = keep(&at, read->a);
		read->b = keep(&at, read->b);
		read->evidence = keep(&at, read->evidence);
	}
	flat_release(&pair.flat);
	return fine;
}

/* What is no list of objects has either nothing in it, or what is no pair. */
bool ranking_read_pairs(struct ranking *ranking, const struct record *record)
{
	struct member *pairs = flat_find(&record->flat, "pairs");
	struct slice value;

	if (record->tree)
		return read_pairs_of_tree(ranking, json_member(record->tree, "pairs"));
	if (!pairs || (pairs->type != MEMBER_LIST && pairs->type != MEMBER_NESTED))
		return true;
	value = member_value(pairs);
	if (pairs->type == MEMBER_NESTED && *value.start == '[')
		return read_objects(ranking, pairs);
	return element_skip_blanks(value.start + 1) + 1 == value.end;
}

static void add_letter(
	struct ranking *ranking, size_t *capacity, const char *system, const char *letters)
{
	ranking->letters = memory_reserve_one(
		ranking->letters, ranking->letter_count, capacity, sizeof *ranking->letters);
	ranking->letters[ranking->letter_count++] = (struct letter){ system, letters };
}

static void read_letters_of_tree(struct ranking *ranking, const struct json *object)
{
	size_t capacity = 0;

	for (const struct json *item = json_first(object); item; item = json_next(item))
		if (json_name(item) && json_text(item))
			add_letter(ranking, &capacity, json_name(item), json_text(item));
}

static void add_letters(struct ranking *ranking, const struct flat *object, char *at)
{
	size_t capacity = 0;

	for (size_t i = 0; i < object->count; i++) {
		struct slice name = member_name(&object->members[i]);
		char *system = at;

		if (object->members[i].type != MEMBER_TEXT)
			continue;
		at = mempcpy(at, name.start, slice_length(name));
		*at++ = '\0';
		add_letter(ranking, &capacity, system, keep(&at, object->members[i].text));
	}
}

void ranking_read_letters(struct ranking *ranking, const struct record *record)
{
	struct member *letters = flat_find(&record->flat, "letters");
	struct flat object = { 0 };

	if (record->tree)
		read_letters_of_tree(ranking, json_member(record->tree, "letters"));
	else if (letters && letters->type == MEMBER_NESTED &&
		 flat_read(&object, member_value(letters)))
		add_letters(ranking, &object, flat_list_texts(letters));
	flat_release(&object);
}
