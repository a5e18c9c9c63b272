/* SPDX-License-Identifier: GPL-3.0-or-later */
/* experiment - what was compared and how to show it, read from a JSON file */
#include "core/experiment.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/input.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/units.h"

static const char built_in[] =
#include "templates/container-runtimes.json.inc"
	;

/* A place in the file, for messages: "tests[3].name" is linked from its end. */
struct place {
	const char *path; /* the file */
	const struct place *parent;
	const char *key; /* NULL: an array's element */
	size_t index;
};

static void add_place(struct text *out, const struct place *place)
{
	if (!place)
		return;
	add_place(out, place->parent);
	if (place->key)
		text_add_format(out, "%s%s", out->length ? "." : "", place->key);
	else if (place->parent)
		text_add_format(out, "[%zu]", place->index);
}

static noreturn void die_at(const struct place *parent, const char *key, const char *expected)
{
	struct place place = { parent->path, parent, key, 0 };
	struct text where = TEXT_INIT;

	add_place(&where, &place);
	die("%s: %s: expected %s", parent->path, where.data, expected);
}

static const char *optional_text(
	const struct place *place, const struct json *object, const char *key)
{
	const struct json *value = json_member(object, key);

	if (value && !json_text(value))
		die_at(place, key, "a string");
	return json_text(value);
}

static const char *required_text(
	const struct place *place, const struct json *object, const char *key)
{
	const char *text = optional_text(place, object, key);

	if (!text)
		die_at(place, key, "a string");
	return text;
}

/* A fraction such as 0.05; NaN when the key is not there. */
static double optional_margin(const struct place *place, const struct json *object, const char *key)
{
	const struct json *value = json_member(object, key);
	double margin = NAN;

	if (value && (!json_number(value, &margin) || margin <= 0))
		die_at(place, key, "a positive number, e.g. 0.05 for 5 %");
	return margin;
}

/* A string, or an array of strings. */
static void read_texts(struct strings *texts, const struct place *place, const struct json *object,
	const char *key)
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
		die_at(place, key, "a string or an array of strings");
	for (const struct json *item = json_first(value); item; item = json_next(item)) {
		if (!json_text(item))
			die_at(place, key, "an array of strings only");
		strings_add(texts, json_text(item));
	}
}

/* Allocates items for an array of objects and has each read by read_item. */
static void *read_objects(const struct place *top, const struct json *object, const char *key,
	size_t size, size_t *count,
	void (*read_item)(void *item, const struct place *place, const struct json *object))
{
	const struct json *array = json_member(object, key);
	struct place list = { top->path, top, key, 0 };
	char *items;

	*count = 0;
	if (array && !json_is_array(array))
		die_at(top, key, "an array of objects");
	items = memory_allocate(json_count(array), size);
	for (const struct json *item = json_first(array); item; item = json_next(item)) {
		struct place place = { top->path, &list, NULL, *count };

		if (!json_is_object(item))
			die_at(top, key, "an array of objects only");
		read_item(items + *count * size, &place, item);
		++*count;
	}
	return items;
}

static void read_system(void *item, const struct place *place, const struct json *object)
{
	struct experiment_system *system = item;

	system->name = required_text(place, object, "name");
	system->runtime = optional_text(place, object, "runtime");
	read_texts(&system->aliases, place, object, "aliases");
}

static enum category read_category(const struct place *place, const struct json *object)
{
	static const char *const names[CATEGORY_COUNT] = {
		[CATEGORY_UNKNOWN] = "other",
		[CATEGORY_TIME] = "time",
		[CATEGORY_MEMORY] = "memory",
		[CATEGORY_STORAGE] = "storage",
		[CATEGORY_CPU] = "cpu",
		[CATEGORY_DISK] = "disk",
		[CATEGORY_NETWORK] = "network",
	};
	const char *name = optional_text(place, object, "category");

	if (!name)
		return CATEGORY_UNKNOWN;
	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return (enum category)i;
	die_at(place, "category", "time, memory, storage, cpu, disk, network or other");
}

static void read_test(void *item, const struct place *place, const struct json *object)
{
	struct experiment_test *test = item;
	const char *command = optional_text(place, object, "command");
	const char *host = optional_text(place, object, "host");
	const char *container = optional_text(place, object, "container");

	*test = (struct experiment_test){
		.name = required_text(place, object, "name"),
		.category = read_category(place, object),
		.format = optional_text(place, object, "format"),
		.host_command = host ? host : command,
		.container_command = container ? container : command,
		.tau = optional_margin(place, object, "tau"),
		.delta = optional_margin(place, object, "delta"),
	};
	read_texts(&test->parts, place, object, "parts");
}

