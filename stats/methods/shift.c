/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shift - how far the values of one sample lie above those of another, by ranks */
#include "stats/methods/shift.h"

#include <math.h>

#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"

enum {
	LEAST_APPROXIMATED = 50,
	MOST_GUESSES = 20, /* of about ten passes that most take */
};

/* Of all n_a n_b differences: how many are at most a limit, and those next to it. */
struct split {
	double count;
	double last;  /* the largest of them; -INFINITY: there is none */
	double first; /* the smallest of the others; INFINITY: there is none */
};

static double larger(double x, double y)
{
	return x > y ? x : y;
}

static double smaller(double x, double y)
{
	return x < y ? x : y;
}

/* As a rises, fewer of b are near enough below it. */
static struct split split_at(struct ranked a, struct ranked b, double limit)
{
	struct split split = { 0, -INFINITY, INFINITY };
	size_t i = 0;
	size_t far = 0;

	while (i < a.n && far < b.n) {
		double difference = a.values[i] - b.values[far];

		if (difference > limit) {
			split.first = smaller(split.first, difference);
			far++;
		} else {
			split.last = larger(split.last, difference);
			split.count += (double)(b.n - far);
			i++;
		}
	}
	return split;
}

/*
 * The difference of that rank, from 1, among all of them: it lies between two that
 * are drawn together until they are one, so that none need be stored. Where they
 * were spread evenly it would lie where it is looked for first, and most often it is
 * near; halving ends it whatever they are.
 */
static double difference_at(struct ranked a, struct ranked b, double rank)
{
	double low = a.values[0] - b.values[b.n - 1];
	double high = a.values[a.n - 1] - b.values[0];
	double below = 0; /* differences that are less than low */
	double up_to_high = (double)a.n * (double)b.n;

	for (int pass = 0; low < high; pass++) {
		double share = pass < MOST_GUESSES ? (rank - below - 0.5) / (up_to_high - below)
						   : 0.5;
		double limit = low + (high - low) * share;
		struct split split = split_at(a, b, limit < high ? limit : low);

		if (split.count >= rank) {
			high = split.last;
			up_to_high = split.count;
		} else {
			low = split.first;
			below = split.count;
		}
	}
	return high;
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
