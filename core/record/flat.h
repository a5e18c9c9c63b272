/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/flat - a JSON object of the shape that records have, taken apart without a tree
 *
 *	{"kind":"sample","system":"Kata","run":1,"values":[1.5,2],"sources":["1.log:3"]}
 *
 * The shape: members that are texts, numbers, true, false, null, lists of texts
 * and numbers, or nested (record/nested.h), and no backslash anywhere. What has another shape, or is no
 * JSON, is left to json_parse(); what has it means here what it means there.
 */
#ifndef CORE_RECORD_FLAT_H
#define CORE_RECORD_FLAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/record/element.h"

struct member {
	uint64_t key;         /* of the name */
	const char *start;    /* in the line: the quote of its name */
	uint32_t name_length; /* without its quotes */
	uint32_t value;       /* from start to the value; to a text, behind its quote */
	uint32_t value_length;
	enum member_type type;
	union {
		double number; /* of a number: not finite when it is beyond a double */
		char *texts; /* of a list, or nested: those asked for, each NUL-terminated; or NULL */
	};
	char *text;  /* of a text: NUL-terminated */
	size_t room; /* at text, whatever the type is */
};

static inline struct slice member_name(const struct member *member)
{
	const char *name = member->start + 1;

	return (struct slice){ name, name + member->name_length };
}

/* As it is written; of a text without its quotes. */
static inline struct slice member_value(const struct member *member)
{
	const char *value = member->start + member->value;

	return (struct slice){ value, value + member->value_length };
}

enum { FLAT_SLOTS = 64, FLAT_PADDING = 8 };

/* All zero before its first line; then it is used again and again. */
struct flat {
	struct member *members; /* in the order of the line */
	size_t count;
	size_t known; /* of the members, those that the line before had */
	size_t made;  /* of the members, those that any line had */
	size_t capacity;
	bool has_other_names;      /* than the line before, or in another order */
	bool lacks_room;           /* for a text */
	bool has_lists;            /* or what is nested: this line or any before */
	uint64_t used;             /* slots, a bit each */
	uint8_t first[FLAT_SLOTS]; /* of a slot that is used: no member of it is in front of this */
	char *texts;               /* the members' */
};

/*
 * Takes the line, or an object in it, apart; false when it has not the shape, or is of 4 GiB or more. The line is followed
 * by FLAT_PADDING NULs, and what the members are slices of. It
 * stays where it is until the next one has been read, which most often has much
 * in common with it.
 */
bool flat_read(struct flat *flat, struct slice line);

/* The first eight bytes of a name, the first the lowest; a constant, of a name that is one. */
__attribute__((always_inline)) static inline uint64_t flat_key(const char *name, size_t length)
{
#define BYTE(i) (length > (i) ? (uint64_t)(unsigned char)name[i] << 8 * (i) : 0)
	return BYTE(0) | BYTE(1) | BYTE(2) | BYTE(3) | BYTE(4) | BYTE(5) | BYTE(6) | BYTE(7);
#undef BYTE
}

/* Of 64, by multiplication; by this number, SplitMix64's last, a sample's names all have slots of their own. */
static inline unsigned flat_slot(uint64_t key)
{
	return (unsigned)(key * UINT64_C(0x94D049BB133111EB) >> 58);
}

/* Of a key and a name. */
static inline bool member_is(
	const struct member *member, uint64_t key, const char *name, size_t length)
{
	return member->key == key && member->name_length == length &&
	       (length <= sizeof key || memcmp(member->start + 1, name, length) == 0);
}

/* flat_find() of a name whose slot is used, but not by it first. */
struct member *flat_find_further(
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
	unsigned slot = flat_slot(key);
	struct member *first;

	if (!(flat->used >> slot & 1))
		return NULL;
	first = &flat->members[flat->first[slot]];
	return member_is(first, key, name, length) ? first
						   : flat_find_further(flat, name, length, key);
}

/* Whether a member is nested. */
bool flat_has_nested(const struct flat *flat);

/* The memory of the texts of a list, or of what is nested, enough for all of them with their NULs; its own. */
char *flat_list_texts(struct member *list);

/* Leaves no member: nothing is found. */
void flat_clear(struct flat *flat);

/*
 * Frees all but the texts, and the texts of lists that are not named (up to NULL).
 * Nothing is found any more, and no line is read.
 */
void flat_forget(struct flat *flat, const char *const *lists);

void flat_release(struct flat *flat);

#endif