static void read_column(void *item, const struct place *place, const struct json *object)
{
	struct experiment_column *column = item;

	column->head = required_text(place, object, "head");
	column->test = optional_text(place, object, "test");
	column->unit = optional_text(place, object, "unit");
	column->is_status = !column->test;
	read_texts(&column->metrics, place, object, "metric");
	if (column->test && column->metrics.count == 0)
		die_at(place, "metric", "the name of a metric, or two for a pair");
	if (column->unit && !unit_find(column->unit))
		die_at(place, "unit", "a unit such as ms, MiB, MB/s, Mbit/s or %");
}

static void read_table(void *item, const struct place *place, const struct json *object)
{
	struct experiment_table *table = item;

	table->title = required_text(place, object, "title");
	table->columns = read_objects(place, object, "columns", sizeof *table->columns,
		&table->column_count, read_column);
}

static void read_conclusion(void *item, const struct place *place, const struct json *object)
{
	struct experiment_conclusion *conclusion = item;

	conclusion->title = required_text(place, object, "title");
	read_texts(&conclusion->metrics, place, object, "metrics");
	for (size_t i = 0; i < conclusion->metrics.count; i++)
		if (!strchr(conclusion->metrics.items[i], '/'))
			die_at(place, "metrics", "names such as \"dd/write.throughput\"");
}

/* The bytes of a whole file. */
static void read_file(struct text *bytes, const char *path)
{
	struct input *input = input_open(path);
	char chunk[4096];
	size_t count;

	if (!input)
		die("%s: %s", path, strerror(errno));
	while ((count = input_read(input, chunk, sizeof chunk)))
		text_add_bytes(bytes, chunk, count);
	if (input_error(input))
		die("%s: %s", path, input_error(input));
	input_close(input);
}

static struct json *parse(const char *path)
{
	struct text bytes = TEXT_INIT;
	struct slice whole = slice_of(built_in);
	const char *error = NULL;
	struct json *tree;

	if (path) {
		read_file(&bytes, path);
		whole = (struct slice){ bytes.data, bytes.data + bytes.length };
	}
	tree = json_parse(whole, &error);
	if (!tree) {
		size_t line = 1;

		for (const char *c = whole.start; error && c < error; c++)
			line += *c == '\n';
		die("%s:%zu: not JSON", path ? path : "the experiment built in", line);
	}
	text_release(&bytes);
	return tree;
}

void experiment_read(struct experiment *experiment, const char *path)
{
	struct place top = { .path = path ? path : "the experiment built in" };
	struct json *tree = parse(path);

	if (!json_is_object(tree))
		die("%s: expected a JSON object", top.path);
	*experiment = (struct experiment){
		.tree = tree,
		.title = required_text(&top, tree, "title"),
		.baseline = optional_text(&top, tree, "baseline"),
	};
	experiment->systems = read_objects(&top, tree, "systems", sizeof *experiment->systems,
		&experiment->system_count, read_system);
	experiment->tests = read_objects(
		&top, tree, "tests", sizeof *experiment->tests, &experiment->test_count, read_test);
	experiment->tables = read_objects(&top, tree, "tables", sizeof *experiment->tables,
		&experiment->table_count, read_table);
	experiment->conclusions = read_objects(&top, tree, "conclusions",
		sizeof *experiment->conclusions, &experiment->conclusion_count, read_conclusion);
}

void experiment_release(struct experiment *experiment)
{
	for (size_t i = 0; i < experiment->system_count; i++)
		free(experiment->systems[i].aliases.items);
	for (size_t i = 0; i < experiment->test_count; i++)
		free(experiment->tests[i].parts.items);
	for (size_t i = 0; i < experiment->table_count; i++) {
		struct experiment_table *table = &experiment->tables[i];

		for (size_t j = 0; j < table->column_count; j++)
			free(table->columns[j].metrics.items);
		free(table->columns);
	}
	for (size_t i = 0; i < experiment->conclusion_count; i++)
		free(experiment->conclusions[i].metrics.items);
	free(experiment->systems);
	free(experiment->tests);
	free(experiment->tables);
	free(experiment->conclusions);
	json_free(experiment->tree);
	*experiment = (struct experiment){ 0 };
}

const struct experiment_test *experiment_test(const struct experiment *experiment, const char *name)
{
	for (size_t i = 0; name && i < experiment->test_count; i++)
		if (strcmp(experiment->tests[i].name, name) == 0)
			return &experiment->tests[i];
	return NULL;
}

static bool has_name(const struct experiment_system *system, const char *name)
{
	if (strcmp(system->name, name) == 0)
		return true;
	for (size_t i = 0; i < system->aliases.count; i++)
		if (strcmp(system->aliases.items[i], name) == 0)
			return true;
	return false;
}

size_t experiment_system_order(const struct experiment *experiment, const char *name)
{
	size_t i = 0;

	while (i < experiment->system_count && !has_name(&experiment->systems[i], name))
		i++;
	return i;
}
