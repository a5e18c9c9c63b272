/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json - reading JSON (into cJSON's tree, known here alone) and writing it without one
 *
 * Values read are borrowed from the document: they live until json_free() of
 * the value that json_parse() or json_of_text() gave. Names are matched with
 * their case; of several values of one name the first counts. Every getter
 * takes NULL and values of another type, and then says "not there".
 */
#ifndef CORE_JSON_H
#define CORE_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json/error.h"
#include "core/json/outline.h"
#include "core/scan.h"
#include "core/text.h"

/* A value; complete only in json.c. */
struct json;

/*
 * Parses one JSON text (RFC 8259), blanks around it allowed, strings without
 * NULs. NULL when it is none; then *error (if not NULL) says where it went wrong.
 */
struct json *json_parse(struct slice text, struct json_error *error);
void json_free(struct json *value);

/*
 * The value of a text that json_checker_read() found to be JSON, whose first
 * line has the number line. It is read as far as somebody asks, and knows the
 * lines of its values; text and outline must outlive it.
 */
struct json *json_of_text(struct slice text, const struct json_outline *outline, size_t line);

/* Frees what is in the value of such a text, and what was borrowed from it, until it is asked for again. */
void json_forget(const struct json *value);

/*
 * Frees the member of an object of that name, if there is one, and what was
 * borrowed from it; only of a tree that json_parse() gave.
 */
void json_remove(struct json *object, const char *name);

bool json_is_object(const struct json *value);
bool json_is_array(const struct json *value);

/* The member of an object of that name, or NULL. */
const struct json *json_member(const struct json *object, const char *name);

/* The first element of an array, or member of an object, and the one behind it; NULL at the end. */
const struct json *json_first(const struct json *container);
const struct json *json_next(const struct json *value);

/*
 * Finds the line of every value of a tree that was parsed from text, whose
 * first line has the number first; then json_line() tells it.
 */
void json_find_lines(struct json *tree, struct slice text, size_t first);
size_t json_line(const struct json *value);

/* The name of an object's member. */
const char *json_name(const struct json *member);

size_t json_count(const struct json *container);

/* The value itself: NULL or false when it is of another type. */
const char *json_text(const struct json *value);
bool json_number(const struct json *value, double *number);
bool json_boolean(const struct json *value, bool *boolean);

/* The same of an object's member. */
const char *json_member_text(const struct json *object, const char *name);
bool json_member_number(const struct json *object, const char *name, double *number);

/*
 * Writing: each adds `"name":value`, with a comma in front unless it follows
 * an opening bracket; name is NULL in an array. Bytes that are not UTF-8 are
 * written as U+FFFD. A number must be finite.
 */
void json_open(struct text *out, const char *name, char bracket);
void json_close(struct text *out, char bracket);
void json_add_text(struct text *out, const char *name, const char *value);
void json_add_slice(struct text *out, const char *name, struct slice value);
void json_add_number(struct text *out, const char *name, double value);
void json_add_integer(struct text *out, const char *name, long long value);
void json_add_boolean(struct text *out, const char *name, bool value);

/* The part before a value: for values of other types. */
void json_add_name(struct text *out, const char *name);

/* The value alone: behind a name that is written already. */
void json_write_string(struct text *out, struct slice value);
void json_write_number(struct text *out, double value);

/* Adds a value read elsewhere, of any type; a number beyond double's range is null. */
void json_add_value(struct text *out, const char *name, const struct json *value);

#endif
