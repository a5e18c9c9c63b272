/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * courses - the intervals of one run, made up so that the truth is known
 */
#ifndef TESTS_VALIDATION_COURSES_H
#define TESTS_VALIDATION_COURSES_H

#include <stddef.h>

#include "tests/validation/random.h"

enum { MOST_INTERVALS = 2000 };

/* What the level does, as a share of the one it ends at, or begins at where it has no end. */
enum shape {
	SHAPE_FLAT,
	SHAPE_DRIFT,   /* straight, by size over the whole run */
	SHAPE_WARM_UP, /* straight from 1 + size to 1 over the first share of the run */
	SHAPE_DECAY,   /* the same, by exp(-t / share) */
	SHAPE_FRONT,   /* 1 + size for the first share, then 1 */
	SHAPE_CLIFF,   /* 1 for the first share, then 1 + size */
	SHAPE_WAVE,    /* a sine of amplitude size and so long a period */
};

struct course_truth {
	const char *name;
	enum shape shape;
	double size;
	double share; /* of the run */
	double rho;   /* lag-1 autocorrelation of the noise, which is normal and AR(1) */
	double cv;
	size_t n;
	double tau; /* what decisions are held to */
};

/* The mean of intervals on the level that a run ends at is 100. */
void course_draw(const struct course_truth *truth, struct random *random, double *values);

/* Adds 1 to the count of each event that these intervals show. */
typedef void course_tally(const double *values, const struct course_truth *truth, unsigned *counts);

#endif
