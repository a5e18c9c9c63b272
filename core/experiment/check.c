/* SPDX-License-Identifier: GPL-3.0-or-later */
/* experiment/check - what must hold between the keys of an experiment file */
#include "core/experiment/check.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/index.h"
#include "core/memory.h"
#include "core/nearest.h"
#include "core/units.h"

/* Names that may be given once only. */
static void claim(struct index *names, const struct schema_place *place, const char *name)
{
	size_t known = names->count;

	if (index_add(names, slice_of(name)) != known)
		schema_die(place, "'%s' is the name of another already", name);
}

static void check_systems(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place systems = schema_member(top, "systems");
	struct index names = { 0 };

	for (size_t i = 0; i < experiment->system_count; i++) {
		const struct experiment_system *system = &experiment->systems[i];
		struct schema_place place = schema_element(&systems, i);
		struct schema_place name = schema_member(&place, "name");
		struct schema_place aliases = schema_member(&place, "aliases");

		claim(&names, &name, system->name);
		for (size_t a = 0; a < system->aliases.count; a++)
			claim(&names, &aliases, system->aliases.items[a]);
	}
	index_release(&names);
}

/* The names of the elements of an array: their member key, each once. */
static void check_names(const struct schema_place *top, const char *array, const char *key)
{
	struct schema_place list = schema_member(top, array);
	struct index names = { 0 };
	size_t i = 0;

	for (const struct json *item = json_first(list.value); item; item = json_next(item)) {
		struct schema_place element = { top->file, &list, NULL, i++, item };
		struct schema_place name = schema_member(&element, key);

		claim(&names, &name, json_text(name.value));
	}
	index_release(&names);
}

static void check_baseline(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place place = schema_member(top, "baseline");
	struct nearest nearest = { .given = experiment->baseline };
	struct text hint = TEXT_INIT;

	if (!experiment->baseline || experiment->system_count == 0)
		return;
	for (size_t i = 0; i < experiment->system_count; i++) {
		if (strcmp(experiment->systems[i].name, experiment->baseline) == 0)
			return;
		nearest_try(&nearest, experiment->systems[i].name);
	}
	nearest_add_hint(&hint, &nearest);
	schema_die(&place, "there is no system '%s'%s", experiment->baseline, hint.data);
}

static void check_test_name(
	const struct experiment *experiment, const struct schema_place *place, const char *name)
{
	struct nearest nearest = { .given = name };
	struct text hint = TEXT_INIT;

	if (experiment_test(experiment, name))
		return;
	for (size_t i = 0; i < experiment->test_count; i++)
		nearest_try(&nearest, experiment->tests[i].name);
	nearest_add_hint(&hint, &nearest);
	schema_die(place, "there is no test '%s'%s", name, hint.data);
}

static void check_ports(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place tests = schema_member(top, "tests");

	for (size_t i = 0; i < experiment->test_count; i++) {
		const struct experiment_test *test = &experiment->tests[i];
		struct schema_place place = schema_element(&tests, i);
		struct schema_place port = schema_member(&place, "port");

		if (test->server && (test->port == 0 || test->port > UINT16_MAX))
			schema_die(&port, "expected the port of the server, 1 to 65535");
	}
}

/* A chance of error that leaves something to be said, and no category twice. */
static void check_policy(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place alpha = schema_member(top, "alpha");
	struct schema_place list = schema_member(top, "margins");

	if (experiment->alpha >= 0.5)
		schema_die(&alpha, "expected a number below 0.5, e.g. 0.05 for 5 %%");
	for (size_t i = 0; i < experiment->margins_count; i++) {
		struct schema_place place = schema_element(&list, i);
		struct schema_place category = schema_member(&place, "category");

		for (size_t j = 0; j < i; j++)
			if (experiment->margins[j].category == experiment->margins[i].category)
				schema_die(&category, "this category has its margins already");
	}
}

static void check_files(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place files = schema_member(top, "files");

	for (size_t i = 0; i < experiment->file_count; i++) {
		const char *name = experiment->files[i].name;
		struct schema_place place = schema_element(&files, i);
		struct schema_place at = schema_member(&place, "name");

		if (strchr(name, '/') || name[0] == '.' || name[0] == '\0')
			schema_die(&at, "expected the name of a file, without a folder");
	}
}

static void check_column(const struct experiment *experiment,
	const struct experiment_column *column, const struct schema_place *place)
{
	struct schema_place test = schema_member(place, "test");
	struct schema_place metric = schema_member(place, "metric");
	struct schema_place unit = schema_member(place, "unit");

	if (column->unit && !unit_find(column->unit))
		schema_die(&unit, "expected a unit such as ms, MiB, MB/s, Mbit/s or %%");
	if (column->is_status && (metric.value || unit.value))
		schema_die(&test, "is missing: a column without one shows the verdicts alone");
	if (column->is_status)
		return;
	if (column->metrics.count == 0 || column->metrics.count > 2)
		schema_die(&metric, "expected the name of a metric, or two for a pair");
	check_test_name(experiment, &test, column->test);
}

static void check_tables(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place tables = schema_member(top, "tables");

	for (size_t i = 0; i < experiment->table_count; i++) {
		const struct experiment_table *table = &experiment->tables[i];
		struct schema_place place = schema_element(&tables, i);
		struct schema_place columns = schema_member(&place, "columns");

		for (size_t j = 0; j < table->column_count; j++) {
			struct schema_place column = schema_element(&columns, j);

			check_column(experiment, &table->columns[j], &column);
		}
	}
}

static void check_conclusion(const struct experiment *experiment,
	const struct experiment_conclusion *conclusion, const struct schema_place *place)
{
	struct schema_place metrics = schema_member(place, "metrics");
	struct schema_place category = schema_member(place, "category");

	if (conclusion->metrics.count == 0 && !category.value)
		schema_die(place, "expected metrics, or a category");
	if (conclusion->metrics.count && category.value)
		schema_die(&category, "there are metrics already");
	for (size_t i = 0; i < conclusion->metrics.count; i++) {
		const char *name = conclusion->metrics.items[i];
		const char *slash = strchr(name, '/');
		char *test;

		if (!slash || slash == name || !slash[1])
			schema_die(&metrics, "expected names such as \"dd/write.throughput\"");
		test = memory_copy_bytes(name, (size_t)(slash - name));
		check_test_name(experiment, &metrics, test);
		free(test);
	}
}

static void check_conclusions(const struct experiment *experiment, const struct schema_place *top)
{
	struct schema_place conclusions = schema_member(top, "conclusions");

	for (size_t i = 0; i < experiment->conclusion_count; i++) {
		struct schema_place place = schema_element(&conclusions, i);

		check_conclusion(experiment, &experiment->conclusions[i], &place);
	}
}

void experiment_check(const struct experiment *experiment, const struct schema_place *top)
{
	check_systems(experiment, top);
	check_baseline(experiment, top);
	check_names(top, "tests", "name");
	check_names(top, "files", "name");
	check_names(top, "tables", "title");
	check_names(top, "conclusions", "title");
	check_ports(experiment, top);
	check_policy(experiment, top);
	check_files(experiment, top);
	check_tables(experiment, top);
	check_conclusions(experiment, top);
}
