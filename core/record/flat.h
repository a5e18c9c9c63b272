/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/flat - a JSON object of the shape that records have, taken apart without a tree
 *
 *	{"kind":"sample","system":"Kata","run":1,"values":[1.5,2],"sources":["1.log:3"]}
 *
 * The shape: members that are texts, numbers, true, false, null, or lists of
 * texts and numbers, and no backslash anywhere. What has another shape, or is no
 * JSON, is left to json_parse(); what has it means here what it means there.
 */
#ifndef CORE_RECORD_FLAT_H
#define CORE_RECORD_FLAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/scan.h"

enum member_type {
	MEMBER_TEXT,
	MEMBER_NUMBER,
	MEMBER_LIST,
	MEMBER_TRUE,
	MEMBER_FALSE,
	MEMBER_NULL,
};

struct member {
	uint64_t key; /* of the name */
	struct slice name;
	struct slice value; /* as it is written; of a text without its quotes */
	enum member_type type;
	union {
		const char *text; /* of a text: NUL-terminated */
		double number;    /* of a number: not finite when it is beyond a double */
		char *texts;      /* of a list: those asked for, each NUL-terminated; or NULL */
	};
};

enum { FLAT_SLOTS = 64, FLAT_PADDING = 8 };

/* All zero before its first line; then it is used again and again. */
struct flat {
	struct member *members; /* in the order of the line */
	size_t count;
	size_t known; /* of the members, those that the line before had */
	size_t capacity;
	uint64_t used;             /* slots, a bit each */
	uint8_t first[FLAT_SLOTS]; /* of a slot that is used: no member of it is in front of this */
	char *texts;
	size_t texts_capacity;
};

/*
 * Takes the line apart; false when it has not the shape. The line is followed
 * by FLAT_PADDING NULs, and the members' names and values are slices of it.
 */
bool flat_read(struct flat *flat, struct slice line);

/* The first eight bytes of a name, the first the lowest; a constant, of a name that is one. */
__attribute__((always_inline)) static inline uint64_t flat_key(const char *name, size_t length)
{
#define BYTE(i) (length > (i) ? (uint64_t)(unsigned char)name[i] << 8 * (i) : 0)
	return BYTE(0) | BYTE(1) | BYTE(2) | BYTE(3) | BYTE(4) | BYTE(5) | BYTE(6) | BYTE(7);
#undef BYTE
}

/* Of 64, by Knuth's multiplicative hash. */
static inline unsigned flat_slot(uint64_t key)
{
	return (unsigned)(key * UINT64_C(0x9E3779B97F4A7C15) >> 58);
}

/* flat_find() of a name whose slot is used. */
struct member *flat_find_key(
	const struct flat *flat, const char *name, size_t length, uint64_t key);

/*
 * The first member of that name, or NULL. In line, where the name is a constant,
 * and so are its key and slot.
 */
__attribute__((always_inline)) static inline struct member *flat_find(
	const struct flat *flat, const char *name)
{
	size_t length = strlen(name);
	uint64_t key = flat_key(name, length);
	bool may_be_there = flat->used >> flat_slot(key) & 1;

	return may_be_there ? flat_find_key(flat, name, length, key) : NULL;
}

/*
 * The elements of a list, one by one: at is the list's value to begin with, and
 * what is left of it then; false behind the last. A text is not NUL-terminated.
 */
bool flat_element(struct slice *at, struct member *element);

/* The memory of the texts of a list, enough for all of them with their NULs; the list's own. */
char *flat_list_texts(struct member *list);

/* Frees all but the texts, and the texts of lists that are not named (up to NULL). Nothing is found any more. */
void flat_forget(struct flat *flat, const char *const *lists);

void flat_release(struct flat *flat);

#endif
