/* SPDX-License-Identifier: GPL-3.0-or-later */
/* axis - how far apart the ticks of an axis are */
#include "render/report/plot/axis.h"

#include <math.h>

double axis_step(double length, double most)
{
	static const double mantissas[] = { 1, 2, 5 };
	double least = length / most * (1 - 1e-9); /* what fits but for rounding fits */
	double power = pow(10, floor(log10(least)));

	for (int i = 0; i < 3; i++)
		if (mantissas[i] * power >= least)
			return mantissas[i] * power;
	return 10 * power;
}
