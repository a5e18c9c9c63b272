/* SPDX-License-Identifier: GPL-3.0-or-later */
/* experiment/schema - every key of an experiment file, in one table */
#include "core/experiment/schema.h"

#include "core/experiment.h"

#define KEY(type, key, structure, member)                     \
	{                                                     \
		.kind = SCHEMA_##type, .name = (key),         \
		.offset = offsetof(struct structure, member), \
	}
#define REQUIRED(type, key, structure, member)                                     \
	{                                                                          \
		.kind = SCHEMA_##type, .name = (key),                              \
		.offset = offsetof(struct structure, member), .is_required = true, \
	}
#define CHOICE(key, structure, member, names)                                     \
	{                                                                         \
		.kind = SCHEMA_CHOICE, .name = (key),                             \
		.offset = offsetof(struct structure, member), .choices = (names), \
	}
#define OBJECTS(key, structure, member, count, schema)                                 \
	{                                                                              \
		.kind = SCHEMA_OBJECTS, .name = (key),                                 \
		.offset = offsetof(struct structure, member),                          \
		.count_offset = offsetof(struct structure, count), .items = &(schema), \
	}

static const struct schema_key system_keys[] = {
	REQUIRED(TEXT, "name", experiment_system, name),
	KEY(TEXT, "runtime", experiment_system, runtime),
	KEY(TEXTS, "aliases", experiment_system, aliases),
	KEY(TEXTS, "files", experiment_system, files),
	{ .kind = SCHEMA_END },
};
static const struct schema system_schema = { sizeof(struct experiment_system), system_keys };

static const char *const categories[] = {
	[CATEGORY_UNKNOWN] = "other",
	[CATEGORY_TIME] = "time",
	[CATEGORY_MEMORY] = "memory",
	[CATEGORY_STORAGE] = "storage",
	[CATEGORY_CPU] = "cpu",
	[CATEGORY_DISK] = "disk",
	[CATEGORY_NETWORK] = "network",
	[CATEGORY_COUNT] = NULL,
};

const char *category_name(enum category category)
{
	return categories[category];
}

static const char *const sides[] = { [SIDE_SYSTEM] = "system", [SIDE_HOST] = "host", NULL };
static const char *const policies[] = { [CACHE_KEEP] = "keep", [CACHE_DROP] = "drop", NULL };

static const struct schema_key test_keys[] = {
	REQUIRED(TEXT, "name", experiment_test, name),
	CHOICE("category", experiment_test, category, categories),
	KEY(TEXT, "format", experiment_test, format),
	KEY(TEXT, "command", experiment_test, command),
	KEY(TEXT, "host", experiment_test, host_command),
	KEY(TEXT, "container", experiment_test, container_command),
	CHOICE("on", experiment_test, side, sides),
	KEY(TEXT, "server", experiment_test, server),
	KEY(COUNT, "port", experiment_test, port),
	KEY(COUNT, "runs", experiment_test, runs),
	KEY(SECONDS, "timeout", experiment_test, timeout),
	CHOICE("cache", experiment_test, cache, policies),
	KEY(TEXTS, "parts", experiment_test, parts),
	KEY(FRACTION, "tau", experiment_test, tau),
	KEY(MARGIN, "delta", experiment_test, delta),
	{ .kind = SCHEMA_END },
};
static const struct schema test_schema = { sizeof(struct experiment_test), test_keys };

static const struct schema_key margins_keys[] = {
	{
		.kind = SCHEMA_CHOICE,
		.name = "category",
		.offset = offsetof(struct experiment_margins, category),
		.choices = categories,
		.is_required = true,
	},
	KEY(FRACTION, "tau", experiment_margins, tau),
	KEY(MARGIN, "delta", experiment_margins, delta),
	{ .kind = SCHEMA_END },
};
static const struct schema margins_schema = { sizeof(struct experiment_margins), margins_keys };

static const struct schema_key file_keys[] = {
	REQUIRED(TEXT, "name", experiment_file, name),
	REQUIRED(TEXT, "text", experiment_file, text),
	{ .kind = SCHEMA_END },
};
static const struct schema file_schema = { sizeof(struct experiment_file), file_keys };

static const struct schema_key column_keys[] = {
	REQUIRED(TEXT, "head", experiment_column, head),
	KEY(TEXT, "test", experiment_column, test),
	KEY(TEXTS, "metric", experiment_column, metrics),
	KEY(TEXT, "unit", experiment_column, unit),
	{ .kind = SCHEMA_END },
};
static const struct schema column_schema = { sizeof(struct experiment_column), column_keys };

static const struct schema_key table_keys[] = {
	REQUIRED(TEXT, "title", experiment_table, title),
	OBJECTS("columns", experiment_table, columns, column_count, column_schema),
	{ .kind = SCHEMA_END },
};
static const struct schema table_schema = { sizeof(struct experiment_table), table_keys };

static const struct schema_key conclusion_keys[] = {
	REQUIRED(TEXT, "title", experiment_conclusion, title),
	KEY(TEXTS, "metrics", experiment_conclusion, metrics),
	CHOICE("category", experiment_conclusion, category, categories),
	{ .kind = SCHEMA_END },
};
static const struct schema conclusion_schema = {
	sizeof(struct experiment_conclusion),
	conclusion_keys,
};

static const struct schema_key keys[] = {
	REQUIRED(TEXT, "title", experiment, title),
	KEY(TEXT, "baseline", experiment, baseline),
	KEY(TEXT, "container", experiment, container),
	KEY(TEXT, "preflight", experiment, preflight),
	KEY(TEXT, "image", experiment, image),
	OBJECTS("files", experiment, files, file_count, file_schema),
	OBJECTS("systems", experiment, systems, system_count, system_schema),
	KEY(FRACTION, "alpha", experiment, alpha),
	OBJECTS("margins", experiment, margins, margins_count, margins_schema),
	OBJECTS("tests", experiment, tests, test_count, test_schema),
	OBJECTS("tables", experiment, tables, table_count, table_schema),
	OBJECTS("conclusions", experiment, conclusions, conclusion_count, conclusion_schema),
	{ .kind = SCHEMA_END },
};
const struct schema experiment_schema = { sizeof(struct experiment), keys };
