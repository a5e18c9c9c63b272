/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * unit - cmocka, and the checks that it lacks
 *
 * A check in a table names its row, so that a failure says which one it was.
 */
#ifndef TESTS_UNIT_UNIT_H
#define TESTS_UNIT_UNIT_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* got is within a relative error of expected (an absolute one of 0); never for NaN. */
#define assert_close(got, expected, error, row) \
	check_close(got, expected, error, row, __FILE__, __LINE__)

#define assert_row(condition, row) check_row(condition, #condition, row, __FILE__, __LINE__)

#define assert_text(got, expected, row) check_text(got, expected, row, __FILE__, __LINE__)

static inline void check_close(
	double got, double expected, double error, const char *row, const char *file, int line)
{
	double allowed = expected == 0 ? error : error * fabs(expected);

	if (got == expected || fabs(got - expected) <= allowed)
		return;
	print_error("%s: got %.17g, expected %.17g\n", row, got, expected);
	_fail(file, line);
}

static inline void check_row(
	bool condition, const char *what, const char *row, const char *file, int line)
{
	if (condition)
		return;
	print_error("%s: not %s\n", row, what);
	_fail(file, line);
}

static inline void check_text(
	const char *got, const char *expected, const char *row, const char *file, int line)
{
	if (got && expected && strcmp(got, expected) == 0)
		return;
	if (!got && !expected)
		return;
	print_error("%s: got '%s', expected '%s'\n", row, got ? got : "(NULL)",
		expected ? expected : "(NULL)");
	_fail(file, line);
}

/* Pseudo-random 64 bits, the same in every run (Steele et al. 2014, SplitMix64). */
static inline uint64_t random_bits(uint64_t *state)
{
	uint64_t bits = *state += UINT64_C(0x9E3779B97F4A7C15);

	bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
	return bits ^ (bits >> 31);
}

static inline size_t random_below(uint64_t *state, size_t bound)
{
	return (size_t)(random_bits(state) % bound);
}

#endif
