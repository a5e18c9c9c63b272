/* SPDX-License-Identifier: GPL-3.0-or-later */
/* axis - where an axis begins, ends and has its ticks */
#include "render/report/plot/axis.h"

#include <math.h>

/* The step that follows: 1, 2, 5, 10, 20 ... times a power of 10. */
static double wider(double step)
{
	double unit = pow(10, floor(log10(step) + 0.01));

	return step < 1.5 * unit ? 2 * unit : step < 3 * unit ? 5 * unit : 10 * unit;
}

static struct axis axis_of_step(double low, double high, double step)
{
	/* what lies on a tick but for rounding needs no further step */
	return (struct axis){
		.low = step * floor(low / step + 1e-9),
		.high = step * ceil(high / step - 1e-9),
		.step = step,
	};
}

struct axis axis_over(double low, double high, int steps)
{
	struct axis axis;
	double step;

	if (high - low <= 1e-12 * fmax(fabs(low), fabs(high))) {
		double room = low == 0 ? 1 : fabs(low) / 10;

		high = high + room;
		low = low < 0 || low > room ? low - room : 0;
	}
	if (low < 0 && high > 0 && steps < 2)
		steps = 2; /* zero is a tick */
	step = pow(10, floor(log10((high - low) / steps)));
	axis = axis_of_step(low, high, step);
	while (axis.high - axis.low > (steps + 0.5) * step) {
		step = wider(step);
		axis = axis_of_step(low, high, step);
	}
	return axis;
}
