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
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tests/random.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* got is within a relative error of expected (an absolute one of 0); never for NaN. */
#define assert_close(got, expected, error, row) \
	check_close(got, expected, error, row, __FILE__, __LINE__)

#define assert_row(condition, row) check_row(condition, #condition, row, __FILE__, __LINE__)

#define assert_text(got, expected, row) check_text(got, expected, row, __FILE__, __LINE__)

enum { SHOWN_SIZE = 400 };

/* Rows may be hostile bytes: what is no printable ASCII is shown in hexadecimal. */
static inline const char *shown(char out[SHOWN_SIZE], const char *bytes)
{
	size_t length = 0;

	if (!bytes)
		return "(NULL)";
	out[0] = '\0';
	for (; *bytes && length < SHOWN_SIZE - 5; bytes++)
		length += (size_t)snprintf(out + length, SHOWN_SIZE - length,
			*bytes >= ' ' && *bytes < 0x7f ? "%c" : "\\x%02X", (unsigned char)*bytes);
	return out;
}

static inline void check_close(
	double got, double expected, double error, const char *row, const char *file, int line)
{
	char name[SHOWN_SIZE];
	double allowed = expected == 0 ? error : error * fabs(expected);

	if (got == expected || fabs(got - expected) <= allowed)
		return;
	print_error("%s: got %.17g, expected %.17g\n", shown(name, row), got, expected);
	_fail(file, line);
}

static inline void check_row(
	bool condition, const char *what, const char *row, const char *file, int line)
{
	char name[SHOWN_SIZE];

	if (condition)
		return;
	print_error("%s: not %s\n", shown(name, row), what);
	_fail(file, line);
}

static inline void check_text(
	const char *got, const char *expected, const char *row, const char *file, int line)
{
	char name[SHOWN_SIZE];

	if (got && expected && strcmp(got, expected) == 0)
		return;
	if (!got && !expected)
		return;
	print_error("%s: ", shown(name, row));
	print_error("got '%s', ", shown(name, got));
	print_error("expected '%s'\n", shown(name, expected));
	_fail(file, line);
}

#endif
