/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * noise - how repeats of one measurement scatter
 */
#ifndef TESTS_VALIDATION_NOISE_H
#define TESTS_VALIDATION_NOISE_H

#include "tests/validation/random.h"

struct noise {
	const char *name;
	/* What a level is multiplied by: near 1, with about this coefficient of variation. */
	double (*factor)(struct random *random, double cv);
	double clock; /* values are rounded to this share of the level; 0: they are not */
};

extern const struct noise noise_lognormal;
extern const struct noise noise_normal;
extern const struct noise noise_heavy;   /* Student's t with three degrees of freedom */
extern const struct noise noise_skewed;  /* a floor and an exponential tail */
extern const struct noise noise_rounded; /* lognormal, read from a clock of 5 % steps */
extern const struct noise noise_coarse;  /* the same in steps of 20 %: 0.01 s of 0.05 s */

#endif
