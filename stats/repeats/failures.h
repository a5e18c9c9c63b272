/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * failures - the runs of a test that gave no number, and what they said
 */
#ifndef STATS_REPEATS_FAILURES_H
#define STATS_REPEATS_FAILURES_H

#include "core/index.h"
#include "core/record.h"

struct failure {
	double run;   /* NaN: not known */
	size_t order; /* of arrival */
	enum problem_status status;
	char *message;
};

/* The failures of one test on one system. */
struct failed_test {
	char *system; /* NULL: not known */
	char *test;
	struct failure *items; /* once settled by run, those without one behind, as they came */
	size_t count;
	size_t capacity;
	bool has_values; /* some run of it gave a number */
};

struct failures {
	struct index index;
	struct failed_test *tests; /* in the order they first came */
	size_t capacity;
};

/* Notes a problem record. */
void failures_add(struct failures *failures, const struct record *record);

/* Once all were noted: a run's further problems after its first are not counted again. */
void failures_settle(struct failures *failures);

/* The failure of a run, or NULL. Of several without a number it is the first. */
const struct failure *failure_of_run(const struct failed_test *test, double run);

/* The failures of a test on a system, or NULL. */
struct failed_test *failures_of(
	const struct failures *failures, const char *system, const char *test);

/* How most of the runs that were tried failed. */
enum problem_status failed_test_status(const struct failed_test *test);

void failures_release(struct failures *failures);

#endif
