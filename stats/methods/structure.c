/* SPDX-License-Identifier: GPL-3.0-or-later */
/* structure - what n values in run order do besides scattering */
#include "stats/methods/structure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/distribution.h"
#include "stats/methods/line.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"

static const double sure = 0.01;
static const double surer = 0.005; /* of a trend or a step: with two modes they share one error */
enum { MANY = 1000 };              /* values, of which ranks are only counted when it matters */
static const double least_first = 0.05; /* a first value nearer than this is never set aside */

/* About the mean. */
static double spread_about(double center, const double *y, size_t n)
{
	return n < 2 ? 0 : sqrt(variance_about(center, y, n));
}

static double spread_of(const double *y, size_t n)
{
	return spread_about(mean(y, n), y, n);
}

/* What is not looked for yet. */
static struct finding begin_finding(size_t needs, double least, double p_limit)
{
	return (struct finding){
		.p = NAN,
		.statistic = NAN,
		.df = NAN,
		.needs = needs,
		.least = least,
		.p_limit = p_limit,
		.kendall_p = NAN,
	};
}

/* Judges effect / error by Student's t; no error at all leaves no doubt of any effect. */
static void judge_by_student(struct finding *finding, double effect, double error, double df)
{
	finding->effect = effect;
	finding->df = df;
	finding->statistic = error > 0     ? effect / error
			     : effect == 0 ? 0
					   : copysign(INFINITY, effect);
	finding->p = isinf(finding->statistic) ? 0 : student_tail(fabs(finding->statistic), df);
	finding->found = fabs(effect) > finding->least && finding->p < finding->p_limit;
}

struct finding first_apart(double y, const struct others *others, double floor, double tau)
{
	struct finding finding = begin_finding(
		3, fmax(tau, least_first), others->n == 2 ? 0.05 : sure);
	double error = fmax(others->sd, floor) * sqrt(1 + 1 / (double)others->n);

	judge_by_student(&finding, y - others->mean, error, (double)others->n - 1);
	return finding;
}

struct finding find_first_apart(const double *y, size_t n, double floor, double tau)
{
	double center;

	if (n < 3)
		return begin_finding(3, fmax(tau, least_first), sure);
	center = mean(y + 1, n - 1);
	return first_apart(y[0],
		&(struct others){ n - 1, center, spread_about(center, y + 1, n - 1) }, floor, tau);
}

/*
 * Sorts values and returns how many pairs were in descending order: merge
 * sort, so that many values take n log n steps. spare has room for as many.
 */
static double sort_counting_inversions(double *values, double *spare, size_t n)
{
	size_t half = n / 2;
	size_t left = 0;
	size_t right = half;
	double inversions;

	if (n < 2)
		return 0;
	inversions = sort_counting_inversions(values, spare, half) +
		     sort_counting_inversions(values + half, spare, n - half);
	for (size_t i = 0; i < n; i++) {
		if (right == n || (left < half && values[left] <= values[right])) {
			spare[i] = values[left++];
		} else {
			spare[i] = values[right++];
			inversions += (double)(half - left);
		}
	}
	memcpy(values, spare, n * sizeof *values);
	return inversions;
}

/* The two-sided p of Kendall's S for a trend, with the correction for ties. */
static double mann_kendall_p(const double *y, size_t n)
{
	double count = (double)n;
	double *ascending = memory_resize(NULL, n, sizeof *ascending);
	double *spare = memory_resize(NULL, n, sizeof *spare);
	double tied_pairs = 0;
	double tie_correction = 0;
	double inversions;
	double deviation;
	double s;

	memcpy(ascending, y, n * sizeof *ascending);
	inversions = sort_counting_inversions(ascending, spare, n);
	for (size_t i = 0; i < n;) {
		double run = 1;

		while (++i < n && ascending[i] == ascending[i - 1])
			run++;
		tied_pairs += run * (run - 1) / 2;
		tie_correction += run * (run - 1) * (2 * run + 5);
	}
	free(ascending);
	free(spare);
	s = count * (count - 1) / 2 - tied_pairs - 2 * inversions;
	deviation = sqrt((count * (count - 1) * (2 * count + 5) - tie_correction) / 18);
	if (s == 0 || deviation == 0)
		return 1;
	return normal_tail((fabs(s) - 1) / deviation);
}

struct finding find_trend(const double *y, size_t n, double tau)
{
	struct finding finding = begin_finding(4, tau, n < 6 ? sure : surer);
	struct line line;

	if (n < finding.needs)
		return finding;
	line = line_through(y, n);
	judge_by_student(&finding, line.slope * ((double)n - 1), line.error * ((double)n - 1),
		(double)n - 2);
	if (n >= 10 && (finding.found || n <= MANY))
		finding.kendall_p = mann_kendall_p(y, n);
	finding.found = finding.found && !(finding.kendall_p >= sure);
	return finding;
}

/* Student's pooled t of the values before and behind a split. */
static void split_at(struct finding *finding, const double *y, size_t n, size_t at)
{
	double mean_before = mean(y, at);
	double mean_behind = mean(y + at, n - at);
	double before = spread_about(mean_before, y, at);
	double behind = spread_about(mean_behind, y + at, n - at);
	double left = (double)at;
	double right = (double)(n - at);
	double df = (double)n - 2;
	double pooled = sqrt(((left - 1) * before * before + (right - 1) * behind * behind) / df);

	finding->at = at;
	judge_by_student(
		finding, mean_behind - mean_before, pooled * sqrt(1 / left + 1 / right), df);
}

