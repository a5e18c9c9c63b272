/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * flat - a JSON object of the shape that records have, taken apart without a tree
 *
 * The read_ functions get where something should begin, and return where it has
 * ended; NULL when it is not there. The NUL behind the line ends whatever they are in.
 */
#include "core/flat.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

/* Longer ones are left to cJSON, which has a limit of its own. */
enum { LONGEST_NUMBER = 48 };

static const char *skip_blanks(const char *c)
{
	while (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r')
		c++;
	return c;
}

/* ASCII that stands for itself in a string. */
static bool is_plain(char c)
{
	return (unsigned char)(c - ' ') < 0x80 - ' ' && c != '"' && c != '\\';
}

static const char *read_string(const char *c, const char *end, struct slice *string)
{
	if (*c != '"')
		return NULL;
	string->start = ++c;
	for (;;) {
		size_t length;

		while (is_plain(*c))
			c++;
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

static const char *read_member(const char *c, const char *end, struct member *member)
{
	c = read_string(c, end, &member->name);
	if (!c)
		return NULL;
	c = skip_blanks(c);
	if (*c != ':')
		return NULL;
	return read_value(skip_blanks(c + 1), end, member);
}

static const char *read_members(const char *c, const char *end, struct flat *flat)
{
	do {
		flat->members = memory_reserve_one(
			flat->members, flat->count, &flat->capacity, sizeof *flat->members);
		c = read_member(skip_blanks(c + 1), end, &flat->members[flat->count]);
		if (!c)
			return NULL;
		flat->count++;
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
	flat->count = 0;
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

struct member *flat_find(const struct flat *flat, const char *name)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < flat->count; i++) {
		struct slice own = flat->members[i].name;

		if (slice_length(own) == length && memcmp(own.start, name, length) == 0)
			return &flat->members[i];
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
		member.name = (struct slice){ NULL, NULL };
		flat->members[left++] = member;
	}
	flat->count = left;
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
