/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/flat - a JSON object of the shape that records have, taken apart without a tree
 *
 * The read_ functions get where something should begin, and return where it has
 * ended; NULL when it is not there. The NUL behind the line ends whatever they are in.
 */
#include "core/record/flat.h"

#include <stdlib.h>
#include <string.h>

#include "core/json/scan.h"
#include "core/memory.h"

/* Longer ones are left to cJSON, which has a limit of its own. */
enum { LONGEST_NUMBER = 48 };

static const char *skip_blanks(const char *c)
{
	while (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r')
		c++;
	return c;
}

/* To what does not stand for itself in a string, the NUL behind the line at the latest. */
static const char *skip_plain(const char *c)
{
	for (;; c += sizeof(uint64_t)) {
		uint64_t word, odd;

		memcpy(&word, c, sizeof word);
		odd = json_odd_bytes(le64toh(word));
		if (odd)
			return c + __builtin_ctzll(odd) / 8;
	}
}

static const char *read_string(const char *c, const char *end, struct slice *string)
{
	if (*c != '"')
		return NULL;
	string->start = ++c;
	for (;;) {
		size_t length;

		c = skip_plain(c);
		string->end = c;
		if (*c == '"')
			return c + 1;
		length = (unsigned char)*c < 0x80 ? 0 : slice_sequence((struct slice){ c, end });
		if (length == 0)
			return NULL;
		c += length;
	}
}

static const char *read_number(const char *c, const char *end, struct member *member)
{
	const char *first = c + (*c == '-');
	const char *behind = number_value(first, end, &member->number);

	if (!behind || behind - c > LONGEST_NUMBER)
		return NULL;
	if (*first == '0' && first + 1 < behind && first[1] >= '0' && first[1] <= '9')
		return NULL;
	if (first > c)
		member->number = -member->number;
	member->type = MEMBER_NUMBER;
	member->value = (struct slice){ c, behind };
	return behind;
}

/* A text or a number. */
static const char *read_scalar(const char *c, const char *end, struct member *member)
{
	if (*c != '"')
		return read_number(c, end, member);
	member->type = MEMBER_TEXT;
	return read_string(c, end, &member->value);
}

static const char *read_word(
	const char *c, const char *word, enum member_type type, struct member *member)
{
	size_t length = strlen(word);

	if (strncmp(c, word, length) != 0)
		return NULL;
	member->type = type;
	member->value = (struct slice){ c, c + length };
	return c + length;
}

static const char *read_list(const char *c, const char *end, struct member *member)
{
	const char *start = c;
	struct member element;

	if (*skip_blanks(c + 1) == ']') {
		c = skip_blanks(c + 1);
	} else {
		do {
			c = read_scalar(skip_blanks(c + 1), end, &element);
			if (!c)
				return NULL;
			c = skip_blanks(c);
		} while (*c == ',');
	}
	if (*c != ']')
		return NULL;
	member->type = MEMBER_LIST;
	member->value = (struct slice){ start, c + 1 };
	member->texts = NULL;
	return c + 1;
}

static const char *read_value(const char *c, const char *end, struct member *member)
{
	switch (*c) {
	case '[':
		return read_list(c, end, member);
	case 't':
		return read_word(c, "true", MEMBER_TRUE, member);
	case 'f':
		return read_word(c, "false", MEMBER_FALSE, member);
	case 'n':
		return read_word(c, "null", MEMBER_NULL, member);
	default:
		return read_scalar(c, end, member);
	}
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

/* Most lines have the names of the line before them: member is that of the same place in it. */
static const char *read_name_again(const char *c, struct member *member)
{
	size_t length = slice_length(member->name);
	struct slice name = { c + 1, c + 1 + length };

	if (*c != '"' || length >= sizeof member->key || *name.end != '"' ||
		key_of(name) != member->key)
		return NULL;
	member->name = name;
	return name.end + 1;
}

static const char *read_member(const char *c, const char *end, struct member *member, bool is_known)
{
	const char *behind = is_known ? read_name_again(c, member) : NULL;

	if (behind) {
		c = behind;
	} else {
		c = read_string(c, end, &member->name);
		if (!c)
			return NULL;
		member->key = key_of(member->name);
	}
	c = skip_blanks(c);
	if (*c != ':')
		return NULL;
	return read_value(skip_blanks(c + 1), end, member);
}

static void note_slot(struct flat *flat, size_t place)
{
	unsigned slot = flat_slot(flat->members[place].key);

	if (flat->used >> slot & 1)
		return;
	flat->used |= UINT64_C(1) << slot;
	flat->first[slot] = (uint8_t)(place < UINT8_MAX ? place : UINT8_MAX);
}

static const char *read_members(const char *c, const char *end, struct flat *flat)
{
	do {
		flat->members = memory_reserve_one(
			flat->members, flat->count, &flat->capacity, sizeof *flat->members);
		c = read_member(skip_blanks(c + 1), end, &flat->members[flat->count],
			flat->count < flat->known);
		if (!c)
			return NULL;
		note_slot(flat, flat->count++);
		c = skip_blanks(c);
	} while (*c == ',');
	return c;
}

static bool read_object(struct flat *flat, struct slice line)
{
	const char *c = skip_blanks(line.start);

	if (*c != '{')
		return false;
	if (*skip_blanks(c + 1) == '}')
		c = skip_blanks(c + 1);
	else
		c = read_members(c, line.end, flat);
	return c && *c == '}' && skip_blanks(c + 1) == line.end;
}

/* Texts are used as C strings: copies of them, all in one block. */
static void copy_texts(struct flat *flat)
{
	size_t size = 0;
	char *at;

	for (size_t i = 0; i < flat->count; i++)
		if (flat->members[i].type == MEMBER_TEXT)
			size += slice_length(flat->members[i].value) + 1;
	if (size > flat->texts_capacity) {
		free(flat->texts);
		flat->texts = memory_resize(NULL, size, 1);
		flat->texts_capacity = size;
	}
	at = flat->texts;
	for (size_t i = 0; i < flat->count; i++) {
		struct member *member = &flat->members[i];
		size_t length = slice_length(member->value);

		if (member->type != MEMBER_TEXT)
			continue;
		memcpy(at, member->value.start, length);
		at[length] = '\0';
		member->text = at;
		at += length + 1;
	}
}

static void forget_list(struct member *list)
{
	if (list->type != MEMBER_LIST)
		return;
	free(list->texts);
	list->texts = NULL;
}

static void clear(struct flat *flat)
{
	for (size_t i = 0; i < flat->count; i++)
		forget_list(&flat->members[i]);
	flat->known = flat->count;
	flat->count = 0;
	flat->used = 0;
}

bool flat_read(struct flat *flat, struct slice line)
{
	clear(flat);
	if (!read_object(flat, line)) {
		flat->count = 0;
		return false;
	}
	copy_texts(flat);
	return true;
}

struct member *flat_find_key(const struct flat *flat, const char *name, size_t length, uint64_t key)
{
	for (size_t i = flat->first[flat_slot(key)]; i < flat->count; i++) {
		struct member *member = &flat->members[i];

		if (member->key == key && slice_length(member->name) == length &&
			(length <= sizeof key || memcmp(member->name.start, name, length) == 0))
			return member;
	}
	return NULL;
}

bool flat_element(struct slice *at, struct member *element)
{
	const char *c = *at->start == ']' ? at->start : skip_blanks(at->start + 1);

	if (*c == ']')
		return false;
	at->start = skip_blanks(read_scalar(c, at->end, element));
	return true;
}

char *flat_list_texts(struct member *list)
{
	if (!list->texts)
		list->texts = memory_resize(NULL, slice_length(list->value), 1);
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

		if (member.type != MEMBER_LIST || !member.texts)
			continue;
		flat->members[left++] = member;
	}
	flat->count = left;
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
