/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json - reading JSON: cJSON's, known here alone */
#include "core/json.h"

#include <cjson/cJSON.h>
#include <math.h>

#include "core/json/check.h"
#include "core/json/cursor.h"
#include "core/json/lazy.h"

/* struct json is cJSON under another name: these two are the only crossing. */
static const cJSON *node_of(const struct json *value)
{
	return (const cJSON *)(const void *)value;
}

static const struct json *value_of(const cJSON *node)
{
	return (const struct json *)(const void *)node;
}

struct json *json_parse(struct slice text, struct json_error *error)
{
	cJSON *node;

	if (!json_check(text, error))
		return NULL;
	node = cJSON_ParseWithLength(text.start, slice_length(text));
	if (!node && error)
		*error = (struct json_error){ .place = text.start };
	return (struct json *)(void *)node;
}

struct json *json_of_text(struct slice text, const struct json_outline *outline, size_t line)
{
	return (struct json *)(void *)json_lazy_open(text, outline, line);
}

/* The node with what is in it. */
static const cJSON *whole_node(const struct json *value)
{
	const cJSON *node = node_of(value);

	if (json_is_lazy(node))
		json_lazy_read(node);
	return node;
}

void json_forget(const struct json *value)
{
	if (json_is_lazy(node_of(value)))
		json_lazy_forget(node_of(value));
}

void json_free(struct json *value)
{
	cJSON *node = (cJSON *)(void *)value;

	if (json_is_lazy(node))
		json_lazy_free(node);
	else
		cJSON_Delete(node);
}

void json_remove(struct json *object, const char *name)
{
	cJSON_DeleteItemFromObjectCaseSensitive((cJSON *)(void *)object, name);
}

bool json_is_object(const struct json *value)
{
	return cJSON_IsObject(node_of(value));
}

bool json_is_array(const struct json *value)
{
	return cJSON_IsArray(node_of(value));
}

const struct json *json_member(const struct json *object, const char *name)
{
	const cJSON *node = whole_node(object);

	if (!cJSON_IsObject(node))
		return NULL;
	if (json_is_lazy(node))
		return value_of(json_lazy_member(node, name));
	return value_of(cJSON_GetObjectItemCaseSensitive(node, name));
}

const struct json *json_first(const struct json *container)
{
	if (!json_is_array(container) && !json_is_object(container))
		return NULL;
	return value_of(whole_node(container)->child);
}

const struct json *json_next(const struct json *value)
{
	return value ? value_of(node_of(value)->next) : NULL;
}

/*
 * cJSON keeps no positions: the tree is walked beside the text, in whose order
 * its nodes are, and the line is left in valueint, which no getter here reads.
 */
static void find_lines(cJSON *node, struct json_cursor *cursor)
{
	bool is_object = cJSON_IsObject(node);
	cJSON *child = node->child;
	struct slice name;

	node->valueint = (int)cursor->line;
	if (!is_object && !cJSON_IsArray(node)) {
		json_cursor_skip(cursor);
		return;
	}
	json_cursor_enter(cursor);
	for (; json_cursor_next(cursor, is_object ? &name : NULL); child = child->next)
		find_lines(child, cursor);
}

void json_find_lines(struct json *tree, struct slice text, size_t first)
{
	struct json_cursor cursor;

	json_cursor_init(&cursor, text, NULL, first);
	if (tree)
		find_lines((cJSON *)(void *)tree, &cursor);
}

size_t json_line(const struct json *value)
{
	return value ? (size_t)node_of(value)->valueint : 0;
}

const char *json_name(const struct json *member)
{
	const cJSON *node = node_of(member);

	if (json_is_lazy(node))
		return json_lazy_name(node);
	return node ? node->string : NULL;
}

size_t json_count(const struct json *container)
{
	size_t count = 0;

	for (const struct json *item = json_first(container); item; item = json_next(item))
		count++;
	return count;
}

const char *json_text(const struct json *value)
{
	return cJSON_GetStringValue(whole_node(value));
}

bool json_number(const struct json *value, double *number)
{
	if (!cJSON_IsNumber(node_of(value)) || !isfinite(whole_node(value)->valuedouble))
		return false;
	*number = node_of(value)->valuedouble;
	return true;
}

bool json_boolean(const struct json *value, bool *boolean)
{
	if (!cJSON_IsBool(node_of(value)))
		return false;
	*boolean = cJSON_IsTrue(node_of(value));
	return true;
}

const char *json_member_text(const struct json *object, const char *name)
{
	return json_text(json_member(object, name));
}

bool json_member_number(const struct json *object, const char *name, double *number)
{
	return json_number(json_member(object, name), number);
}