/*
 * The split whose two means explain most of the sum of squares is the one with
 * the largest t: found in one pass over the values as deviations from their mean.
 */
static size_t best_split(const double *y, size_t n, size_t least)
{
	double center = mean(y, n);
	double sum = 0;
	double most = -1;
	size_t best = least;

	for (size_t at = 1; at + least <= n; at++) {
		double explained;

		sum += y[at - 1] - center;
		explained = sum * sum * (1 / (double)at + 1 / (double)(n - at));
		if (at >= least && explained > most) {
			most = explained;
			best = at;
		}
	}
	return best;
}

struct finding largest_step(const double *y, size_t n, size_t least)
{
	struct finding step = begin_finding(2 * least + 1, 0, 0);

	split_at(&step, y, n, best_split(y, n, least));
	return step;
}

struct finding find_step(const double *y, size_t n, double tau)
{
	struct finding step = begin_finding(8, tau, surer / ((double)n - 5));

	if (n >= step.needs)
		split_at(&step, y, n, best_split(y, n, 3));
	return step;
}

/* The mean and sum of squares of all values but one, from the mean of all. */
static void deleted_residual(
	struct finding *finding, const double *y, size_t n, double center, size_t at, double floor)
{
	double count = (double)n;
	double rest_mean = (center * count - y[at]) / (count - 1);
	double squares = 0;
	double error;

	for (size_t i = 0; i < n; i++)
		if (i != at)
			squares += (y[i] - rest_mean) * (y[i] - rest_mean);
	error = fmax(sqrt(squares / (count - 2)), floor) * sqrt(1 + 1 / (count - 1));
	finding->at = at;
	judge_by_student(finding, y[at] - rest_mean, error, count - 2);
}

/* The value farthest from the mean is also the one with the largest residual. */
static size_t farthest(const double *y, size_t n, double center)
{
	size_t at = 0;

	for (size_t i = 1; i < n; i++)
		if (fabs(y[i] - center) > fabs(y[at] - center))
			at = i;
	return at;
}

struct finding find_outlier(const double *y, size_t n, double floor, double tau)
{
	struct finding finding = begin_finding(4, 2 * tau, sure / (double)n);
	double center;

	if (n < finding.needs)
		return finding;
	center = mean(y, n);
	deleted_residual(&finding, y, n, center, farthest(y, n, center), floor);
	return finding;
}

struct finding two_modes_of_sorted(const double *ascending, size_t n, double tau)
{
	/* Of few values the best split leaves little within: 4 alone errs in 6 % at n = 6. */
	struct finding finding = begin_finding(6, tau, 0.001);
	size_t split = 0;
	double gap = 0;
	double low, high, pooled;

	if (n < finding.needs)
		return finding;
	for (size_t i = 2; i + 2 <= n; i++) {
		if (split && ascending[i] - ascending[i - 1] <= gap)
			continue;
		gap = ascending[i] - ascending[i - 1];
		split = i;
	}
	low = spread_of(ascending, split);
	high = spread_of(ascending + split, n - split);
	pooled = sqrt(((double)(split - 1) * low * low + (double)(n - split - 1) * high * high) /
		      ((double)n - 2));
	judge_by_student(&finding, gap, pooled, (double)n - 2);
	finding.found = finding.found && finding.statistic > 4;
	return finding;
}

struct finding find_two_modes(const double *y, size_t n, double tau)
{
	double *ascending = sorted(y, n);
	struct finding finding = two_modes_of_sorted(ascending, n, tau);

	free(ascending);
	return finding;
}

double lag1_autocorrelation_about(double center, const double *values, size_t n)
{
	double products = 0;
	double squares = 0;

	if (all_equal(values, n))
		return 0;
	for (size_t i = 0; i < n; i++) {
		squares += (values[i] - center) * (values[i] - center);
		if (i)
			products += (values[i] - center) * (values[i - 1] - center);
	}
	return products / squares;
}

double lag1_autocorrelation(const double *values, size_t n)
{
	return lag1_autocorrelation_about(mean(values, n), values, n);
}

struct finding find_serial_dependence(const double *y, size_t n)
{
	struct finding finding = begin_finding(10, 0, sure);
	double count = (double)n;
	double center;
	double squares = 0;
	double steps = 0;

	if (n < finding.needs || all_equal(y, n))
		return finding;
	center = mean(y, n);
	for (size_t i = 0; i < n; i++) {
		squares += (y[i] - center) * (y[i] - center);
		if (i)
			steps += (y[i] - y[i - 1]) * (y[i] - y[i - 1]);
	}
	finding.effect = lag1_autocorrelation_about(center, y, n);
	finding.statistic = (steps / squares - 2) /
			    sqrt(4 * (count - 2) / ((count - 1) * (count + 1)));
	finding.p = normal_tail(fabs(finding.statistic));
	finding.found = finding.p < sure;
	return finding;
}

double effective_sample_size(size_t n, double r)
{
	double size = (double)n * (1 - r) / (1 + r);

	if (size > (double)n || r <= 0)
		return (double)n;
	return size < 2 ? 2 : size;
}
