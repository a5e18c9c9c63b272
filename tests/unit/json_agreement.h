/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json_agreement - whether a text read as it is asked for says what cJSON's tree of it says
 *
 * The same verdict as the grammar's, whether checked at once or line by line;
 * the same values, names and lines, in whatever order they are asked for.
 */
#ifndef TESTS_UNIT_JSON_AGREEMENT_H
#define TESTS_UNIT_JSON_AGREEMENT_H

#include <stdlib.h>

#include "core/json.h"
#include "core/json/check.h"
#include "tests/unit/json_grammar.h"

enum {
	CJSON_DIGITS = 63
}; /* of a longer number cJSON reads so many, and takes the rest for no JSON */

static inline bool has_long_number(struct slice text)
{
	size_t length = 0;

	for (const char *c = text.start; c < text.end && length <= CJSON_DIGITS; c++)
		length = strchr("0123456789+-.eE", *c) && *c ? length + 1 : 0;
	return length > CJSON_DIGITS;
}

/* Checks as a log's reader does: up to the end of each line, then on. */
static inline bool check_by_lines(struct json_checker *checker, struct slice text)
{
	struct slice rest = text;

	while (!slice_is_empty(rest)) {
		struct slice line;

		scan_part(&rest, '\n', &line);
		if (!json_checker_read(checker, (struct slice){ text.start, rest.start }))
			return false;
	}
	return checker->expected == JSON_NOTHING &&
	       strspn(text.start + checker->at, " \t\n\r") ==
		       (size_t)(text.end - text.start) - checker->at;
}

static inline bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static inline bool same_scalar(const struct json *a, const struct json *b)
{
	double numbers[2] = { 0, 0 };
	bool booleans[2] = { false, false };

	return json_is_object(a) == json_is_object(b) && json_is_array(a) == json_is_array(b) &&
	       json_number(a, &numbers[0]) == json_number(b, &numbers[1]) &&
	       memcmp(&numbers[0], &numbers[1], sizeof numbers[0]) == 0 &&
	       json_boolean(a, &booleans[0]) == json_boolean(b, &booleans[1]) &&
	       booleans[0] == booleans[1] && same_text(json_text(a), json_text(b)) &&
	       json_line(a) == json_line(b) && same_text(json_name(a), json_name(b));
}

/* The place of a member found by its name, from 1; 0: not found. */
static inline size_t place_of(const struct json *object, const char *name)
{
	const struct json *found = json_member(object, name);
	size_t place = 1;

	for (const struct json *at = json_first(object); at; at = json_next(at), place++)
		if (at == found)
			return place;
	return 0;
}

static inline bool same_tree(const struct json *a, const struct json *b)
{
	const struct json *left = json_first(a);
	const struct json *right = json_first(b);

	if (!same_scalar(a, b))
		return false;
	for (; left && right; left = json_next(left), right = json_next(right))
		if (!same_tree(left, right) ||
			(json_name(left) &&
				place_of(a, json_name(left)) != place_of(b, json_name(left))))
			return false;
	return !left && !right;
}

/* Forgets every other value on the way, and all of them behind it. */
static inline void forget_some(const struct json *value, size_t round)
{
	for (const struct json *at = json_first(value); at; at = json_next(at), round++) {
		forget_some(at, round);
		if (round % 2)
			json_forget(at);
	}
}

static inline bool same_values(struct slice text, const struct json_outline *outline)
{
	struct json *tree = json_parse(text, NULL);
	struct json *lazy = json_of_text(text, outline, 10);
	bool same;

	json_find_lines(tree, text, 10);
	same = tree && same_tree(tree, lazy);
	forget_some(lazy, 0);
	same = same && same_tree(lazy, tree);
	json_forget(lazy);
	same = same && same_tree(tree, lazy);
	json_free(lazy);
	json_free(tree);
	return same;
}

/* Text ends in a NUL that it does not count. */
static inline bool json_agrees(struct slice text)
{
	struct json_outline outline = { 0 };
	struct json_checker checker = { .outline = &outline };
	bool is_json = is_json_text(text.start, text.end);
	bool agrees = json_check(text, NULL) == is_json &&
		      check_by_lines(&checker, text) == is_json;

	if (agrees && is_json && !has_long_number(text))
		agrees = same_values(text, &outline) && same_values(text, NULL);
	json_outline_release(&outline);
	return agrees;
}

#endif
