/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * value - values of a JSON text, read where they stand: no tree, and no memory
 *
 * A value is the place where it begins in the text; NULL is none. The text is
 * JSON that json.h has written, or has read: what is wrong with another is not
 * noticed here.
 */
#ifndef RENDER_TEMPLATE_VALUE_H
#define RENDER_TEMPLATE_VALUE_H

#include <stdbool.h>

#include "core/scan.h"
#include "core/text.h"

/* The value that a text is. */
const char *value_of(const char *text);

bool value_is_object(const char *value);
bool value_is_array(const char *value);
bool value_is_text(const char *value);

/* The member of an object of that name; NULL when there is none, or it is no object. */
const char *value_member(const char *object, struct slice name);

/* An array that was gone through, from its bracket to behind the closing one. */
struct value_walk {
	const char *start;
	const char *end;
};

/*
 * The first element of an array, and the one behind another; NULL at the end. What
 * an element holds of the array gone through last, its own most often, is not read
 * again to find that end.
 */
const char *value_first(const char *array);
const char *value_next(const char *array, const char *element, struct value_walk *last);

/* The value itself; false when it is of another type, or no double holds it. */
bool value_number(const char *value, double *number);
bool value_boolean(const char *value, bool *boolean);

/* Adds the characters of a text. */
void value_add_text(struct text *out, const char *value);

#endif
