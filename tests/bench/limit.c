/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * limit - a log of fio's, and the loop that a person would write for it by hand
 *
 *	limit make ROWS >LOG    latencies of a device at full speed, seven reads to three writes; always the same
 *	limit read LOG          number, mean, variance, median and p99 of each direction
 *
 * The loop knows its log: no other column, no damage, no series. It is what
 * ingest is measured by: so fast is the machine, for one who needs no more.
 */
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/random.h"

enum {
	BUFFER = 256 * 1024,
	DIRECTIONS = 2,
	BUCKETS = 64 * 512,
};

struct direction {
	uint64_t count;
	double mean;
	double squares;
	uint64_t buckets[BUCKETS];
};

/* Log-normal latencies around 64 us, 16 I/Os under way at a time. */
static void make(long rows)
{
	uint64_t random = 1;
	double time = 0;

	for (long i = 0; i < rows; i++) {
		double normal = sqrt(-2 * log(random_share(&random))) *
				cos(2 * 3.14159265358979 * random_share(&random));
		double latency = floor(63554 * exp(0.4 * normal));

		time += latency / 16e6;
		printf("%.0f, %.0f, %d, 4096, 0\n", floor(time), latency,
			random_share(&random) < 0.3);
	}
}

static inline uint64_t read_number(const char **at)
{
	uint64_t number = 0;

	while (**at != ',')
		number = 10 * number + (uint64_t)(*(*at)++ - '0');
	*at += 2;
	return number;
}

static inline void add(struct direction *direction, uint64_t value)
{
	double from_mean = (double)value - direction->mean;
	int dropped = 63 - __builtin_clzll(value | 512) - 9;

	direction->mean += from_mean / (double)++direction->count;
	direction->squares += from_mean * ((double)value - direction->mean);
	direction->buckets[((uint64_t)dropped << 9) + (value >> dropped)]++;
}

static void read_rows(struct direction *directions, const char *at, const char *end)
{
	while (at < end) {
		uint64_t value;
		unsigned number;

		read_number(&at);
		value = read_number(&at);
		number = (unsigned)(*at - '0') % DIRECTIONS;
		while (*at++ != '\n')
			;
		add(&directions[number], value);
	}
}

static void read_log(struct direction *directions, const char *path)
{
	static char buffer[BUFFER];
	int log = open(path, O_RDONLY);
	size_t left = 0;
	ssize_t count;

	while ((count = read(log, buffer + left, sizeof buffer - left)) > 0) {
		char *end = buffer + left + count;
		char *last = memrchr(buffer, '\n', (size_t)(end - buffer));

		if (!last)
			break;
		read_rows(directions, buffer, last + 1);
		left = (size_t)(end - last - 1);
		memmove(buffer, last + 1, left);
	}
}

/* The smallest value of the bucket that a share of the values is not above. */
static double quantile(const struct direction *direction, double share)
{
	uint64_t seen = 0;
	uint64_t bucket = 0;
	uint64_t dropped;

	while (bucket < BUCKETS - 1 &&
		(double)(seen += direction->buckets[bucket]) < share * (double)direction->count)
		bucket++;
	dropped = bucket >> 9 > 1 ? (bucket >> 9) - 1 : 0;
	return (double)((bucket - (dropped << 9)) << dropped);
}

int main(int argc, char **argv)
{
	static struct direction directions[DIRECTIONS];

	if (argc == 3 && strcmp(argv[1], "make") == 0) {
		make(atol(argv[2]));
	} else if (argc == 3 && strcmp(argv[1], "read") == 0) {
		read_log(directions, argv[2]);
		for (size_t i = 0; i < DIRECTIONS; i++)
			printf("%llu %.10g %.10g %.0f %.0f\n",
				(unsigned long long)directions[i].count, directions[i].mean,
				directions[i].squares / (double)(directions[i].count - 1),
				quantile(&directions[i], 0.5), quantile(&directions[i], 0.99));
	} else {
		fputs("usage: limit make ROWS | limit read LOG\n", stderr);
		return 2;
	}
	return 0;
}
