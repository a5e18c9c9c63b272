/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * intervals - a log of iperf's with -i, and the loop that a person would write for it by hand
 *
 *	intervals make ROWS >LOG    intervals of 1 s, as iperf 2.0 prints them, and the line of the whole; always the same
 *	intervals read LOG        number, mean, standard deviation, least and most of the intervals' rates, in B/s
 *
 * The loop knows its log: one stream, no other column, no damage, no series.
 */
#include <fcntl.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/random.h"

enum { BUFFER = 256 * 1024 };

struct moments {
	uint64_t count;
	double mean;
	double squares;
	double least;
	double most;
};

/* Three digits and a prefix, as iperf's byte_snprintf() does. */
static void print_scaled(double value, double step, const char *unit)
{
	static const char prefixes[] = " KMGT";
	int prefix = 0;
	int decimals;

	for (; value >= step; value /= step)
		prefix++;
	decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
	printf("  %4.*f %.*s%s", decimals, value, prefix > 0, &prefixes[prefix], unit);
}

static void print_row(long start, long end, double bytes)
{
	printf("[  3] %4.1f-%4.1f sec", (double)start, (double)end);
	print_scaled(bytes, 1024, "Bytes");
	print_scaled(8 * bytes / (double)(end - start), 1000, "bits/sec\n");
}

/* Log-normal around a Gigabit link's 117 MB/s. */
static void make(long rows)
{
	uint64_t random = 1;
	double sum = 0;

	puts("Client connecting to 10.0.0.2, TCP port 5001\n"
	     "[  3] local 10.0.0.3 port 40712 connected with 10.0.0.2 port 5001");
	for (long i = 0; i < rows; i++) {
		double normal = sqrt(-2 * log(random_share(&random))) *
				cos(2 * 3.14159265358979 * random_share(&random));
		double bytes = 117e6 * exp(0.1 * normal);

		sum += bytes;
		print_row(i, i + 1, bytes);
	}
	print_row(0, rows, sum);
}

/* "941": digits, perhaps with a point among them. */
static inline double read_number(const char **at)
{
	static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };
	uint64_t digits = 0;
	size_t decimals = 0;
	size_t step = 0;

	for (; **at > ' '; ++*at) {
		if (**at == '.') {
			step = 1;
			continue;
		}
		digits = 10 * digits + (uint64_t)(**at - '0');
		decimals += step;
	}
	return (double)digits / powers[decimals];
}

static inline double read_factor(char prefix)
{
	switch (prefix) {
	case 'K':
		return 1e3 / 8;
	case 'M':
		return 1e6 / 8;
	case 'G':
		return 1e9 / 8;
	default:
		return 1.0 / 8;
	}
}

static inline void add(struct moments *moments, double value)
{
	double from_mean = value - moments->mean;

	moments->mean += from_mean / (double)++moments->count;
	moments->squares += from_mean * (value - moments->mean);
	moments->least = moments->count == 1 ? value : fmin(moments->least, value);
	moments->most = fmax(moments->most, value);
}

/* "[  3]  1.0- 2.0 sec  11.9 MBytes  9.97 Mbits/sec": the rate stands behind the size and its unit. */
static void read_rows(struct moments *moments, const char *at, const char *end)
{
	while (at < end) {
		bool is_whole;
		double rate;

		at += strlen("[  3] ");
		while (*at == ' ')
			at++;
		is_whole = memcmp(at, "0.0-", 4) == 0 && at[4] != ' ';
		while (*at++ != 'c')
			;
		while (*at++ != 's')
			;
		while (*at == ' ')
			at++;
		rate = read_number(&at);
		rate *= read_factor(at[1]);
		while (*at++ != '\n')
			;
		if (!is_whole)
			add(moments, rate);
	}
}

static const char *skip_head(const char *at)
{
	for (int lines = 0; lines < 2; at++)
		lines += *at == '\n';
	return at;
}

static void read_log(struct moments *moments, const char *path)
{
	static char buffer[BUFFER];
	int log = open(path, O_RDONLY);
	bool has_begun = false;
	size_t left = 0;
	ssize_t count;

	while ((count = read(log, buffer + left, sizeof buffer - left)) > 0) {
		char *end = buffer + left + count;
		char *last = memrchr(buffer, '\n', (size_t)(end - buffer));

		if (!last)
			break;
		read_rows(moments, has_begun ? buffer : skip_head(buffer), last + 1);
		has_begun = true;
		left = (size_t)(end - last - 1);
		memmove(buffer, last + 1, left);
	}
}

int main(int argc, char **argv)
{
	struct moments moments = { 0 };

	if (argc == 3 && strcmp(argv[1], "make") == 0) {
		make(atol(argv[2]));
	} else if (argc == 3 && strcmp(argv[1], "read") == 0) {
		read_log(&moments, argv[2]);
		printf("%llu %.12g %.12g %.12g %.12g\n", (unsigned long long)moments.count,
			moments.mean, sqrt(moments.squares / (double)(moments.count - 1)),
			moments.least, moments.most);
	} else {
		fputs("usage: intervals make ROWS | intervals read LOG\n", stderr);
		return 2;
	}
	return 0;
}
