/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sink - where a format puts what it read of a log
 *
 * The sink knows whose log it is (system, test, run), counts the results of
 * each tool in it (the parts), and writes records once the log is over.
 */
#ifndef INGEST_LOG_SINK_H
#define INGEST_LOG_SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "core/experiment.h"
#include "core/number.h"
#include "core/record.h"
#include "core/scan.h"
#include "core/text.h"

/* A NAME=VALUE of the command line that is not one of the known labels. */
struct label {
	const char *name;
	const char *value;
};

/* Whose log it is, as far as that is known: NULL and NaN where not. */
struct run;

struct labels {
	const char *system;
	const char *test;
	double run;
	double part;            /* of all results: the job that a log of fio's is of */
	const char *unit;       /* of tools that print none */
	const char *quantity;   /* of logs that do not say what they measured: "clat" */
	const char *command;    /* that wrote the log */
	const struct run *told; /* by the runner; NULL: nothing */
	const char *source;     /* what sources are called instead of the path */
	struct label *extra;    /* further fields of every record */
	size_t extra_count;
	struct label *columns; /* what tables call the fields of a sample: { "value", "seconds" } */
	size_t column_count;
};

/* What is measured: its name, base unit and good direction. */
struct metric {
	const char *name;
	const char *unit;
	enum better better;
};

/* Which way the bytes of a file went. */
enum direction {
	DIRECTION_NONE, /* neither, both, or not known */
	DIRECTION_READ,
	DIRECTION_WRITE,
	DIRECTION_COUNT
};

struct measurement {
	const struct metric *metric;
	const char *prefix;     /* put before the metric's name, e.g. "read."; NULL: none */
	struct reading reading; /* in the metric's unit */
	size_t line;
	enum direction direction; /* of what was measured, where it is I/O on a disk */
	bool is_reread;   /* of what the same command wrote just before, through the cache */
	bool is_interval; /* one of a series within the run: time says when */
	double time;      /* seconds since the run began, at the interval's end */
};

struct sink;

/*
 * The tool's next result begins: what is added from here on belongs to it. A
 * format that is asked for several results in a log calls it before each.
 */
void sink_begin_result(struct sink *sink);

/*
 * A number of the current result. The metric's name is copied; its unit must
 * be a constant. A value that is not finite, or negative, becomes a problem.
 */
void sink_add(struct sink *sink, const struct measurement *measurement);

/*
 * A record that the log holds ready-made, with labels of its own: what it lacks
 * of them (NULL, NaN) is the log's. A sample's unit is any or the user's, and
 * becomes the base unit; one that is not known stays. The members of further
 * (NULL: none) that the record has not got are kept as they are. The strings
 * are copied.
 */
void sink_give_sample(
	struct sink *sink, const struct sample *sample, const struct json *further, size_t line);
void sink_give_problem(
	struct sink *sink, const struct problem *problem, const struct json *further, size_t line);
void sink_give_environment(
	struct sink *sink, const struct environment *environment, const struct json *further);

/* What a report says; of its test and system what it lacks is the log's. */
void sink_give_claim(struct sink *sink, const struct claim *claim, size_t line);

/* The experiment that the log belongs to. */
const struct experiment *sink_experiment(const struct sink *sink);

/* What the user says that tables call the field of a sample; by default, its name. */
const char *sink_column(const struct sink *sink, const char *field);

/*
 * Something that kept a number from being: the message is cleaned and cut.
 * A status other than unreadable and invalid says that the command failed.
 */
void sink_add_problem(struct sink *sink, enum problem_status status, size_t line,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Why a tool says itself that its I/O may be of a cache. */
enum doubt {
	DOUBT_CACHE_KEPT, /* it could not empty the cache before it read */
	DOUBT_NOT_DIRECT, /* direct I/O was refused: what it read or wrote went through the cache */
	DOUBT_COUNT
};

/* Holds for all that the log's formats of that tool measure. The last of a sort is kept. */
void sink_add_doubt(struct sink *sink, enum doubt doubt, struct slice message, size_t line);

/* The command says that I/O is direct: then no cache need be emptied, and disks move all of it. */
void sink_set_direct(struct sink *sink);

/*
 * Whether a failure was reported since this was last asked: then the time that
 * a shell prints next is that of a command that failed.
 */
bool sink_take_failure(struct sink *sink);

/* The unit that the user says the tool printed in ("MiB"), or NULL. */
const char *sink_unit(const struct sink *sink);

/*
 * What the log measured ("clat"), as the user says or the log's name does, where
 * the log itself does not. False when neither does.
 */
bool sink_quantity(const struct sink *sink, struct slice *quantity);

/* Says that this log may be empty: that is no failure of the run. */
void sink_allow_nothing(struct sink *sink);

/*
 * The command that program's output comes from, or NULL: the last one that the
 * log itself shows ("$ free -m", "+ free -m"), if it calls program; otherwise
 * what the runner, the user or the experiment says wrote the log.
 */
const char *sink_command(const struct sink *sink, const char *program);

/* The same, but NULL where only the experiment says so. */
const char *sink_stated_command(const struct sink *sink, const char *program);

#endif
