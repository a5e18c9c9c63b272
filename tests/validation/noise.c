/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noise - how repeats of one measurement scatter */
#include "tests/validation/noise.h"

#include <math.h>

static double lognormal(struct random *random, double cv)
{
	return exp(sqrt(log1p(cv * cv)) * random_normal(random));
}

static double normal(struct random *random, double cv)
{
	double factor;

	do
		factor = 1 + cv * random_normal(random);
	while (factor <= 0);
	return factor;
}

/* t with three degrees of freedom has sd sqrt(3); of ln x, so that x stays positive. */
static double heavy(struct random *random, double cv)
{
	double squares = 0;
	double z = random_normal(random);

	for (int i = 0; i < 3; i++) {
		double other = random_normal(random);

		squares += other * other;
	}
	return exp(cv * z / sqrt(squares));
}

static double skewed(struct random *random, double cv)
{
	return 1 - cv + cv * random_exponential(random);
}

const struct noise noise_lognormal = { "lognormal", lognormal, 0 };
const struct noise noise_normal = { "normal", normal, 0 };
const struct noise noise_heavy = { "heavy-tailed t3", heavy, 0 };
const struct noise noise_skewed = { "right-skewed", skewed, 0 };
const struct noise noise_rounded = { "clock of 5 % steps", lognormal, 0.05 };
const struct noise noise_coarse = { "clock of 20 % steps", lognormal, 0.20 };
