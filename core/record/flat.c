/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/flat - a JSON object of the shape that records have, taken apart without a tree
 *
 * The read_ functions are as those of record/element.h.
 */
#include "core/record/flat.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/record/nested.h"

/* Beyond it, of a line, the texts of other lines have none. */
enum { MOST_ROOM = 1 << 16 };

static void copy_text(struct member *member)
{
	memcpy(member->text, member->start + member->value, member->value_length);
	member->text[member->value_length] = '\0';
}

static bool is_list(enum member_type type)
{
	return type == MEMBER_LIST || type == MEMBER_NESTED;
}

static void take_list(struct flat *flat, struct member *list)
{
	list->texts = NULL;
	flat->has_lists = true;
}

/* Texts are used as C strings: a copy of each, where that of the same place in the line before was. */
static void take_value(struct flat *flat, struct member *member, const struct element *element)
{
	member->value = (uint32_t)(element->value.start - member->start);
	member->value_length = (uint32_t)slice_length(element->value);
	member->type = element->type;
	if (element->type == MEMBER_NUMBER)
		member->number = element->number;
	else if (is_list(element->type))
		take_list(flat, member);
	else if (element->type == MEMBER_TEXT && member->value_length < member->room)
		copy_text(member);
	else if (element->type == MEMBER_TEXT)
		flat->lacks_room = true;
}

/* flat_key() of a name in the line. */
static uint64_t key_of(struct slice name)
{
	size_t length = slice_length(name);
	uint64_t eight;

	memcpy(&eight, name.start, sizeof eight);
	eight = le64toh(eight);
	return length < sizeof eight ? eight & ((UINT64_C(1) << 8 * length) - 1) : eight;
}

/* How many bytes are the same as those of a member of the line before; at least length, when that many are. */
static size_t count_same(const char *c, const char *before, size_t length)
{
	for (size_t i = 0; i < length; i += sizeof(uint64_t)) {
		uint64_t word, other;

		memcpy(&word, c + i, sizeof word);
		memcpy(&other, before + i, sizeof other);
		if (word != other)
			return i + (size_t)__builtin_ctzll(le64toh(word ^ other)) / 8;
	}
	return length;
}

static const char *read_value(const char *c, const char *end, struct element *element)
{
	const char *behind = element_read(c, end, element);

	return behind || (*c != '{' && *c != '[') ? behind : nested_read(c, end, element);
}

/*
 * Most lines have the names of the line before them, and many of its values:
 * member is that of the same place in it. What is the same needs no reading.
 */
static const char *read_again(
	const char *c, const char *end, struct flat *flat, struct member *member)
{
	size_t quote = member->type == MEMBER_TEXT;
	size_t length = member->value + member->value_length + quote;
	size_t same = count_same(c, member->start, length);
	struct element element;

	if (same < member->value)
		return NULL;
	member->start = c;
	if (same >= length && (c[length] == ',' || c[length] == '}'))
		return c + length;
	c = read_value(c + member->value - quote, end, &element);
	if (c)
		take_value(flat, member, &element);
	return c;
}

static const char *read_new(
	const char *c, const char *end, struct flat *flat, struct member *member)
{
	struct slice name;
	struct element element;

	member->start = c;
	c = element_read_text(c, end, &name);
	if (!c)
		return NULL;
	c = element_skip_blanks(c);
	if (*c != ':')
		return NULL;
	c = read_value(element_skip_blanks(c + 1), end, &element);
	if (!c)
		return NULL;
	member->key = key_of(name);
	member->name_length = (uint32_t)slice_length(name);
	take_value(flat, member, &element);
	flat->has_other_names = true;
	return c;
}

static const char *read_member(const char *c, const char *end, struct flat *flat)
{
	struct member *member = &flat->members[flat->count++];
	const char *behind = NULL;

	if (flat->count <= flat->known)
		behind = read_again(c, end, flat, member);
	return behind ? behind : read_new(c, end, flat, member);
}

static void make_member(struct flat *flat)
{
	flat->members = memory_reserve_one(
		flat->members, flat->made, &flat->capacity, sizeof *flat->members);
	flat->members[flat->made++] = (struct member){ 0 };
}

static const char *read_members(const char *c, const char *end, struct flat *flat)
{
	do {
		if (flat->count == flat->made)
			make_member(flat);
		c = read_member(element_skip_blanks(c + 1), end, flat);
		if (!c)
			return NULL;
		c = element_skip_blanks(c);
	} while (*c == ',');
	return c;
}

