/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transient - where a series of intervals within a run reaches its level */
#include "stats/methods/transient.h"

#include <math.h>

#include "stats/methods/batch.h"
#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"

enum { GROUP = 5 };

/* From the end, so that each cut adds one mean to those behind it (Welford 1962). */
size_t mser5(const double *values, size_t n, size_t most)
{
	size_t groups = n / GROUP;
	double least = INFINITY;
	size_t best = 0;
	double center = 0;
	double squares = 0;

	for (size_t i = groups; i-- > 0;) {
		double value = mean(values + i * GROUP, GROUP);
		double count = (double)(groups - i);
		double step = value - center;

		center += step / count;
		squares += step * (value - center);
		if (i * GROUP <= most && squares / (count * count) <= least) {
			least = squares / (count * count);
			best = i * GROUP;
		}
	}
	return best;
}

/* The first cut of n values against the others, by the noise of the others: they are the more. */
static struct transient compare(const double *values, size_t n, size_t cut)
{
	size_t rest = n - cut;
	double before = mean(values, cut);
	double behind = mean(values + cut, rest);
	double error = sqrt(
		long_run_variance(values + cut, rest) * (1 / (double)cut + 1 / (double)rest));
	double difference = fabs(before - behind);

	return (struct transient){
		.cut = cut,
		.effect = behind > 0 ? before / behind - 1 : INFINITY,
		.p = error > 0 ? student_tail(difference / error, (double)batch_count(rest) - 1)
		     : difference == 0 ? 1
				       : 0,
	};
}

static bool differs(const struct transient *transient, double tau, double sure)
{
	return fabs(log1p(transient->effect)) > tau && transient->p < sure;
}

struct transient find_transient(const double *values, size_t n, double tau, double sure)
{
	size_t cut = mser5(values, n, n / 2);
	struct transient transient = { 0 };

	if (cut > n / 3) {
		size_t earlier = mser5(values, n, n / 3);
		struct transient between = compare(values + earlier, n - earlier, cut - earlier);

		if (differs(&between, tau, sure)) {
			transient = compare(values, n, cut);
			transient.lasts = true;
			return transient;
		}
		cut = earlier;
	}
	if (cut == 0)
		return transient;
	transient = compare(values, n, cut);
	return differs(&transient, tau, sure) ? transient : (struct transient){ 0 };
}
