/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plateau - whether the intervals of a run keep their level */
#include "stats/methods/plateau.h"

#include <math.h>

#include "stats/methods/batch.h"
#include "stats/methods/distribution.h"
#include "stats/methods/line.h"
#include "stats/methods/moments.h"

enum { WINDOWS = 5, LEAST_SIDE = 2 };

/* Means of batches as shares of the mean of all. */
static void levels_of(const double *values, size_t n, double *levels, size_t count)
{
	double center = mean(values, n);

	batch_means(values, n, levels, count);
	for (size_t i = 0; i < count; i++)
		levels[i] /= center;
}

struct drift drift_of(const double *values, size_t n)
{
	size_t count = batch_count(n);
	double levels[BATCHES];
	struct line line;

	levels_of(values, n, levels, count);
	line = line_through(levels, count);
	return (struct drift){
		.size = line.slope * (double)count,
		.error = line.error * (double)count,
		.degrees_of_freedom = (double)count - 2,
	};
}

double drift_at_most(const struct drift *drift, double level)
{
	return fabs(drift->size) +
	       student_quantile(level, drift->degrees_of_freedom) * drift->error;
}

double drift_p(const struct drift *drift)
{
	if (drift->error == 0)
		return drift->size == 0 ? 1 : 0;
	return student_tail(fabs(drift->size) / drift->error, drift->degrees_of_freedom);
}

struct finding level_step(const double *values, size_t n, double tau, double sure)
{
	size_t count = batch_count(n);
	double levels[BATCHES];
	struct finding step;

	levels_of(values, n, levels, count);
	step = largest_step(levels, count, LEAST_SIDE);
	step.found = fabs(step.effect) > tau &&
		     step.p < sure / (double)(count - 2 * LEAST_SIDE + 1);
	step.at = batch_begin(step.at, n, count);
	return step;
}

struct windows five_windows(const double *values, size_t n)
{
	double levels[WINDOWS];
	double least, most;

	levels_of(values, n, levels, WINDOWS);
	least = most = levels[0];
	for (size_t i = 1; i < WINDOWS; i++) {
		least = fmin(least, levels[i]);
		most = fmax(most, levels[i]);
	}
	return (struct windows){
		.range = most - least,
		.slope = line_through(levels, WINDOWS).slope * (WINDOWS - 1),
	};
}

/* The window that a batch lies in. */
static size_t window_of(size_t batch, size_t count)
{
	return batch * WINDOWS / count;
}

/*
 * The studentized range of five means, with the noise taken from the batches
 * within them: what sets the windows apart must not pass for noise.
 */
double windows_noise(const double *values, size_t n, double sure)
{
	size_t count = batch_count(n);
	double degrees = (double)(count - WINDOWS);
	double levels[BATCHES];
	double centers[WINDOWS] = { 0 };
	size_t sizes[WINDOWS] = { 0 };
	double squares = 0;

	levels_of(values, n, levels, count);
	for (size_t i = 0; i < count; i++)
		sizes[window_of(i, count)]++;
	for (size_t i = 0; i < count; i++)
		centers[window_of(i, count)] += levels[i] / (double)sizes[window_of(i, count)];
	for (size_t i = 0; i < count; i++) {
		double apart = levels[i] - centers[window_of(i, count)];

		squares += apart * apart;
	}
	return studentized_range_quantile(1 - sure, WINDOWS, degrees) *
	       sqrt(squares / degrees * WINDOWS / (double)count);
}
