/* SPDX-License-Identifier: GPL-3.0-or-later */
/* load - how busy this machine is */
#include "run/host/load.h"

#include <math.h>
#include <stdlib.h>

double load_average(void)
{
	double load;

	return getloadavg(&load, 1) == 1 ? load : NAN;
}
