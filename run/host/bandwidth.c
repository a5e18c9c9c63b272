/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bandwidth - how fast one core copies memory */
#include "run/host/bandwidth.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/memory.h"

enum {
	SIZE = 64 * 1024 * 1024, /* bytes, far more than a core's own caches hold */
	TRIES = 10,
};

/* Of this core's time: others may want it, too. */
static double seconds_of_copy(char *to, const char *from)
{
	struct timespec start, end;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start);
	memcpy(to, from, SIZE);
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
	return (double)(end.tv_sec - start.tv_sec) + 1e-9 * (double)(end.tv_nsec - start.tv_nsec);
}

double bandwidth_measure(void)
{
	char *from = memory_allocate(1, SIZE);
	char *to = memory_allocate(1, SIZE);
	volatile char *copied = to; /* so that the copy is made */
	double best = 0;

	memset(from, 1, SIZE); /* or all of it were the same page of zeros */
	memset(to, 2, SIZE);
	for (int i = 0; i < TRIES; i++) {
		double seconds = seconds_of_copy(to, from);

		(void)copied[SIZE - 1];
		if (seconds > 0 && SIZE / seconds > best)
			best = SIZE / seconds;
	}
	free(from);
	free(to);
	return best;
}
