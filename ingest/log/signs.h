/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * signs - which formats a line may be the first one for
 *
 * A sign is a string that a line may have in it; a digit in it stands for any
 * digit. Those of all formats are looked for at once, in one pass over the line.
 */
#ifndef INGEST_LOG_SIGNS_H
#define INGEST_LOG_SIGNS_H

#include <stddef.h>
#include <stdint.h>

#include "core/scan.h"

enum {
	SIGN_OWNERS = 64,
	SIGN_PAIRS = 1024,
};

struct sign {
	const char *text;
	uint64_t owner; /* the bit of its format */
};

struct signs {
	uint64_t owners_of_byte[UINT8_MAX + 1]; /* of signs that are no longer */
	struct sign *items;                     /* the longer ones, by their first two bytes: */
	uint16_t first[SIGN_PAIRS + 1];         /* where those of a pair begin, see pair_of() */
	uint64_t behind[UINT8_MAX + 1]; /* a bit for what may follow as a sign's second byte */
};

/* lists[i] are the signs of owner i < SIGN_OWNERS: strings, then NULL. NULL: it has none. */
void signs_init(struct signs *signs, const char *const *const *lists, size_t owners);
void signs_release(struct signs *signs);

/* The owners, other than those in known, of whom the line has a sign: a bit each. */
uint64_t signs_find(const struct signs *signs, struct slice line, uint64_t known);

#endif
