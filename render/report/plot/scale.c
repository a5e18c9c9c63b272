/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scale - an axis made from the data */
#include "render/report/plot/scale.h"

#include <math.h>
#include <stdlib.h>

#include "render/report/plot/axis.h"

static const double room = 0.04; /* of the axis' length, beside the outermost number */

static const double most = 1e150; /* beyond it gnuplot has no axis */

void scale_init(struct scale *scale)
{
	*scale = (struct scale){ .low = NAN, .high = NAN };
}

void scale_include(struct scale *scale, double number)
{
	if (!(fabs(number) <= most))
		return;
	if (fpclassify(number) == FP_SUBNORMAL)
		number = 0;
	scale->low = fmin(scale->low, number); /* which prefer a number to NaN */
	scale->high = fmax(scale->high, number);
}

static void add_tick(struct scale *scale, double place, double mark)
{
	numbers_add(&scale->ticks, place);
	numbers_add(&scale->marks, mark);
}

/* An axis of no numbers goes from 0 to 1, and has no ticks. */
static bool ends_empty(struct scale *scale)
{
	if (!isnan(scale->low))
		return false;
	scale->low = 0;
	scale->high = 1;
	return true;
}

/* Whatever the numbers are, an axis has a length. */
static void widen(struct scale *scale)
{
	if (scale->high - scale->low <= 1e-9 * fmax(fabs(scale->low), fabs(scale->high))) {
		double around = scale->low == 0 ? 1 : fabs(scale->low) / 10;

		scale->low -= around;
		scale->high += around;
	}
}

/* The multiples of step on the axis. */
static void add_multiples(struct scale *scale, double step)
{
	double first = ceil(scale->low / step - 1e-9);
	double last = floor(scale->high / step + 1e-9);

	for (double i = first; i <= last; i++)
		add_tick(scale, i * step + 0.0, i * step + 0.0); /* never -0 */
}

void scale_end(struct scale *scale, double ticks)
{
	bool from_zero = scale->low == 0;
	bool to_zero = scale->high == 0;
	double margin;

	if (ends_empty(scale))
		return;
	widen(scale);
	margin = room * (scale->high - scale->low);
	scale->low = from_zero ? 0 : scale->low - margin;
	scale->high = to_zero && !from_zero ? 0 : scale->high + margin;
	add_multiples(scale, axis_step(scale->high - scale->low, ticks));
}

void scale_end_counts(struct scale *scale, double ticks)
{
	if (ends_empty(scale))
		return;
	scale->low -= 0.5;
	scale->high += 0.5;
	add_multiples(scale, fmax(1, axis_step(scale->high - scale->low, ticks)));
}

/* 1 2 5 10 20 ..., or only the powers of 10, or of 100 ... */
static void add_round_ratios(struct scale *scale, double ticks)
{
	static const double mantissas[] = { 1, 2, 5 };
	int first = (int)floor(scale->low);
	int last = (int)ceil(scale->high);
	size_t used = 3 * (scale->high - scale->low) > ticks ? 1 : 3;
	int every = used == 3 ? 1 : (int)ceil((scale->high - scale->low) / ticks);

	for (int power = first - first % every; power <= last; power += every)
		for (size_t i = 0; i < used; i++)
			add_tick(scale, power + log10(mantissas[i]), mantissas[i] * pow(10, power));
}

/* Over a short range ticks are as on any axis. */
static void add_near_ratios(struct scale *scale, double ticks)
{
	double low = pow(10, scale->low);
	double high = pow(10, scale->high);
	double step = axis_step(high - low, ticks);

	for (double i = ceil(low / step); i * step <= high; i++)
		add_tick(scale, log10(i * step), i * step);
}

void scale_end_ratios(struct scale *scale, double ticks)
{
	static const double near = 0.7; /* a factor of 5 */
	double margin;

	if (ends_empty(scale))
		return;
	margin = room * (scale->high - scale->low) + 0.002;
	scale->low -= margin;
	scale->high += margin;
	if (scale->high - scale->low < near)
		add_near_ratios(scale, ticks);
	else
		add_round_ratios(scale, ticks);
}

void scale_end_percentiles(struct scale *scale)
{
	static const double marks[] = { 0, 50, 90, 99, 99.9, 99.99, 99.999, 99.9999 };

	if (ends_empty(scale))
		return;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		add_tick(scale, -log10(1 - marks[i] / 100), marks[i]);
	scale->high += room * (scale->high - scale->low);
}

void scale_write(struct script *script, const struct scale *scale)
{
	if (scale->ticks.count == 0)
		SCRIPT_ROW(script, scale->low, 0); /* no part is empty */
	for (size_t i = 0; i < scale->ticks.count; i++) {
		struct text mark = TEXT_INIT;

		text_add_format(&mark, "%.6g", scale->marks.items[i]);
		SCRIPT_ROW(
			script, scale->ticks.items[i], (double)script_add_text(script, mark.data));
		text_release(&mark);
	}
}

void scale_release(struct scale *scale)
{
	free(scale->ticks.items);
	free(scale->marks.items);
}
