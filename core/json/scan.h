/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json/scan - what most of a JSON text is, eight bytes at a time
 *
 * For json/check, json/cursor and record/flat.
 */
#ifndef CORE_JSON_SCAN_H
#define CORE_JSON_SCAN_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "core/scan.h"

/* The spaces that a line begins with, all or most of them. */
static inline void json_skip_indent(struct slice *at)
{
	while (slice_length(*at) >= 8 && memcmp(at->start, "        ", 8) == 0)
		at->start += 8;
	if (slice_length(*at) >= 4 && memcmp(at->start, "    ", 4) == 0)
		at->start += 4;
	if (slice_length(*at) >= 2 && memcmp(at->start, "  ", 2) == 0)
		at->start += 2;
}

/* Printable ASCII but for the quote and the backslash. */
static inline bool json_is_plain(char c)
{
	return (signed char)c >= ' ' && c != '"' && c != '\\';
}

/* The top bit of each byte that is 0, and perhaps of some above one; none when none is. */
static inline uint64_t json_zero_bytes(uint64_t word)
{
	return (word - UINT64_C(0x0101010101010101)) & ~word & UINT64_C(0x8080808080808080);
}

/* The top bit of each byte that is not plain, and perhaps of some above one. */
static inline uint64_t json_odd_bytes(uint64_t word)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t below_space = (word - ones * ' ') & ~word;

	return json_zero_bytes(word ^ ones * '"') | json_zero_bytes(word ^ ones * '\\') |
	       ((below_space | word) & ones * 0x80);
}

static inline void json_skip_plain(struct slice *at)
{
	uint64_t word;

	while (slice_length(*at) >= sizeof word) {
		uint64_t odd;

		memcpy(&word, at->start, sizeof word);
		odd = json_odd_bytes(le64toh(word));
		if (odd) {
			at->start += __builtin_ctzll(odd) / 8;
			return;
		}
		at->start += sizeof word;
	}
	while (!slice_is_empty(*at) && json_is_plain(*at->start))
		at->start++;
}

/* All of them: how many a number has cannot be foreseen, and is found without a branch for each. */
static inline void json_skip_digits(struct slice *at)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	uint64_t word;

	while (slice_length(*at) >= sizeof word) {
		uint64_t above_zero, others;

		memcpy(&word, at->start, sizeof word);
		above_zero = le64toh(word) ^ ones * '0';
		others = ((above_zero + ones * (0x7f - 9)) | above_zero) & ones * 0x80;
		if (others) {
			at->start += __builtin_ctzll(others) / 8;
			return;
		}
		at->start += sizeof word;
	}
	while (!slice_is_empty(*at) && *at->start >= '0' && *at->start <= '9')
		at->start++;
}

#endif
