/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shift - how far the values of one sample lie above those of another, by ranks */
#include "stats/methods/shift.h"

#include <math.h>

#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"

enum { LEAST_APPROXIMATED = 50 };

/* How many differences are at most limit: as a rises, fewer of b are near enough below it. */
static double count_up_to(struct ranked a, struct ranked b, double limit)
{
	double count = 0;
	size_t first = 0;

	for (size_t i = 0; i < a.n; i++) {
		while (first < b.n && a.values[i] - b.values[first] > limit)
			first++;
		count += (double)(b.n - first);
	}
	return count;
}

/*
 * The difference of that rank, from 1, among all n_a n_b of them: found by
 * halving, so that none need be stored.
 */
static double difference_at(struct ranked a, struct ranked b, double rank)
{
	double low = a.values[0] - b.values[b.n - 1];
	double high = a.values[a.n - 1] - b.values[0];

	if (count_up_to(a, b, low) >= rank)
		return low;
	for (;;) {
		double middle = low + (high - low) / 2;

		if (middle <= low || middle >= high)
			return high;
		if (count_up_to(a, b, middle) >= rank)
			high = middle;
		else
			low = middle;
	}
}

double shift_estimate(struct ranked a, struct ranked b)
{
	double pairs = (double)a.n * (double)b.n;
	double low = difference_at(a, b, floor((pairs + 1) / 2));
	double high = difference_at(a, b, ceil((pairs + 1) / 2));

	return low + (high - low) / 2;
}

/* The rank of the interval's lower end. */
static double rank_of_end(double m, double n, double alpha)
{
	double deviation = sqrt(m * n * (m + n + 1) / 12);

	if (m < LEAST_APPROXIMATED && n < LEAST_APPROXIMATED)
		return fmax(1, rank_sum_quantile(alpha / 2, m, n));
	return fmax(1, ceil(m * n / 2 - 0.5 - normal_quantile(1 - alpha / 2) * deviation));
}

struct interval shift_interval(struct ranked a, struct ranked b, double alpha)
{
	double pairs = (double)a.n * (double)b.n;
	double rank = rank_of_end((double)a.n, (double)b.n, alpha);

	return (struct interval){
		difference_at(a, b, rank),
		difference_at(a, b, pairs + 1 - rank),
	};
}

bool is_skewed(const double *values, size_t n)
{
	double count = (double)n;
	double error;

	if (n < SHIFT_LEAST)
		return false;
	error = sqrt(6 * count * (count - 1) / ((count - 2) * (count + 1) * (count + 3)));
	return fabs(skewness(values, n)) > 1.96 * error;
}
