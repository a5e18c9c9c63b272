/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/nested - members that are objects, or lists of objects, such as a ranking's
 *
 *	{"Kata":"a","Docker":"b"}
 *	[{"a":"Kata","b":"Docker","ratio":0.5,"ci":[0.4,0.6]},{"a":"Kata","b":"Host"}]
 *
 * The shape: an object has values that element_read() reads; a list has one object or
 * more, with no blanks around their commas.
 */
#ifndef CORE_RECORD_NESTED_H
#define CORE_RECORD_NESTED_H

#include "core/record/element.h"

/* As element_read(), of a value of this shape. */
const char *nested_read(const char *c, const char *end, struct element *element);

/* The objects of a list, one by one: at is the list's value to begin with, and what is left of it then. */
bool nested_next(struct slice *at, struct slice *object);

#endif
