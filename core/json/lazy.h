/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json/lazy - cJSON's nodes, read from a text when they are asked for
 *
 * A part of json.c, for nobody else. A lazy node is a cJSON in all that its
 * getters look at, once it was read: so a tree of them and one of cJSON's own
 * parser have the same readers. What was read of it can be forgotten again, so
 * that a document is never in memory as a whole tree.
 */
#ifndef CORE_JSON_LAZY_H
#define CORE_JSON_LAZY_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "core/json/outline.h"
#include "core/scan.h"

/* The value of a text that is JSON. Its line and those of all below are in valueint. */
cJSON *json_lazy_open(struct slice text, const struct json_outline *outline, size_t line);

/* Frees a whole tree, given its root. */
void json_lazy_free(cJSON *root);

/* Not a node of cJSON's own; false for NULL. */
bool json_is_lazy(const cJSON *node);

/* Of a lazy node: reads its number, its string or the nodes in it, unless that is done; or frees them. */
void json_lazy_read(const cJSON *node);
void json_lazy_forget(const cJSON *node);

/* The name of a lazy node; NULL in an array. */
const char *json_lazy_name(const cJSON *member);

/* The first member of that name in a lazy object that was read, or NULL. */
const cJSON *json_lazy_member(const cJSON *object, const char *name);

#endif
