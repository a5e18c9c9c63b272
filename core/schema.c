/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema - a JSON file that people write, read into structs as a table says */
#include "core/schema.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/input.h"
#include "core/json/check.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/nearest.h"
#include "core/schema/value.h"

static const char for_people[] = "comment";

static size_t line_of(struct slice whole, const char *at)
{
	size_t line = 1;

	for (const char *c = whole.start; c < at; c++)
		line += *c == '\n';
	return line;
}

struct json *schema_parse(
	struct schema_place *top, const char *path, const char *built_in, const char *name)
{
	struct text bytes = TEXT_INIT;
	struct slice whole = slice_of(built_in);
	struct json_error error;
	struct json *tree;

	*top = (struct schema_place){ .file = path ? path : name };
	if (path) {
		if (!input_read_file(&bytes, path))
			die("%s: %s", path, strerror(errno));
		whole = text_slice(&bytes);
	}
	tree = json_parse(whole, &error);
	if (!tree)
		die("%s:%zu: %s", top->file, line_of(whole, error.place),
			error.is_nul ? "a text with a NUL in it (\\u0000)" : "not JSON");
	if (path) /* what is built in has no mistakes, whose lines would be told */
		json_find_lines(tree, whole, 1);
	if (!json_is_object(tree))
		die("%s: expected a JSON object", top->file);
	top->value = tree;
	text_release(&bytes);
	return tree;
}

static void add_place(struct text *out, const struct schema_place *place)
{
	if (!place->parent)
		return;
	add_place(out, place->parent);
	if (place->key)
		text_add_format(out, "%s%s", out->length ? "." : "", place->key);
	else
		text_add_format(out, "[%zu]", place->index);
}

/* What is not there is said with the line of what it should stand in. */
static size_t line_at(const struct schema_place *place)
{
	while (!place->value && place->parent)
		place = place->parent;
	return json_line(place->value);
}

void schema_die(const struct schema_place *place, const char *format, ...)
{
	struct text where = TEXT_INIT;
	char *what = NULL;
	va_list arguments;

	va_start(arguments, format);
	if (vasprintf(&what, format, arguments) < 0)
		what = memory_copy_string(format);
	va_end(arguments);
	add_place(&where, place);
	die("%s:%zu: %s%s%s", place->file, line_at(place), where.data, where.length ? ": " : "",
		what);
}

struct schema_place schema_member(const struct schema_place *object, const char *key)
{
	return (struct schema_place){ object->file, object, key, 0,
		json_member(object->value, key) };
}

struct schema_place schema_element(const struct schema_place *array, size_t index)
{
	const struct json *value = json_first(array->value);

	for (size_t i = 0; i < index; i++)
		value = json_next(value);
	return (struct schema_place){ array->file, array, NULL, index, value };
}

/* What is in the object and must not be */

static const struct schema_key *find_key(const struct schema *schema, const char *name)
{
	for (const struct schema_key *key = schema->keys; key->kind != SCHEMA_END; key++)
		if (strcmp(key->name, name) == 0)
			return key;
	return NULL;
}

noreturn static void refuse(const struct schema *schema, const struct schema_place *place)
{
	struct nearest nearest = { .given = place->key };
	struct text hint = TEXT_INIT;

	for (const struct schema_key *key = schema->keys; key->kind != SCHEMA_END; key++)
		nearest_try(&nearest, key->name);
	nearest_add_hint(&hint, &nearest);
	if (!nearest.best) {
		for (const struct schema_key *key = schema->keys; key->kind != SCHEMA_END; key++)
			text_add_format(
				&hint, "%s%s", hint.length ? ", " : "; the keys are ", key->name);
	}
	schema_die(place, "there is no such key%s", hint.data);
}

static void check_members(const struct schema *schema, const struct schema_place *place)
{
	const struct json *first = json_first(place->value);

	for (const struct json *member = first; member; member = json_next(member)) {
		const char *name = json_name(member);
		struct schema_place at = { place->file, place, name, 0, member };

		if (strcmp(name, for_people) == 0)
			continue;
		if (!find_key(schema, name))
			refuse(schema, &at);
		for (const struct json *other = first; other != member; other = json_next(other))
			if (strcmp(json_name(other), name) == 0)
				schema_die(&at, "stands here a second time");
	}
}

static void *read_objects(
	const struct schema *items, size_t *count, const struct schema_place *place)
{
	const struct json *value = json_first(place->value);
	char *list;

	if (place->value && !json_is_array(place->value))
		schema_die(place, "expected an array of objects");
	*count = json_count(place->value);
	list = memory_allocate(*count, items->size);
	for (size_t i = 0; i < *count; i++, value = json_next(value)) {
		struct schema_place element = { place->file, place, NULL, i, value };

		schema_read(items, list + i * items->size, &element);
	}
	return list;
}

static void read_key(const struct schema_key *key, char *item, const struct schema_place *place)
{
	void *member = item + key->offset;

	if (key->kind == SCHEMA_OBJECT)
		schema_read(key->items, member, place);
	else if (key->kind == SCHEMA_OBJECTS)
		*(void **)member = read_objects(
			key->items, (size_t *)(void *)(item + key->count_offset), place);
	else
		schema_read_value(key, member, place);
}

void schema_read(const struct schema *schema, void *item, const struct schema_place *place)
{
	if (place->value && !json_is_object(place->value))
		schema_die(place, "expected an object");
	check_members(schema, place);
	for (const struct schema_key *key = schema->keys; key->kind != SCHEMA_END; key++) {
		struct schema_place member = schema_member(place, key->name);

		if (key->is_required && place->value && !member.value)
			schema_die(&member, "is missing");
		read_key(key, item, &member);
	}
}

void schema_release(const struct schema *schema, void *item)
{
	for (const struct schema_key *key = schema->keys; key->kind != SCHEMA_END; key++) {
		char *member = (char *)item + key->offset;

		if (key->kind == SCHEMA_TEXTS) {
			free(((struct strings *)(void *)member)->items);
		} else if (key->kind == SCHEMA_OBJECT) {
			schema_release(key->items, member);
		} else if (key->kind == SCHEMA_OBJECTS) {
			char *list = *(char **)(void *)member;
			size_t count = *(size_t *)(void *)((char *)item + key->count_offset);

			for (size_t i = 0; i < count; i++)
				schema_release(key->items, list + i * key->items->size);
			free(list);
		}
	}
}
