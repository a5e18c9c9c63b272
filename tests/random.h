/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * random - pseudo-random numbers for tests and benchmarks, the same in every run
 *
 * SplitMix64 (Steele, Lea and Flood 2014); the state is a seed to begin with.
 */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

static inline uint64_t random_bits(uint64_t *state)
{
	uint64_t bits = *state += UINT64_C(0x9E3779B97F4A7C15);

	bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
	return bits ^ (bits >> 31);
}

static inline size_t random_below(uint64_t *state, size_t bound)
{
	return (size_t)(random_bits(state) % bound);
}

/* Above 0 and below 1. */
static inline double random_share(uint64_t *state)
{
	return ((double)(random_bits(state) >> 11) + 0.5) / 9007199254740992;
}

#endif
