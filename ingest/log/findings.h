/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * findings - what is known of a log while it is read: the inside of a sink
 *
 * For the files that fill it (collector, tally) and make records of it (account).
 */
#ifndef INGEST_LOG_FINDINGS_H
#define INGEST_LOG_FINDINGS_H

#include "ingest/log/format.h"
#include "ingest/log/sink.h"

enum { COMMAND_LIMIT = 500 }; /* bytes of a command that the log shows */

struct found_sample {
	const struct format *format;
	size_t results; /* of the format: the index of its count */
	size_t name;    /* of its metric: where it begins in the sink's names */
	const char *unit;
	enum better better;
	struct reading reading;
	double time;
	size_t line;
	size_t result; /* of its format, from 1 */
	enum direction direction;
	bool is_reread;
};

struct found_problem {
	enum problem_status status;
	char *message;
	size_t line;
	bool is_of_run; /* the runner's word: line is that of its file, 0 for none */
};

/* What a tool says of its own figures. */
struct found_doubt {
	const struct format *format; /* NULL: it says nothing */
	char *message;
	size_t line;
};

/* How many results a format began in this log. */
struct result_count {
	const struct format *format;
	size_t count;
	double bytes[DIRECTION_COUNT]; /* that they claim went each way */

	/* Known once the log is over. */
	const struct strings *parts; /* that the experiment names; NULL: none */
	bool is_superseded; /* another format read the same results, and reads them better */
};

/* Lines of a sort that are reported once, with their number. */
struct oddity {
	size_t first;
	size_t count;
	char *excerpt;
};

struct sink {
	const char *path;
	const struct labels *labels;
	const struct experiment *experiment;
	const struct experiment_test *test;  /* NULL: the experiment does not know it */
	double bytes_moved[DIRECTION_COUNT]; /* by the host's disks; NaN: they were not counted */

	const struct format *format;
	struct result_count *results;
	size_t result_formats;
	size_t result_capacity;

	struct text names; /* of metrics, each with a NUL behind it */
	struct found_sample *samples;
	size_t sample_count;
	size_t sample_capacity;
	struct found_problem *problems;
	size_t problem_count;
	size_t problem_capacity;
	struct text given;             /* records that the log holds ready-made */
	const struct unit *given_unit; /* of the last of them; NULL: none that is known */
	size_t given_count;
	struct text head;      /* of the samples that are written */
	const char *head_test; /* that it is of; NULL: there is none yet */
	struct text source;    /* theirs, up to the line, as sample_end() takes it */
	struct text metric;    /* its metric, with the part's name */
	struct text evidence;
	bool failure_pending;
	struct found_doubt doubts[DOUBT_COUNT];
	bool is_direct;
	bool nothing_allowed; /* no result is no failure */
	char shown_command[COMMAND_LIMIT + 1];

	size_t line_count;
	bool is_missing;        /* only the runner's file is there */
	bool has_bytes;         /* anything but blank lines */
	struct oddity unknown;  /* lines that no format took */
	struct oddity not_text; /* such lines whose bytes are no text */
	struct oddity numbers;  /* such lines with a digit in them */
	struct oddity too_long;
};

#endif
