/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line - the straight line through values in their order */
#include "stats/methods/line.h"

#include <math.h>

#include "stats/methods/moments.h"

struct line line_through(const double *y, size_t n)
{
	struct line line;
	double middle = ((double)n - 1) / 2;
	double center = mean(y, n);
	double xx = 0, xy = 0, rest = 0;

	for (size_t i = 0; i < n; i++) {
		xx += ((double)i - middle) * ((double)i - middle);
		xy += ((double)i - middle) * (y[i] - center);
	}
	line.slope = xy / xx;
	for (size_t i = 0; i < n; i++) {
		double residual = y[i] - center - line.slope * ((double)i - middle);

		rest += residual * residual;
	}
	line.error = sqrt(rest / ((double)n - 2) / xx);
	return line;
}
