/* SPDX-License-Identifier: GPL-3.0-or-later */
/* random - the same numbers in every run */
#include "tests/validation/random.h"

#include <math.h>

static uint64_t rotated(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static uint64_t next(struct random *random)
{
	uint64_t *s = random->state;
	uint64_t result = rotated(s[1] * 5, 7) * 9;
	uint64_t shifted = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= shifted;
	s[3] = rotated(s[3], 45);
	return result;
}

/* splitmix64 (Steele, Lea, Flood 2014), as the authors of xoshiro advise for seeds. */
static uint64_t mixed(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

/* FNV-1a. */
static uint64_t hash(const char *name)
{
	uint64_t value = 0xcbf29ce484222325;

	for (; *name; name++)
		value = (value ^ (unsigned char)*name) * 0x100000001b3;
	return value;
}

void random_begin(struct random *random, const char *name)
{
	uint64_t seed = hash(name);

	for (int i = 0; i < 4; i++)
		random->state[i] = mixed(&seed);
}

double random_uniform(struct random *random)
{
	return ((double)(next(random) >> 11) + 0.5) * 0x1p-53;
}

/* Marsaglia's polar method (1964), one of its two values. */
double random_normal(struct random *random)
{
	double u, v, square;

	do {
		u = 2 * random_uniform(random) - 1;
		v = 2 * random_uniform(random) - 1;
		square = u * u + v * v;
	} while (square >= 1 || square == 0);
	return u * sqrt(-2 * log(square) / square);
}

double random_exponential(struct random *random)
{
	return -log(random_uniform(random));
}
