/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * random - the same numbers in every run: xoshiro256** (Blackman and Vigna 2018)
 */
#ifndef TESTS_VALIDATION_RANDOM_H
#define TESTS_VALIDATION_RANDOM_H

#include <stdint.h>

struct random {
	uint64_t state[4];
};

/* A stream of its own for each name, whatever other streams there are. */
void random_begin(struct random *random, const char *name);

/* In (0, 1), both ends excluded. */
double random_uniform(struct random *random);

/* Mean 0, sd 1. */
double random_normal(struct random *random);

/* Mean 1, sd 1. */
double random_exponential(struct random *random);

#endif
