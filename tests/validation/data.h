/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * data - repeats on up to five systems, made up so that the truth is known
 */
#ifndef TESTS_VALIDATION_DATA_H
#define TESTS_VALIDATION_DATA_H

#include <stddef.h>

#include "tests/validation/noise.h"

enum { MOST_SYSTEMS = 5, MOST_RUNS = 30, MOST_OTHERS = 60 };

/* What is true of the data. A field that is 0 does nothing. */
struct scenario {
	const struct noise *noise;
	double cv;
	size_t k;
	size_t n;
	size_t n_of_first;   /* the first system's, when not n */
	double cv_of_first;  /* the first system's, when not cv */
	double ratio_less_1; /* how much more the first system's level is */
	double drift;        /* of the level, from the first run to the last */
	double first_run;    /* how much more the first run is */
	double slow_mode;    /* how much more a run is when it meets a slow mode */
	double slow_share;   /* of runs that meet it */
	size_t others;       /* series of other tests of the class, n runs each */
	double others_cv;    /* theirs, when not cv */
	double tau;          /* the margins that decisions are held to */
	double delta;
};

struct data {
	size_t k;
	size_t n[MOST_SYSTEMS];
	double values[MOST_SYSTEMS][MOST_RUNS]; /* in run order */
	const char *names[MOST_SYSTEMS];
	double resolution;
	size_t other_count;
	size_t other_n;
	double others[MOST_OTHERS][MOST_RUNS];
};

void data_draw(struct data *data, const struct scenario *scenario, struct random *random);

/* In another unit. */
void data_scale(struct data *data, double factor);

/* Times instead of rates: 1/x, of data with no resolution. */
void data_invert(struct data *data);

/* Places exchanged end for end, names kept with their values; or names exchanged, values kept. */
void data_reverse_order(struct data *data);
void data_reverse_names(struct data *data);

#endif
