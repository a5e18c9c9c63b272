/* SPDX-License-Identifier: GPL-3.0-or-later */
/* anchors - the rules of other tools, a few lines each, from their public sources */
#include "tests/validation/anchors.h"

#define MATHLIB_STANDALONE
#include <Rmath.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"

static double mean_of(struct repeats repeats)
{
	return mean(repeats.values, repeats.n);
}

static double sd_of(struct repeats repeats)
{
	return sqrt(variance(repeats.values, repeats.n));
}

static double median_of(struct repeats repeats)
{
	double *ascending = sorted(repeats.values, repeats.n);
	double median = median_of_sorted(ascending, repeats.n);

	free(ascending);
	return median;
}

/* The absolute value of Student's t with the two variances pooled. */
static double pooled_t(struct repeats a, struct repeats b)
{
	double left = (double)a.n, right = (double)b.n;
	double squares = (left - 1) * variance(a.values, a.n) +
			 (right - 1) * variance(b.values, b.n);
	double error = sqrt(squares / (left + right - 2) * (1 / left + 1 / right));
	double difference = fabs(mean_of(a) - mean_of(b));

	if (error == 0)
		return difference > 0 ? INFINITY : 0;
	return difference / error;
}

static double pooled_quantile(struct repeats a, struct repeats b)
{
	return student_quantile(0.975, (double)(a.n + b.n - 2));
}

/* Its _utils.is_significant(); the table of quantiles there is to three digits. */
static bool pyperf_differs(struct repeats a, struct repeats b)
{
	return pooled_t(a, b) >= pooled_quantile(a, b);
}

/* Relative(): as pyperf, but it needs three values a side. */
static bool ministat_differs(struct repeats a, struct repeats b)
{
	return a.n >= 3 && b.n >= 3 && pooled_t(a, b) > pooled_quantile(a, b);
}

/* Mann and Whitney's U of a; a tie counts one half. */
static double u_of(struct repeats a, struct repeats b)
{
	double u = 0;

	for (size_t i = 0; i < a.n; i++)
		for (size_t j = 0; j < b.n; j++)
			u += (a.values[i] > b.values[j]) + 0.5 * (a.values[i] == b.values[j]);
	return u;
}

/* Sum of t^3 - t over groups of t tied values among both. */
static double ties_of(struct repeats a, struct repeats b)
{
	size_t n = a.n + b.n;
	double *all = memory_allocate(n, sizeof *all);
	double *ascending;
	double ties = 0;

	for (size_t i = 0; i < n; i++)
		all[i] = i < a.n ? a.values[i] : b.values[i - a.n];
	ascending = sorted(all, n);
	for (size_t i = 0, run; i < n; i += run) {
		double count;

		for (run = 1; i + run < n && ascending[i + run] == ascending[i];)
			run++;
		count = (double)run;
		ties += count * count * count - count;
	}
	free(all);
	free(ascending);
	return ties;
}

/*
 * benchmath.AssumeNothing, alpha .05: U with its exact distribution. Where
 * values are tied benchstat has an exact distribution too; here it is the
 * normal approximation with the correction for ties and for continuity.
 */
static bool benchstat_differs(struct repeats a, struct repeats b)
{
	double left = (double)a.n, right = (double)b.n, n = left + right;
	double u = fmin(u_of(a, b), u_of(b, a));
	double ties = ties_of(a, b);
	double deviation;

	if (ties == 0)
		return 2 * pwilcox(u, left, right, 1, 0) < 0.05;
	deviation = sqrt(left * right / 12 * (n + 1 - ties / (n * (n - 1))));
	return deviation > 0 &&
	       2 * pnorm((u - left * right / 2 + 0.5) / deviation, 0, 1, 1, 0) < 0.05;
}

const struct comparison_rule comparison_rules[COMPARISON_RULES] = {
	{ "pyperf", "Student's t, variances pooled, 95 %, against the first of the files",
		"psf/pyperf, pyperf/_utils.py, is_significant()", pyperf_differs },
	{ "benchstat", "Mann-Whitney U, p < .05, against the first of the files",
		"golang/perf, benchmath/anone.go, Compare()", benchstat_differs },
	{ "ministat", "Student's t, variances pooled, 95 %, n >= 3, against the first of the files",
		"FreeBSD, usr.bin/ministat/ministat.c, Relative()", ministat_differs },
};

