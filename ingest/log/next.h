/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * next - what comes next in a block, for a format's block()
 *
 * A block ends in an LF, which is like nothing that is looked for: so what
 * looks at a byte at a time stops there, and needs no end to compare with.
 */
#ifndef INGEST_LOG_NEXT_H
#define INGEST_LOG_NEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/scan.h"

static inline bool next_char(const char **at, char c)
{
	if (**at != c)
		return false;
	++*at;
	return true;
}

/* Behind the digits, which go on the number's. */
static inline const char *next_digits(const char *at, uint64_t *number)
{
	unsigned digit;

	while ((digit = (unsigned)(unsigned char)*at - '0') <= 9) {
		*number = 10 * *number + digit;
		at++;
	}
	return at;
}

/* What stood in the same block before: the same text needs no reading again. Empty: none did. */
static inline bool next_same(const char **at, struct slice before)
{
	size_t length = slice_length(before);

	if (length == 0 || !same_bytes(*at, before.start, length))
		return false;
	*at += length;
	return true;
}

#endif
