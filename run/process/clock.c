/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clock - the clock that nobody sets */
#include "run/process/clock.h"

#include <time.h>

double clock_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}
