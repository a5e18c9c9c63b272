/* SPDX-License-Identifier: GPL-3.0-or-later */
/* experiment - what was compared and how to show it, read from a JSON file */
#include "core/experiment.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/schema.h"
#include "core/templates.h"
#include "core/units.h"

static const char built_in[] = "container-runtimes.json";

static void read_system(void *item, const struct schema_place *place, const struct json *object)
{
	struct experiment_system *system = item;

	system->name = schema_required_text(place, object, "name");
	system->runtime = schema_optional_text(place, object, "runtime");
	schema_texts(&system->aliases, place, object, "aliases");
	schema_texts(&system->files, place, object, "files");
}

static enum category read_category(const struct schema_place *place, const struct json *object)
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
	const char *name = schema_optional_text(place, object, "category");

	if (!name)
		return CATEGORY_UNKNOWN;
	for (int i = 0; i < CATEGORY_COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return (enum category)i;
	schema_die(place, "category", "time, memory, storage, cpu, disk, network or other");
}

/* The place of the key's value among the choices, the first of which is the default. */
static int read_choice(const struct schema_place *place, const struct json *object, const char *key,
	const char *const choices[2])
{
	const char *value = schema_optional_text(place, object, key);
	struct text expected = TEXT_INIT;

	for (int i = 0; i < 2; i++)
		if (!value || strcmp(value, choices[i]) == 0)
			return i;
	text_add_format(&expected, "%s or %s", choices[0], choices[1]);
	schema_die(place, key, expected.data);
}

static void read_test(void *item, const struct schema_place *place, const struct json *object)
{
	static const char *const sides[] = { [SIDE_SYSTEM] = "system", [SIDE_HOST] = "host" };
	static const char *const policies[] = { [CACHE_KEEP] = "keep", [CACHE_DROP] = "drop" };
	struct experiment_test *test = item;
	const char *command = schema_optional_text(place, object, "command");
	const char *host = schema_optional_text(place, object, "host");
	const char *container = schema_optional_text(place, object, "container");

	*test = (struct experiment_test){
		.name = schema_required_text(place, object, "name"),
		.category = read_category(place, object),
		.format = schema_optional_text(place, object, "format"),
		.host_command = host ? host : command,
		.container_command = container ? container : command,
		.container_is_whole = container != NULL,
		.side = (enum side)read_choice(place, object, "on", sides),
		.server = schema_optional_text(place, object, "server"),
		.port = schema_optional_count(place, object, "port"),
		.runs = schema_optional_count(place, object, "runs"),
		.timeout = schema_optional_positive(
			place, object, "timeout", "a positive number of seconds"),
		.cache = (enum cache_policy)read_choice(place, object, "cache", policies),
		.tau = schema_optional_fraction(place, object, "tau"),
		.delta = schema_optional_fraction(place, object, "delta"),
	};
	schema_texts(&test->parts, place, object, "parts");
	if (test->server && (test->port == 0 || test->port > UINT16_MAX))
		schema_die(place, "port", "the port of the server, 1 to 65535");
}

static void read_file(void *item, const struct schema_place *place, const struct json *object)
{
	struct experiment_file *file = item;

	file->name = schema_required_text(place, object, "name");
	file->text = schema_required_text(place, object, "text");
	if (strchr(file->name, '/') || file->name[0] == '.' || file->name[0] == '\0')
		schema_die(place, "name", "the name of a file, without a folder");
}

static void read_column(void *item, const struct schema_place *place, const struct json *object)
{
	struct experiment_column *column = item;

	column->head = schema_required_text(place, object, "head");
	column->test = schema_optional_text(place, object, "test");
	column->unit = schema_optional_text(place, object, "unit");
	column->is_status = !column->test;
	schema_texts(&column->metrics, place, object, "metric");
	if (column->test && (column->metrics.count == 0 || column->metrics.count > 2))
		schema_die(place, "metric", "the name of a metric, or two for a pair");
	if (column->unit && !unit_find(column->unit))
		schema_die(place, "unit", "a unit such as ms, MiB, MB/s, Mbit/s or %");
}

static void read_table(void *item, const struct schema_place *place, const struct json *object)
{
	struct experiment_table *table = item;

	table->title = schema_required_text(place, object, "title");
	table->columns = schema_objects(place, object, "columns", sizeof *table->columns,
		&table->column_count, read_column);
}

static void read_conclusion(void *item, const struct schema_place *place, const struct json *object)
{
	struct experiment_conclusion *conclusion = item;

	conclusion->title = schema_required_text(place, object, "title");
	schema_texts(&conclusion->metrics, place, object, "metrics");
	for (size_t i = 0; i < conclusion->metrics.count; i++)
		if (!strchr(conclusion->metrics.items[i], '/'))
			schema_die(place, "metrics", "names such as \"dd/write.throughput\"");
}

void experiment_read(struct experiment *experiment, const char *path)
{
	struct schema_place top = { .file = path ? path : "the experiment built in" };
	struct json *tree = schema_parse(path, templates_text(built_in));

	*experiment = (struct experiment){
		.tree = tree,
		.title = schema_required_text(&top, tree, "title"),
		.baseline = schema_optional_text(&top, tree, "baseline"),
		.container = schema_optional_text(&top, tree, "container"),
		.preflight = schema_optional_text(&top, tree, "preflight"),
		.image = schema_optional_text(&top, tree, "image"),
	};
	experiment->files = schema_objects(
		&top, tree, "files", sizeof *experiment->files, &experiment->file_count, read_file);
	experiment->systems = schema_objects(&top, tree, "systems", sizeof *experiment->systems,
		&experiment->system_count, read_system);
	experiment->tests = schema_objects(
		&top, tree, "tests", sizeof *experiment->tests, &experiment->test_count, read_test);
	experiment->tables = schema_objects(&top, tree, "tables", sizeof *experiment->tables,
		&experiment->table_count, read_table);
	experiment->conclusions = schema_objects(&top, tree, "conclusions",
		sizeof *experiment->conclusions, &experiment->conclusion_count, read_conclusion);
}

void experiment_release(struct experiment *experiment)
{
	for (size_t i = 0; i < experiment->system_count; i++) {
		free(experiment->systems[i].aliases.items);
		free(experiment->systems[i].files.items);
	}
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
	free(experiment->files);
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
