/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/element - the values that a record's members have, and their lists' elements
 *
 * Each function that reads gets where something should begin, and returns where it has
 * ended; NULL when it is not there. A NUL behind the line, and FLAT_PADDING bytes in
 * all, end whatever it is in.
 */
#ifndef CORE_RECORD_ELEMENT_H
#define CORE_RECORD_ELEMENT_H

#include "core/scan.h"

enum member_type {
	MEMBER_TEXT,
	MEMBER_NUMBER,
	MEMBER_LIST,   /* of texts and numbers */
	MEMBER_NESTED, /* record/nested.h: in no list, and read by a flat alone */
	MEMBER_TRUE,
	MEMBER_FALSE,
	MEMBER_NULL,
};

struct element {
	enum member_type type;
	struct slice value; /* as it is written; of a text without its quotes */
	double number;      /* of a number: not finite when it is beyond a double */
};

static inline const char *element_skip_blanks(const char *c)
{
	while ((unsigned char)*c <= ' ' && (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\r'))
		c++;
	return c;
}

/* A text, which is a slice of what is between its quotes. */
const char *element_read_text(const char *c, const char *end, struct slice *text);

/* A value of any type. */
const char *element_read(const char *c, const char *end, struct element *element);

/*
 * The elements of a list, one by one: at is the list's value to begin with, and what
 * is left of it then. False behind the last, where it begins with the bracket; and,
 * in a list that is in no flat, at what element_read() does not read.
 */
bool element_next(struct slice *at, struct element *element);

#endif
