/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given - what each system was given to work with, and whether all had the same */
#include "stats/ranking/given.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"

/* Facts of environment.json that are compared, and what they are: docs/RESULTS.md. */
static const struct {
	const char *name;
	const char *what;
} things[] = {
	{ "cpus", "numbers of processors" },
	{ "memory", "amounts of memory" },
	{ "work filesystem", "filesystems to work on" },
};

enum { THING_COUNT = sizeof things / sizeof *things };

/* Engines keep a little of the memory back: less than this is no difference. */
static const double negligible = 0.01;

static bool is_thing(const char *name)
{
	for (size_t i = 0; i < THING_COUNT; i++)
		if (strcmp(things[i].name, name) == 0)
			return true;
	return false;
}

static struct environment *find(const struct given *given, const struct environment *fact)
{
	for (size_t i = 0; i < given->count; i++)
		if (strcmp(given->facts[i].system, fact->system) == 0 &&
			strcmp(given->facts[i].name, fact->name) == 0)
			return &given->facts[i];
	return NULL;
}

void given_add(struct given *given, const struct record *record)
{
	struct environment fact;
	struct environment *known;

	if (environment_read(&fact, record) || !fact.system || !is_thing(fact.name))
		return;
	known = find(given, &fact);
	if (known) {
		free((char *)known->value);
		known->value = memory_copy_string(fact.value);
		return;
	}
	given->facts = memory_reserve_one(
		given->facts, given->count, &given->capacity, sizeof *given->facts);
	given->facts[given->count++] = (struct environment){
		.system = memory_copy_string(fact.system),
		.name = memory_copy_string(fact.name),
		.value = memory_copy_string(fact.value),
	};
}

/* "24105 MiB" and "24000 MiB" are the same. */
static bool same_value(const char *a, const char *b)
{
	struct slice rest_a = slice_of(a);
	struct slice rest_b = slice_of(b);
	struct reading x, y;

	if (strcmp(a, b) == 0)
		return true;
	return scan_number(&rest_a, &x) && scan_number(&rest_b, &y) &&
	       strcmp(rest_a.start, rest_b.start) == 0 && x.value <= y.value * (1 + negligible) &&
	       y.value <= x.value * (1 + negligible);
}

/* Whether an earlier fact of the same name has the same value. */
static bool is_repeated(const struct given *given, size_t place)
{
	const struct environment *fact = &given->facts[place];

	for (size_t i = 0; i < place; i++)
		if (strcmp(given->facts[i].name, fact->name) == 0 &&
			same_value(given->facts[i].value, fact->value))
			return true;
	return false;
}

static void add_systems(struct text *message, const struct given *given, size_t place)
{
	const struct environment *fact = &given->facts[place];
	const char *separator = " (";

	for (size_t i = place; i < given->count; i++) {
		const struct environment *other = &given->facts[i];

		if (strcmp(other->name, fact->name) != 0 || !same_value(other->value, fact->value))
			continue;
		text_add_format(message, "%s%s", separator, other->system);
		separator = ", ";
	}
	text_add_char(message, ')');
}

/* "systems were given different numbers of processors: 2 (Docker, Host), 1 (Kata)" */
static void write_note(const struct given *given, size_t thing, struct text *out)
{
	struct text message = TEXT_INIT;
	size_t values = 0;

	text_add_format(&message, "systems were given different %s: ", things[thing].what);
	for (size_t i = 0; i < given->count; i++) {
		if (strcmp(given->facts[i].name, things[thing].name) != 0 || is_repeated(given, i))
			continue;
		text_add_format(&message, "%s%s", values++ ? ", " : "", given->facts[i].value);
		add_systems(&message, given, i);
	}
	if (values > 1) {
		note("%s", message.data);
		annotation_write(
			out, &(struct annotation){ .topic = GIVEN_TOPIC, .message = message.data });
	}
	text_release(&message);
}

static int compare_systems(const void *a, const void *b)
{
	const struct environment *x = a;
	const struct environment *y = b;

	return strcmp(x->system, y->system);
}

void given_write_notes(struct given *given, struct text *out)
{
	if (given->count)
		qsort(given->facts, given->count, sizeof *given->facts, compare_systems);
	for (size_t i = 0; i < THING_COUNT; i++)
		write_note(given, i, out);
}

void given_release(struct given *given)
{
	for (size_t i = 0; i < given->count; i++) {
		free((char *)given->facts[i].system);
		free((char *)given->facts[i].name);
		free((char *)given->facts[i].value);
	}
	free(given->facts);
	*given = (struct given){ 0 };
}
