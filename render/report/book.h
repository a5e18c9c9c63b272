/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * book - all the records that a report is about, by kind
 */
#ifndef RENDER_REPORT_BOOK_H
#define RENDER_REPORT_BOOK_H

#include "core/experiment.h"
#include "core/index.h"
#include "core/record.h"

/* Where in a list what has a key stands, for the first that has it. */
struct places {
	struct index keys;
	size_t *items;
	size_t capacity;
};

struct book {
	struct records records;  /* what the rest borrows from, */
	struct index words;      /* but for rankings, of which the words alone are kept, */
	struct strings evidence; /* and that of their pairs */

	struct sample *samples; /* not yet summarised; those of series left out */
	size_t sample_count;
	size_t sample_capacity;
	struct sample *intervals; /* the samples of series, as they came */
	size_t interval_count;
	size_t interval_capacity;
	struct series *series;
	size_t series_count;
	size_t series_capacity;
	struct summary *summaries;
	size_t summary_count;
	size_t summary_capacity;
	struct ranking *rankings;
	size_t ranking_count;
	size_t ranking_capacity;
	struct conclusion *conclusions;
	size_t conclusion_count;
	size_t conclusion_capacity;
	struct problem *problems;
	size_t problem_count;
	size_t problem_capacity;
	struct environment *facts;
	size_t fact_count;
	size_t fact_capacity;
	struct annotation *notes;
	size_t note_count;
	size_t note_capacity;
	struct claim *claims;
	size_t claim_count;
	size_t claim_capacity;
	struct difference *differences;
	size_t difference_count;
	size_t difference_capacity;

	const struct summary **metrics; /* of each metric of a test, the first summary */
	size_t metric_count;

	struct strings systems; /* the experiment's order, then as they came */
	struct strings tests;   /* likewise */

	struct places by_cell;   /* summaries, by system, test, metric and part */
	struct places by_metric; /* rankings, by test, metric and part */
};

/* What stands for a system or a test that has no name. */
#define BOOK_NO_NAME "-"

/* Reads the records of the paths (none: standard input). */
void book_read(struct book *book, const struct experiment *experiment, char **paths);

/*
 * The same by the reader itself: an all-zero book takes what records hold, one by
 * one, and is complete, and fit for the others, once it has them all;
 * likewise again once summaries were added.
 */
void book_take(struct book *book, struct record *record);
void book_complete(struct book *book, const struct experiment *experiment);

/* Adds a summary that no record has; its lists are the book's then. */
struct summary *book_add_summary(struct book *book, const struct summary *summary);

/*
 * The summary of a metric on a system, of any part where part is NaN; the one of
 * the whole test when that failed; or NULL.
 */
const struct summary *book_summary(const struct book *book, const char *system, const char *test,
	const char *metric, double part);

/* The ranking of a metric, of the first part where part is NaN, or NULL. */
const struct ranking *book_ranking(
	const struct book *book, const char *test, const char *metric, double part);

void book_release(struct book *book);

#endif
