/* SPDX-License-Identifier: GPL-3.0-or-later */
/* batch - the mean of values that depend on their neighbours */
#include "stats/methods/batch.h"

#include <math.h>

#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"
#include "stats/methods/structure.h"

static const double each_side = 0.975; /* of a 95 % interval */

size_t batch_count(size_t n)
{
	return n < BATCHES ? n : BATCHES;
}

/* i * n / count, without a product that overflows. */
size_t batch_begin(size_t i, size_t n, size_t count)
{
	return i * (n / count) + i * (n % count) / count;
}

void batch_means(const double *values, size_t n, double *means, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t begin = batch_begin(i, n, count);

		means[i] = mean(values + begin, batch_begin(i + 1, n, count) - begin);
	}
}

double long_run_variance(const double *values, size_t n)
{
	size_t count = batch_count(n);
	double means[BATCHES];
	double center = mean(values, n);
	double squares = 0;

	batch_means(values, n, means, count);
	for (size_t i = 0; i < count; i++) {
		double size = (double)(batch_begin(i + 1, n, count) - batch_begin(i, n, count));

		squares += size * (means[i] - center) * (means[i] - center);
	}
	return squares / ((double)count - 1);
}

static double half_of(double degrees_of_freedom, double error)
{
	return student_quantile(each_side, degrees_of_freedom) * error;
}

struct interval dependent_mean_interval(const double *values, size_t n)
{
	double center = mean(values, n);
	double worth = effective_sample_size(n, lag1_autocorrelation(values, n));
	double by_batches = half_of(
		(double)batch_count(n) - 1, sqrt(long_run_variance(values, n) / (double)n));
	double by_worth = half_of(worth - 1, sqrt(variance(values, n) / worth));
	double half = fmax(by_batches, by_worth);

	return (struct interval){ center - half, center + half };
}
