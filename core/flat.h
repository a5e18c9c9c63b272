/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * flat - a JSON object of the shape that records have, taken apart without a tree
 *
 *	{"kind":"sample","system":"Kata","run":1,"values":[1.5,2],"sources":["1.log:3"]}
 *
 * The shape: members that are texts, numbers, true, false, null, or lists of
 * texts and numbers, and no backslash anywhere. What has another shape, or is no
 * JSON, is left to json_parse(); what has it means here what it means there.
 */
#ifndef CORE_FLAT_H
#define CORE_FLAT_H

#include <stdbool.h>
#include <stddef.h>

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
	struct slice name;
	struct slice value; /* as it is written; of a text without its quotes */
	enum member_type type;
	union {
		const char *text; /* of a text: NUL-terminated */
		double number;    /* of a number: not finite when it is beyond a double */
		char *texts;      /* of a list: those asked for, each NUL-terminated; or NULL */
	};
};

/* All zero before its first line; then it is used again and again. */
struct flat {
	struct member *members; /* in the order of the line */
	size_t count;
	size_t capacity;
	char *texts;
	size_t texts_capacity;
};

/*
 * Takes the line apart; false when it has not the shape. The line is followed
 * by a NUL, and the members' names and values are slices of it.
 */
bool flat_read(struct flat *flat, struct slice line);

/* The first member of that name, or NULL. */
struct member *flat_find(const struct flat *flat, const char *name);

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
