/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema - reading a JSON file that people write, with errors that help them */
#include "core/schema.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "core/input.h"
#include "core/memory.h"
#include "core/message.h"

struct json *schema_parse(const char *path, const char *built_in)
{
	struct text bytes = TEXT_INIT;
	struct slice whole = slice_of(built_in);
	const char *error = NULL;
	struct json *tree;

	if (path) {
		if (!input_read_file(&bytes, path))
			die("%s: %s", path, strerror(errno));
		whole = (struct slice){ bytes.data, bytes.data + bytes.length };
	}
	tree = json_parse(whole, &error);
	if (!tree) {
		size_t line = 1;

		for (const char *c = whole.start; error && c < error; c++)
			line += *c == '\n';
		die("%s:%zu: not JSON", path ? path : "built in", line);
	}
	if (!json_is_object(tree))
		die("%s: expected a JSON object", path ? path : "built in");
	text_release(&bytes);
	return tree;
}

static void add_place(struct text *out, const struct schema_place *place)
{
	if (!place)
		return;
	add_place(out, place->parent);
	if (place->key)
		text_add_format(out, "%s%s", out->length ? "." : "", place->key);
	else if (place->parent)
		text_add_format(out, "[%zu]", place->index);
}

void schema_die(const struct schema_place *parent, const char *key, const char *expected)
{
	struct schema_place place = { parent->file, parent, key, 0 };
	struct text where = TEXT_INIT;

	add_place(&where, &place);
	die("%s: %s: expected %s", parent->file, where.data, expected);
}

const char *schema_optional_text(
	const struct schema_place *place, const struct json *object, const char *key)
{
	const struct json *value = json_member(object, key);

	if (value && !json_text(value))
		schema_die(place, key, "a string");
	return json_text(value);
}

const char *schema_required_text(
	const struct schema_place *place, const struct json *object, const char *key)
{
	const char *text = schema_optional_text(place, object, key);

	if (!text)
		schema_die(place, key, "a string");
	return text;
}

double schema_optional_positive(const struct schema_place *place, const struct json *object,
	const char *key, const char *expected)
{
	const struct json *value = json_member(object, key);
	double number = NAN;

	if (value && (!json_number(value, &number) || number <= 0))
		schema_die(place, key, expected);
	return number;
}

double schema_optional_fraction(
	const struct schema_place *place, const struct json *object, const char *key)
{
	return schema_optional_positive(place, object, key, "a positive number, e.g. 0.05 for 5 %");
}

size_t schema_optional_count(
	const struct schema_place *place, const struct json *object, const char *key)
{
	static const char expected[] = "a whole number from 1 to 1000000";
	double number = schema_optional_positive(place, object, key, expected);

	if (isnan(number))
		return 0;
	if (number > 1e6 || number != floor(number))
		schema_die(place, key, expected);
	return (size_t)number;
}

void schema_texts(struct strings *texts, const struct schema_place *place,
	const struct json *object, const char *key)
{
	const struct json *value = json_member(object, key);

	*texts = (struct strings){ 0 };
	if (!value)
		return;
	if (json_text(value)) {
		strings_add(texts, json_text(value));
		return;
	}
	if (!json_is_array(value))
		schema_die(place, key, "a string or an array of strings");
	for (const struct json *item = json_first(value); item; item = json_next(item)) {
		if (!json_text(item))
			schema_die(place, key, "an array of strings only");
		strings_add(texts, json_text(item));
	}
}

void *schema_objects(const struct schema_place *top, const struct json *object, const char *key,
	size_t size, size_t *count,
	void (*read_item)(void *item, const struct schema_place *place, const struct json *object))
{
	const struct json *array = json_member(object, key);
	struct schema_place list = { top->file, top, key, 0 };
	char *items;

	*count = 0;
	if (array && !json_is_array(array))
		schema_die(top, key, "an array of objects");
	items = memory_allocate(json_count(array), size);
	for (const struct json *item = json_first(array); item; item = json_next(item)) {
		struct schema_place place = { top->file, &list, NULL, *count };

		if (!json_is_object(item))
			schema_die(top, key, "an array of objects only");
		read_item(items + *count * size, &place, item);
		++*count;
	}
	return items;
}
