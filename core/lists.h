/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lists - of strings and of numbers, as records and options have them
 *
 * Whether the strings are the list's own or borrowed is said where there is one.
 */
#ifndef CORE_LISTS_H
#define CORE_LISTS_H

#include <stddef.h>

struct strings {
	const char **items;
	size_t count;
	size_t capacity;
};

struct numbers {
	double *items;
	size_t count;
	size_t capacity;
};

void strings_add(struct strings *strings, const char *string);

/* Of a list that owns its strings: frees them, too. */
void strings_release(struct strings *strings);

void numbers_add(struct numbers *numbers, double number);

#endif
