/* SPDX-License-Identifier: GPL-3.0-or-later */
/* experiment - what was compared and how to show it, read from a JSON file */
#include "core/experiment.h"

#include <string.h>

#include "core/experiment/schema.h"
#include "core/experiment/check.h"
#include "core/templates.h"

static const char built_in[] = "container-runtimes.json";

/* What is said by leaving it out. */
static void fill_defaults(struct experiment *experiment)
{
	for (size_t i = 0; i < experiment->test_count; i++) {
		struct experiment_test *test = &experiment->tests[i];

		test->container_is_whole = test->container_command != NULL;
		if (!test->host_command)
			test->host_command = test->command;
		if (!test->container_command)
			test->container_command = test->command;
	}
	for (size_t i = 0; i < experiment->table_count; i++) {
		struct experiment_table *table = &experiment->tables[i];

		for (size_t j = 0; j < table->column_count; j++)
			table->columns[j].is_status = !table->columns[j].test;
	}
}

void experiment_read(struct experiment *experiment, const char *path)
{
	struct schema_place top;
	struct json *tree = schema_parse(&top, path, templates_text(built_in), built_in);

	*experiment = (struct experiment){ .tree = tree };
	schema_read(&experiment_schema, experiment, &top);
	fill_defaults(experiment);
	experiment_check(experiment, &top);
}

void experiment_release(struct experiment *experiment)
{
	schema_release(&experiment_schema, experiment);
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

const char *experiment_system_name(const struct experiment *experiment, const char *name)
{
	size_t place = name ? experiment_system_order(experiment, name) : experiment->system_count;

	return place < experiment->system_count ? experiment->systems[place].name : name;
}
