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

#include "core/scan.h"
#include "core/text.h"

enum {
	PATTERN_NUMBERS = 4, /* at most, further ones in front of them stay what they are */
	PATTERN_DIGITS = 15, /* of a number, at most: a double holds it */
	PATTERN_NUMBER = 1,  /* the byte; a text that has it is all pattern, behind the next: */
	PATTERN_LITERAL = 2,
};

/* A pattern, and where its numbers stood. */
struct pattern {
	const char *text; /* as pattern_of() has it; NULL: there is none */
	uint32_t lengths[PATTERN_NUMBERS +
			 1]; /* of what is in front of each number, and behind the last */
	uint32_t number_count;
};

/* Adds the pattern of a text. */
void pattern_of(struct text *pattern, const char *text);

/* Of what pattern_of() made, which is borrowed; NULL: none. */
struct pattern pattern_read(const char *text);

/* Whether the text is one of the pattern's; then these are its numbers, 0 behind them. */
bool pattern_fits(
	const struct pattern *pattern, const char *text, uint64_t numbers[PATTERN_NUMBERS]);

/* Adds the text that has the numbers. */
void pattern_add_text(
	const struct pattern *pattern, const uint64_t numbers[PATTERN_NUMBERS], struct text *out);

/* Adds the pattern of what the pattern's texts are in JSON, quotes and all. */
void pattern_quote(const struct pattern *pattern, struct text *quoted);

/* What is in front of a number, or behind the last; and how many digits the number has at least. */
struct slice pattern_part(const struct pattern *pattern, size_t place);
size_t pattern_digits(const struct pattern *pattern, size_t place);

#endif
