/* SPDX-License-Identifier: GPL-3.0-or-later */
/* courses - the intervals of one run, made up so that the truth is known */
#include "tests/validation/courses.h"

#include <math.h>

/* The level at a time from 0 to 1. */
static double level_at(const struct course_truth *truth, double time)
{
	double size = truth->size, share = truth->share;

	switch (truth->shape) {
	case SHAPE_FLAT:
		return 1;
	case SHAPE_DRIFT:
		return 1 + size * time;
	case SHAPE_WARM_UP:
		return time < share ? 1 + size * (1 - time / share) : 1;
	case SHAPE_DECAY:
		return 1 + size * exp(-time / share);
	case SHAPE_FRONT:
		return time < share ? 1 + size : 1;
	case SHAPE_CLIFF:
		return time < share ? 1 : 1 + size;
	case SHAPE_WAVE:
		return 1 + size * sin(2 * M_PI * time / share);
	}
	return NAN;
}

void course_draw(const struct course_truth *truth, struct random *random, double *values)
{
	double fresh = sqrt(1 - truth->rho * truth->rho);
	double noise = random_normal(random);

	for (size_t i = 0; i < truth->n; i++) {
		if (i)
			noise = truth->rho * noise + fresh * random_normal(random);
		values[i] = 100 * level_at(truth, ((double)i + 0.5) / (double)truth->n) *
			    fmax(0, 1 + truth->cv * noise);
	}
}
