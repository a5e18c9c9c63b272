/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shuffle - a random order that a seed decides */
#include "run/plan/shuffle.h"

/* SplitMix64: Steele, Lea and Flood 2014. */
static uint64_t next_bits(uint64_t *state)
{
	uint64_t bits = *state += UINT64_C(0x9E3779B97F4A7C15);

	bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
	return bits ^ (bits >> 31);
}

/* What would favour the small numbers is drawn again. */
static size_t below(uint64_t *state, size_t bound)
{
	uint64_t rest = UINT64_MAX % bound;
	uint64_t bits;

	do
		bits = next_bits(state);
	while (bits > UINT64_MAX - rest - 1);
	return (size_t)(bits % bound);
}

void shuffle(size_t *order, size_t count, uint64_t seed)
{
	for (size_t i = 0; i < count; i++) {
		size_t other = below(&seed, i + 1);

		order[i] = order[other];
		order[other] = i;
	}
}

uint64_t shuffle_seed(uint64_t seed, uint64_t a, uint64_t b)
{
	uint64_t state = seed;

	state = next_bits(&state) ^ a;
	state = next_bits(&state) ^ b;
	return next_bits(&state);
}
