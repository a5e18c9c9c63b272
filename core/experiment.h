/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * experiment - what was compared and how to show it, read from a JSON file
 *
 * The experiment built in is templates/container-runtimes.json. An experiment
 * names tests, so it only ever says something about tests of those names: any
 * other test in the data is shown as the data have it.
 */
#ifndef CORE_EXPERIMENT_H
#define CORE_EXPERIMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json.h"
#include "core/record.h"

struct experiment_system {
	const char *name;
	const char *runtime; /* docker's --runtime; NULL for the bare host */
	struct strings aliases;
};

/* What kind of quantity a test measures: it decides the margins. */
enum category {
	CATEGORY_UNKNOWN,
	CATEGORY_TIME,
	CATEGORY_MEMORY,
	CATEGORY_STORAGE,
	CATEGORY_CPU,
	CATEGORY_DISK,
	CATEGORY_NETWORK,
	CATEGORY_COUNT
};

struct experiment_test {
	const char *name;
	enum category category;
	const char *format; /* the tool that the test is about; NULL: any */
	const char *host_command;
	const char *container_command;
	struct strings parts; /* names of the results in one log, in order */
	double tau;           /* margins of this test; NaN: those of its category */
	double delta;
};

struct experiment_column {
	const char *head;
	bool is_status; /* the row's verdict; no test, metric or unit then */
	const char *test;
	struct strings metrics; /* one, or the two of a pair */
	const char *unit;       /* NULL: the one that suits the values */
};

struct experiment_table {
	const char *title;
	struct experiment_column *columns;
	size_t column_count;
};

struct experiment_conclusion {
	const char *title;
	struct strings metrics; /* "test/metric" */
};

struct experiment {
	struct json *tree; /* owns every string */
	const char *title;
	const char *baseline;
	struct experiment_system *systems;
	size_t system_count;
	struct experiment_test *tests;
	size_t test_count;
	struct experiment_table *tables;
	size_t table_count;
	struct experiment_conclusion *conclusions;
	size_t conclusion_count;
};

/*
 * Reads the file (NULL: the one built in). What is wrong with it ends the
 * program with the file, the key and what was expected there.
 */
void experiment_read(struct experiment *experiment, const char *path);
void experiment_release(struct experiment *experiment);

/* The test of that name, or NULL. */
const struct experiment_test *experiment_test(
	const struct experiment *experiment, const char *name);

/* The place of a system, by its name or an alias, in the experiment's order; system_count when unknown. */
size_t experiment_system_order(const struct experiment *experiment, const char *name);

#endif