static bool read_object(struct flat *flat, struct slice line)
{
	const char *c = element_skip_blanks(line.start);

	if (*c != '{')
		return false;
	if (*element_skip_blanks(c + 1) == '}')
		c = element_skip_blanks(c + 1);
	else
		c = read_members(c, line.end, flat);
	if (!c || *c != '}')
		return false;
	return c + 1 == line.end || element_skip_blanks(c + 1) == line.end;
}

static void note_slots(struct flat *flat)
{
	flat->used = 0;
	for (size_t i = 0; i < flat->count; i++) {
		unsigned slot = flat_slot(flat->members[i].key);

		if (flat->used >> slot & 1)
			continue;
		flat->used |= UINT64_C(1) << slot;
		flat->first[slot] = (uint8_t)(i < UINT8_MAX ? i : UINT8_MAX);
	}
}

static bool is_text(const struct flat *flat, size_t place)
{
	return place < flat->count && flat->members[place].type == MEMBER_TEXT;
}

/* What its texts need now, and what those of earlier lines did. */
static size_t size_rooms(struct flat *flat)
{
	size_t size = 0;

	for (size_t i = 0; i < flat->made; i++) {
		struct member *member = &flat->members[i];

		if (is_text(flat, i) && member->value_length >= member->room)
			member->room = (size_t)member->value_length + 1;
		size += member->room;
	}
	return size;
}

static void make_rooms(struct flat *flat)
{
	size_t size = size_rooms(flat);
	char *at;

	if (size > MOST_ROOM) {
		for (size_t i = 0; i < flat->made; i++)
			flat->members[i].room = 0;
		size = size_rooms(flat);
	}
	free(flat->texts);
	flat->texts = at = memory_resize(NULL, size, 1);
	for (size_t i = 0; i < flat->made; i++) {
		struct member *member = &flat->members[i];

		member->text = at;
		at += member->room;
		if (is_text(flat, i))
			copy_text(member);
	}
}

static void forget_list(struct member *list)
{
	if (!is_list(list->type))
		return;
	free(list->texts);
	list->texts = NULL;
}

static void clear(struct flat *flat)
{
	for (size_t i = 0; flat->has_lists && i < flat->count; i++)
		forget_list(&flat->members[i]);
	flat->known = flat->count;
	flat->count = 0;
	flat->has_other_names = flat->lacks_room = false;
}

void flat_clear(struct flat *flat)
{
	clear(flat);
	flat->known = 0;
	flat->used = 0;
}

bool flat_has_nested(const struct flat *flat)
{
	for (size_t i = 0; flat->has_lists && i < flat->count; i++)
		if (flat->members[i].type == MEMBER_NESTED)
			return true;
	return false;
}

bool flat_read(struct flat *flat, struct slice line)
{
	clear(flat);
	if (slice_length(line) > UINT32_MAX || !read_object(flat, line)) {
		flat_clear(flat);
		return false;
	}
	if (flat->has_other_names || flat->count != flat->known)
		note_slots(flat);
	if (flat->lacks_room)
		make_rooms(flat);
	return true;
}

struct member *flat_find_further(
	const struct flat *flat, const char *name, size_t length, uint64_t key)
{
	for (size_t i = flat->first[flat_slot(key)]; i < flat->count; i++)
		if (member_is(&flat->members[i], key, name, length))
			return &flat->members[i];
	return NULL;
}

char *flat_list_texts(struct member *list)
{
	if (!list->texts)
		list->texts = memory_resize(NULL, list->value_length, 1);
	return list->texts;
}

/* What is left are lists, for flat_release(). */
void flat_forget(struct flat *flat, const char *const *lists)
{
	size_t left = 0;

	for (; *lists; lists++)
		if (flat_find(flat, *lists))
			forget_list(flat_find(flat, *lists));
	for (size_t i = 0; i < flat->count; i++) {
		struct member member = flat->members[i];

		if (!is_list(member.type) || !member.texts)
			continue;
		flat->members[left++] = member;
	}
	flat->count = flat->made = left;
	flat->used = 0;
	flat->members = memory_resize(flat->members, left, sizeof *flat->members);
	flat->capacity = left;
}

void flat_release(struct flat *flat)
{
	clear(flat);
	free(flat->members);
	free(flat->texts);
	*flat = (struct flat){ 0 };
}
