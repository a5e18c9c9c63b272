/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pattern - texts that differ in numbers alone, such as "results/1.log:3" and "results/2.log:3"
 *
 * A pattern is a text whose last numbers are taken out: where one stood is a
 * byte PATTERN_NUMBER and one for how many digits it has at least, 1 unless
 * zeros led. Sources are many and have few patterns.
 */
#ifndef STATS_TRAIL_PATTERN_H
#define STATS_TRAIL_PATTERN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/text.h"

enum {
	PATTERN_NUMBERS = 4, /* at most, further ones in front of them stay what they are */
	PATTERN_DIGITS = 15, /* of a number, at most: a double holds it */
	PATTERN_NUMBER = 1,  /* the byte; a text that has it is all pattern, behind the next: */
	PATTERN_LITERAL = 2,
};

/* Adds the text's pattern. */
void pattern_of(struct text *pattern, const char *text);

/* Whether the text is one of the pattern's; then these are its numbers, 0 behind them. */
bool pattern_fits(const char *pattern, const char *text, uint64_t numbers[PATTERN_NUMBERS]);

/* Adds the text that has the numbers. */
void pattern_add_text(
	const char *pattern, const uint64_t numbers[PATTERN_NUMBERS], struct text *out);

#endif
