/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * facts - what machine.json and environment.json say: names and their values
 */
#ifndef RUN_RECORD_FACTS_H
#define RUN_RECORD_FACTS_H

#include <stddef.h>

#include "core/text.h"

struct fact {
	char *name;
	char *value;
};

struct facts {
	struct fact *items;
	size_t count;
	size_t capacity;
};

/* Copies both; a value that is NULL or empty is not known, and left out. */
void facts_add(struct facts *facts, const char *name, const char *value);

/* Adds the lines of the form "name: value". */
void facts_add_lines(struct facts *facts, const char *lines);

/* The value of that name, or NULL. */
const char *facts_find(const struct facts *facts, const char *name);

/* Adds them as a JSON object. */
void facts_write(struct text *json, const struct facts *facts);

void facts_release(struct facts *facts);

#endif
