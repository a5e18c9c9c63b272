/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json - reading JSON: cJSON's, known here alone */
#include "core/json.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <string.h>

#include "core/json_check.h"
#include "core/message.h"

/* struct json is cJSON under another name: these two are the only crossing. */
static const cJSON *node_of(const struct json *value)
{
	return (const cJSON *)(const void *)value;
}

static const struct json *value_of(const cJSON *node)
{
	return (const struct json *)(const void *)node;
}

struct json *json_parse(struct slice text, const char **error)
{
	cJSON *node;

	if (!json_check(text, error))
		return NULL;
	node = cJSON_ParseWithLength(text.start, slice_length(text));
	if (!node && error)
		*error = text.start;
	return (struct json *)(void *)node;
}

void json_free(struct json *value)
{
	cJSON_Delete((cJSON *)(void *)value);
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
	if (!json_is_object(object))
		return NULL;
	return value_of(cJSON_GetObjectItemCaseSensitive(node_of(object), name));
}

const struct json *json_first(const struct json *container)
{
	if (!json_is_array(container) && !json_is_object(container))
		return NULL;
	return value_of(node_of(container)->child);
}

const struct json *json_next(const struct json *value)
{
	return value ? value_of(node_of(value)->next) : NULL;
}

/* A place in a JSON text that is known to be well-formed. */
struct place {
	const char *at;
	const char *end;
	size_t line;
};

/* Moves to the next byte that begins a value or a name, or closes something. */
static void skip_to_value(struct place *place)
{
	for (; place->at < place->end && strchr(" \t\r\n,:", *place->at); place->at++)
		place->line += *place->at == '\n';
}

static void skip_scalar(struct place *place)
{
	if (*place->at != '"') {
		while (place->at < place->end && !strchr(" \t\r\n,:]}", *place->at))
			place->at++;
		return;
	}
	for (place->at++; place->at < place->end && *place->at != '"'; place->at++)
		place->at += *place->at == '\\';
	place->at++;
}

/*
 * cJSON keeps no positions: the tree is walked beside the text, in whose order
 * its nodes are, and the line is left in valueint, which no getter here reads.
 */
static void find_lines(cJSON *node, struct place *place)
{
	skip_to_value(place);
	node->valueint = (int)place->line;
	if (!cJSON_IsObject(node) && !cJSON_IsArray(node)) {
		skip_scalar(place);
		return;
	}
	place->at++;
	for (cJSON *child = node->child; child; child = child->next) {
		if (cJSON_IsObject(node)) {
			skip_to_value(place);
			skip_scalar(place);
		}
		find_lines(child, place);
	}
	skip_to_value(place);
	place->at++;
}

void json_find_lines(struct json *tree, struct slice text, size_t first)
{
	struct place place = { text.start, text.end, first };

	if (tree)
		find_lines((cJSON *)(void *)tree, &place);
}

size_t json_line(const struct json *value)
{
	return value ? (size_t)node_of(value)->valueint : 0;
}

const char *json_name(const struct json *member)
{
	return member ? node_of(member)->string : NULL;
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
	return cJSON_GetStringValue(node_of(value));
}

bool json_number(const struct json *value, double *number)
{
	if (!cJSON_IsNumber(node_of(value)) || !isfinite(node_of(value)->valuedouble))
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

static void add_container(struct text *out, const char *name, const cJSON *node)
{
	bool is_object = cJSON_IsObject(node);

	json_open(out, name, is_object ? '{' : '[');
	for (const cJSON *child = node->child; child; child = child->next)
		json_add_value(out, is_object ? child->string : NULL, value_of(child));
	json_close(out, is_object ? '}' : ']');
}

void json_add_value(struct text *out, const char *name, const struct json *value)
{
	const cJSON *node = node_of(value);

	if (json_text(value)) {
		json_add_text(out, name, json_text(value));
	} else if (cJSON_IsNumber(node) && isfinite(node->valuedouble)) {
		json_add_number(out, name, node->valuedouble);
	} else if (cJSON_IsBool(node)) {
		json_add_boolean(out, name, cJSON_IsTrue(node));
	} else if (cJSON_IsObject(node) || cJSON_IsArray(node)) {
		add_container(out, name, node);
	} else {
		json_add_name(out, name);
		text_add(out, "null");
	}
}
