/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * schema - reading a JSON file that people write, with errors that help them
 *
 * What is not as expected ends the program with the file, the key and what was
 * expected there: "mine.json: tests[2].tau: expected a positive number". The
 * values read are borrowed from the tree.
 */
#ifndef CORE_SCHEMA_H
#define CORE_SCHEMA_H

#include <stdnoreturn.h>

#include "core/json.h"
#include "core/record.h"

/* A place in the file, linked from its end. */
struct schema_place {
	const char *file;
	const struct schema_place *parent; /* NULL: the whole file */
	const char *key;                   /* NULL: an array's element */
	size_t index;
};

/* Parses the file (NULL: the text built_in) into a JSON object. */
struct json *schema_parse(const char *path, const char *built_in);

/* Says what was expected at the key of the object at place. */
noreturn void schema_die(const struct schema_place *place, const char *key, const char *expected);

/* NULL when the key is not there. */
const char *schema_optional_text(
	const struct schema_place *place, const struct json *object, const char *key);
const char *schema_required_text(
	const struct schema_place *place, const struct json *object, const char *key);

/* A positive fraction such as 0.05; NaN when the key is not there. */
double schema_optional_fraction(
	const struct schema_place *place, const struct json *object, const char *key);

/* A positive number; NaN when the key is not there. */
double schema_optional_positive(const struct schema_place *place, const struct json *object,
	const char *key, const char *expected);

/* A whole number from 1; 0 when the key is not there. */
size_t schema_optional_count(
	const struct schema_place *place, const struct json *object, const char *key);

/* A string, or an array of strings; none when the key is not there. */
void schema_texts(struct strings *texts, const struct schema_place *place,
	const struct json *object, const char *key);

/*
 * An array of objects, each read by read_item into an item of size bytes:
 * returns the items, which the caller frees, and how many they are.
 */
void *schema_objects(const struct schema_place *place, const struct json *object, const char *key,
	size_t size, size_t *count,
	void (*read_item)(void *item, const struct schema_place *place, const struct json *object));

#endif
