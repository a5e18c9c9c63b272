/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * schema - a JSON file that people write, read into structs as a table says
 *
 * The table names every key, what it takes and where that goes. Whatever else
 * stands in the file ends the program with the file, the line, the key and what
 * was expected there: "mine.json:7: tests[2].tau: expected a positive number".
 * So do a key that the table has not and a key that stands there twice; only
 * "comment" may stand in every object, for people. The texts read are borrowed
 * from the tree.
 */
#ifndef CORE_SCHEMA_H
#define CORE_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdnoreturn.h>

#include "core/json.h"
#include "core/lists.h"

/* What a key takes, and the member of the struct that it fills. */
enum schema_kind {
	SCHEMA_END,
	SCHEMA_TEXT,     /* const char *; NULL when absent */
	SCHEMA_TEXTS,    /* struct strings, of one string or an array of them */
	SCHEMA_FRACTION, /* double, more than 0; NaN when absent */
	SCHEMA_MARGIN,   /* double, 0 or more; NaN when absent */
	SCHEMA_SECONDS,  /* double, more than 0; NaN when absent */
	SCHEMA_COUNT,    /* size_t, from 1 to 1,000,000; 0 when absent */
	SCHEMA_FLAG,     /* bool; false when absent */
	SCHEMA_CHOICE,   /* int or an enum, the place in choices; 0 when absent */
	SCHEMA_OBJECT,   /* a struct, as items says; when absent, one of which all is absent */
	SCHEMA_OBJECTS,  /* a pointer to structs, and at count_offset a size_t */
};

struct schema {
	size_t size; /* of the struct filled */
	const struct schema_key *keys;
};

struct schema_key {
	enum schema_kind kind;
	const char *name;
	size_t offset;
	bool is_required;
	const char *const *choices; /* NULL behind the last */
	const struct schema *items;
	size_t count_offset;
};

/* A value in the file, linked from its end. */
struct schema_place {
	const char *file;
	const struct schema_place *parent; /* NULL: the whole file */
	const char *key;                   /* NULL: an array's element */
	size_t index;
	const struct json *value; /* NULL: it is not there */
};

/* Parses the file (NULL: the text built_in, of that name) into a JSON object, and says where that is. */
struct json *schema_parse(
	struct schema_place *top, const char *path, const char *built_in, const char *name);

/* Fills the struct from the object at place. */
void schema_read(const struct schema *schema, void *item, const struct schema_place *place);

/* Frees what schema_read() allocated for the struct. */
void schema_release(const struct schema *schema, void *item);

/* The place of an object's member, or of an array's element. */
struct schema_place schema_member(const struct schema_place *object, const char *key);
struct schema_place schema_element(const struct schema_place *array, size_t index);

/* Says what is wrong at a place, and ends the program. */
noreturn void schema_die(const struct schema_place *place, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
