/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shuffle - a random order that a seed decides
 */
#ifndef RUN_PLAN_SHUFFLE_H
#define RUN_PLAN_SHUFFLE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Puts 0 to count - 1 into a random order: every order is as probable as any
 * other (Fisher and Yates, by Durstenfeld 1964), and the same for the same seed.
 */
void shuffle(size_t *order, size_t count, uint64_t seed);

/* A seed of its own for each pair of numbers. */
uint64_t shuffle_seed(uint64_t seed, uint64_t a, uint64_t b);

#endif
