/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/lazy - cJSON's nodes, read from a text when they are asked for */
#include "core/json/lazy.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/json/cursor.h"
#include "core/json/unescape.h"
#include "core/memory.h"

/* Bits of a cJSON's type for which cJSON has no use. */
enum {
	LAZY = 1 << 16,
	UNREAD = 1 << 17,
};

enum { BLOCK_NODES = 64 };

struct node {
	cJSON json; /* first, so that both have one address */
	struct tree *tree;
	struct slice name; /* as the text has it */
	const char *start;
	uint32_t stretch; /* of the outline: the first one at or behind start */
};

struct node_block {
	struct node nodes[BLOCK_NODES];
	struct node_block *next;
};

struct tree {
	struct node root;
	struct slice text;
	const struct json_outline *outline;
	struct node_block *blocks;
	cJSON *unused; /* nodes that are new, or were forgotten */
};

static struct node *node_of(const cJSON *json)
{
	return (struct node *)(void *)json;
}

static int type_at(char c)
{
	switch (c) {
	case '{':
		return cJSON_Object;
	case '[':
		return cJSON_Array;
	case '"':
		return cJSON_String;
	case 't':
		return cJSON_True;
	case 'f':
		return cJSON_False;
	case 'n':
		return cJSON_NULL;
	default:
		return cJSON_Number;
	}
}

static void add_block(struct tree *tree)
{
	struct node_block *block = memory_resize(NULL, 1, sizeof *block);

	for (size_t i = 0; i < BLOCK_NODES; i++) {
		block->nodes[i].json.next = tree->unused;
		tree->unused = &block->nodes[i].json;
	}
	block->next = tree->blocks;
	tree->blocks = block;
}

static struct node *take_node(struct tree *tree)
{
	struct node *node;

	if (!tree->unused)
		add_block(tree);
	node = node_of(tree->unused);
	tree->unused = node->json.next;
	return node;
}

static void init_node(struct node *node, struct tree *tree, const struct json_cursor *cursor)
{
	*node = (struct node){
		.json.type = type_at(*cursor->rest.start) | LAZY | UNREAD,
		.json.valueint = (int)cursor->line,
		.tree = tree,
		.start = cursor->rest.start,
		.stretch = cursor->stretch,
	};
}

cJSON *json_lazy_open(struct slice text, const struct json_outline *outline, size_t line)
{
	struct tree *tree = memory_allocate(1, sizeof *tree);
	struct json_cursor cursor;

	tree->text = text;
	tree->outline = outline;
	json_cursor_init(&cursor, text, outline, line);
	init_node(&tree->root, tree, &cursor);
	return &tree->root.json;
}

void json_lazy_free(cJSON *root)
{
	struct tree *tree = node_of(root)->tree;
	struct node_block *block;

	json_lazy_forget(root);
	while ((block = tree->blocks)) {
		tree->blocks = block->next;
		free(block);
	}
	free(tree);
}

bool json_is_lazy(const cJSON *node)
{
	return node && node->type & LAZY;
}

static void read_children(struct node *node, struct json_cursor cursor)
{
	bool is_object = cJSON_IsObject(&node->json);
	cJSON **end = &node->json.child;
	struct slice name = { NULL, NULL };

	json_cursor_enter(&cursor);
	while (json_cursor_next(&cursor, is_object ? &name : NULL)) {
		struct node *child = take_node(node->tree);

		init_node(child, node->tree, &cursor);
		child->name = name;
		*end = &child->json;
		end = &child->json.next;
		json_cursor_skip(&cursor);
	}
}

void json_lazy_read(const cJSON *json)
{
	struct node *node = node_of(json);
	const struct tree *tree = node->tree;
	struct json_cursor cursor = {
		.rest = { node->start, tree->text.end },
		.line = (size_t)json->valueint,
		.text = tree->text.start,
		.outline = tree->outline,
		.stretch = node->stretch,
	};

	if (!(json->type & UNREAD))
		return;
	node->json.type &= ~UNREAD;
	if (cJSON_IsNumber(json))
		node->json.valuedouble = json_cursor_number(cursor);
	else if (cJSON_IsString(json))
		node->json.valuestring = json_unescape(json_cursor_string(cursor));
	else if (cJSON_IsObject(json) || cJSON_IsArray(json))
		read_children(node, cursor);
}

void json_lazy_forget(const cJSON *json)
{
	struct node *node = node_of(json);
	cJSON *child;

	while ((child = node->json.child)) {
		node->json.child = child->next;
		json_lazy_forget(child);
		free(child->string);
		child->next = node->tree->unused;
		node->tree->unused = child;
	}
	free(node->json.valuestring);
	node->json.valuestring = NULL;
	node->json.type |= UNREAD;
}

const char *json_lazy_name(const cJSON *member)
{
	struct node *node = node_of(member);

	if (!node->json.string && node->name.start)
		node->json.string = json_unescape(node->name);
	return node->json.string;
}

/* An escape makes the text's name longer than what it says. Most names differ in their first byte. */
static bool is_named(const cJSON *member, struct slice name)
{
	struct slice own = node_of(member)->name;
	size_t length = slice_length(own);

	if (length < slice_length(name) ||
		(length && *own.start != *name.start && *own.start != '\\'))
		return false;
	if (memchr(own.start, '\\', length))
		return strcmp(json_lazy_name(member), name.start) == 0;
	return length == slice_length(name) && memcmp(own.start, name.start, length) == 0;
}

const cJSON *json_lazy_member(const cJSON *object, const char *name)
{
	struct slice sought = slice_of(name);
	const cJSON *member = object->child;

	while (member && !is_named(member, sought))
		member = member->next;
	return member;
}
