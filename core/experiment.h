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
#include "core/record/kinds.h"

struct experiment_system {
	const char *name;
	const char *runtime; /* docker's --runtime; NULL for the bare host */
	struct strings aliases;
	struct strings files; /* that the system needs installed: paths, or names on PATH */
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

/* What the runner does to the host's page cache before each run of a test. */
enum cache_policy {
	CACHE_KEEP,
	CACHE_DROP,
};

/* Where a test's command runs; its server, if any, runs on the other side. */
enum side {
	SIDE_SYSTEM,
	SIDE_HOST,
};

/* "time", "memory" ..., as experiments name them; "other" for an unknown one. */
const char *category_name(enum category category);

struct experiment_test {
	const char *name;
	enum category category;
	const char *format;            /* the tool that the test is about; NULL: any */
	const char *command;           /* of both below, where they are not given */
	const char *host_command;      /* NULL: none */
	const char *container_command; /* likewise */
	bool container_is_whole;       /* container_command is docker's, not what is run inside */
	enum side side;
	const char *server; /* the command of the server that the command talks to, or NULL */
	size_t port;        /* the server's, as the commands name it */
	size_t runs;        /* 0: the runner's default */
	double timeout;     /* seconds; NaN: the runner's default */
	enum cache_policy cache;
	struct strings parts; /* names of the results in one log, in order */
	double tau;           /* margins of this test; NaN: those of its category */
	double delta;
};

/* The margins of a category instead of the program's own. */
struct experiment_margins {
	enum category category;
	double tau; /* NaN: the program's */
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
	struct strings metrics; /* "test/metric"; empty: every metric of the category */
	enum category category;
};

/* A small program or text that commands find in the folder they run in. */
struct experiment_file {
	const char *name;
	const char *text;
};

struct experiment {
	struct json *tree; /* owns every string */
	const char *title;
	const char *baseline;
	const char *container; /* how a command is run in a container; or NULL */
	const char *preflight; /* a short one that must work for a system to be measured; or NULL */
	const char *image;     /* that IMAGE in the commands stands for; or NULL */
	struct experiment_file *files;
	size_t file_count;
	struct experiment_system *systems;
	size_t system_count;
	double alpha; /* verdicts and rankings err in at most this share of cases; NaN: the program's */
	struct experiment_margins *margins;
	size_t margins_count;
	struct experiment_test *tests;
	size_t test_count;
	struct experiment_table *tables;
	size_t table_count;
	struct experiment_conclusion *conclusions;
	size_t conclusion_count;
};

/*
 * Reads the file (NULL: the one built in). What is wrong with it ends the
 * program with the file, the line, the key and what was expected there.
 */
void experiment_read(struct experiment *experiment, const char *path);
void experiment_release(struct experiment *experiment);

/* The test of that name, or NULL. */
const struct experiment_test *experiment_test(
	const struct experiment *experiment, const char *name);

/* The place of a system, by its name or an alias, in the experiment's order; system_count when unknown. */
size_t experiment_system_order(const struct experiment *experiment, const char *name);

/* The name of the system that is called name or has it as an alias; otherwise name, which may be NULL. */
const char *experiment_system_name(const struct experiment *experiment, const char *name);

#endif