static bool pyperf_accepts(struct repeats repeats)
{
	return sd_of(repeats) < 0.10 * mean_of(repeats);
}

/* Scores are deviations from the median in units of its absolute deviation. */
static bool hyperfine_accepts(struct repeats repeats)
{
	double median = median_of(repeats);
	double *ascending = sorted(repeats.values, repeats.n);
	double deviation = median_absolute_deviation(ascending, repeats.n, median);

	free(ascending);
	if (deviation == 0)
		deviation = DBL_EPSILON;
	for (size_t i = 0; i < repeats.n; i++)
		if (fabs(repeats.values[i] - median) / deviation > 1.4826 * 10)
			return false;
	return true;
}

/* err%: median of |x - median| / x. */
static bool nanobench_accepts(struct repeats repeats)
{
	double *errors = memory_allocate(repeats.n, sizeof *errors);
	double median = median_of(repeats);
	double error;

	for (size_t i = 0; i < repeats.n; i++)
		errors[i] = fabs((repeats.values[i] - median) / repeats.values[i]);
	error = median_of((struct repeats){ errors, repeats.n });
	free(errors);
	return error < 0.05;
}

static bool phoronix_accepts(struct repeats repeats)
{
	return sd_of(repeats) <= 0.035 * mean_of(repeats);
}

/* The slope of the least-squares line, per run. */
static double slope_of(struct repeats repeats)
{
	double middle = ((double)repeats.n - 1) / 2;
	double xx = 0, xy = 0;

	for (size_t i = 0; i < repeats.n; i++) {
		xx += ((double)i - middle) * ((double)i - middle);
		xy += ((double)i - middle) * repeats.values[i];
	}
	return xy / xx;
}

/* A window of five rounds: the last five runs, or fewer where there are no more. */
static bool snia_accepts(struct repeats repeats)
{
	size_t n = repeats.n < 5 ? repeats.n : 5;
	struct repeats window = { repeats.values + repeats.n - n, n };
	double *ascending = sorted(window.values, n);
	double range = ascending[n - 1] - ascending[0];
	double average = mean_of(window);

	free(ascending);
	return range <= 0.20 * average &&
	       fabs(slope_of(window)) * (double)(n - 1) <= 0.10 * average;
}

static bool fio_slope_accepts(struct repeats repeats)
{
	return fabs(slope_of(repeats)) < 0.01 * mean_of(repeats);
}

static bool fio_deviation_accepts(struct repeats repeats)
{
	double average = mean_of(repeats);

	for (size_t i = 0; i < repeats.n; i++)
		if (fabs(repeats.values[i] - average) >= 0.10 * average)
			return false;
	return true;
}

const struct stability_rule stability_rules[STABILITY_RULES] = {
	{ "pyperf", "sd < 10 % of the mean", "psf/pyperf, doc/cli.rst, pyperf check",
		pyperf_accepts },
	{ "hyperfine", "no value more than 14.826 median absolute deviations from the median",
		"sharkdp/hyperfine, src/outlier_detection.rs", hyperfine_accepts },
	{ "nanobench", "err% (median absolute percentage error) < 5 %",
		"martinus/nanobench, nanobench.h, medianAbsolutePercentError()",
		nanobench_accepts },
	{ "Phoronix", "sd <= 3.5 % of the mean, else more runs",
		"phoronix-test-suite, pts_test_run_manager.php, pts_math.php; 3.5 % is assumed, the "
		"default of StandardDeviationThreshold has changed over time (3 % in one release)",
		phoronix_accepts },
	{ "SNIA PTS", "last five: range <= 20 %, slope over the window <= 10 % of the mean",
		"SNIA Solid State Storage Performance Test Specification, steady state",
		snia_accepts },
	{ "fio slope", "least-squares slope per interval < 1 % of the mean",
		"fio, steadystate.c; the limit of examples/steadystate.fio (bw_slope:1%)",
		fio_slope_accepts },
	{ "fio deviation", "no value 10 % or more from the mean",
		"fio, steadystate.c; the limit of examples/steadystate.fio (iops:10%)",
		fio_deviation_accepts },
};
