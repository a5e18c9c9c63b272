/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/field - the fields of a record by their names, from its tree if there is one */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/record.h"

/* NULL when it is not there, or of another type. */
static struct member *find(const struct record *record, const char *name, enum member_type type)
{
	struct member *member = flat_find(&record->flat, name);

	return member && member->type == type ? member : NULL;
}

/* A number beyond a double is null, as json_add_value() has it. */
static void add_scalar(struct text *out, const struct element *element)
{
	if (element->type == MEMBER_TEXT) {
		json_add_slice(out, NULL, element->value);
	} else if (element->type == MEMBER_NUMBER && isfinite(element->number)) {
		json_add_number(out, NULL, element->number);
	} else if (element->type == MEMBER_TRUE || element->type == MEMBER_FALSE) {
		json_add_boolean(out, NULL, element->type == MEMBER_TRUE);
	} else {
		json_add_name(out, NULL);
		text_add(out, "null");
	}
}

static void add_list(struct text *out, const struct member *list)
{
	struct slice rest = member_value(list);
	struct element element;

	json_open(out, NULL, '[');
	while (element_next(&rest, &element))
		add_scalar(out, &element);
	json_close(out, ']');
}

static void add_nested(struct text *out, const struct member *member)
{
	struct json *tree = json_parse(member_value(member), NULL);

	json_add_value(out, NULL, tree);
	json_free(tree);
}

void record_add_value(struct text *out, const struct record *record, const char *name)
{
	const struct json *value = json_member(record->tree, name);
	const struct member *member = flat_find(&record->flat, name);

	if (value)
		json_add_value(out, NULL, value);
	else if (!record->tree && member && member->type == MEMBER_LIST)
		add_list(out, member);
	else if (!record->tree && member && member->type == MEMBER_NESTED)
		add_nested(out, member);
	else if (!record->tree && member)
		add_scalar(out,
			&(struct element){ member->type, member_value(member), member->number });
}

const struct json *record_tree(struct record *record)
{
	if (!record->tree)
		record->tree = json_parse(record->line, NULL);
	return record->tree;
}

static void add_strings_of_tree(struct strings *strings, const struct json *list)
{
	for (const struct json *item = json_is_array(list) ? json_first(list) : NULL; item;
		item = json_next(item))
		if (json_text(item))
			strings_add(strings, json_text(item));
}

void record_add_strings(struct strings *strings, const struct record *record, const char *name)
{
	struct member *list = find(record, name, MEMBER_LIST);
	struct slice rest;
	struct element element;
	char *at;

	if (record->tree) {
		add_strings_of_tree(strings, json_member(record->tree, name));
		return;
	}
	if (!list)
		return;
	rest = member_value(list);
	at = flat_list_texts(list);
	while (element_next(&rest, &element)) {
		if (element.type != MEMBER_TEXT)
			continue;
		strings_add(strings, at);
		at = mempcpy(at, element.value.start, slice_length(element.value));
		*at++ = '\0';
	}
}

static bool add_numbers_of_tree(struct numbers *numbers, const struct json *list)
{
	for (const struct json *item = json_is_array(list) ? json_first(list) : NULL; item;
		item = json_next(item)) {
		double number;

		if (!json_number(item, &number))
			return false;
		numbers_add(numbers, number);
	}
	return true;
}

/* A list of them, as any that is nested. */
static bool has_objects(const struct record *record, const char *name)
{
	const struct member *member = find(record, name, MEMBER_NESTED);

	return member && *member_value(member).start == '[';
}

bool record_add_numbers(struct numbers *numbers, const struct record *record, const char *name)
{
	const struct member *list = find(record, name, MEMBER_LIST);
	struct slice rest;
	struct element element;

	if (record->tree)
		return add_numbers_of_tree(numbers, json_member(record->tree, name));
	if (!list)
		return !has_objects(record, name);
	rest = member_value(list);
	while (element_next(&rest, &element)) {
		if (element.type != MEMBER_NUMBER || !isfinite(element.number))
			return false;
		numbers_add(numbers, element.number);
	}
	return true;
}

void record_interval(double interval[2], const struct record *record, const char *name)
{
	struct numbers numbers = { 0 };

	record_add_numbers(&numbers, record, name);
	for (size_t i = 0; i < 2; i++)
		interval[i] = numbers.count >= 2 ? numbers.items[i] : NAN;
	free(numbers.items);
}
