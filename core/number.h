/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number - decimal text to double and back, exactly
 *
 * Reading rounds correctly (the double nearest to the text); writing gives the
 * shortest of 15 to 17 significant digits that reads back as the same double.
 * Both count on the C locale: no program here ever sets another.
 */
#ifndef CORE_NUMBER_H
#define CORE_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/*
 * A number as a log prints it: its value, and what one step of its last digit
 * is worth. "0.202" is 0.202 with a resolution of 0.001.
 */
struct reading {
	double value;
	double resolution;
};

/*
 * Reads an unsigned decimal number (digits, perhaps a point and digits, perhaps
 * an exponent) at the beginning of [start, end). Returns the first byte behind
 * it, or NULL when there is no number. point is '.' or ',' for logs of locales
 * that write one; a point not followed by a digit is not part of the number.
 */
const char *number_read(const char *start, const char *end, char point, struct reading *reading);

/* The same of its value alone, with a point. */
const char *number_value(const char *start, const char *end, double *value);

/* The reading in another unit: both its parts times factor (> 0). */
struct reading reading_scaled(struct reading reading, double factor);

/* a / b, with the resolution that the two resolutions leave (first order). */
struct reading reading_ratio(struct reading a, struct reading b);

/* Of two readings of one quantity, the one printed with the finer relative resolution. */
struct reading reading_finer(struct reading a, struct reading b);

enum { NUMBER_SIZE = 40 };

/* Writes a finite value and a NUL, and perhaps some bytes behind it; returns the length. */
size_t number_write(char out[NUMBER_SIZE], double value);

/* The same of a whole number. */
size_t number_write_whole(char out[NUMBER_SIZE], uint64_t value);

/* The same of precision digits, from 1 to 17, as printf() has any value with %.*g. */
size_t number_write_digits(char out[NUMBER_SIZE], double value, int precision);

#endif
