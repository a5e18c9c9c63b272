/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * study - how often things happen over many data sets of one scenario
 */
#ifndef TESTS_VALIDATION_STUDY_H
#define TESTS_VALIDATION_STUDY_H

#include <stdbool.h>

#include "stats/methods/policy.h"
#include "tests/validation/courses.h"
#include "tests/validation/data.h"

enum { MOST_EVENTS = 10 };

/* Adds 1 to the count of each event that these data show. */
typedef void tally_function(const struct data *data, struct margins margins, unsigned *counts);

struct study {
	char name[160]; /* also the seed */
	struct scenario scenario;
	tally_function *tally;
	struct course_truth course; /* instead, when there is a tally_course */
	course_tally *tally_course;
	unsigned counts[MOST_EVENTS];
};

/* Fills the counts of all studies, over so many data sets each, in two processes. */
void studies_run(struct study *studies, size_t count, unsigned data_sets);

#endif
