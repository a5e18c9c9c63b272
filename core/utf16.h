/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * utf16 - UTF-16 made UTF-8, in pieces of any size
 *
 * PowerShell's > and some editors on Windows write UTF-16. What is no
 * character, such as half a surrogate pair, becomes U+FFFD.
 */
#ifndef CORE_UTF16_H
#define CORE_UTF16_H

#include <stdbool.h>
#include <stddef.h>

#include "core/text.h"

struct utf16 {
	bool big_endian;
	unsigned char kept[4]; /* bytes that do not make a character yet */
	size_t kept_count;
};

/* Adds count bytes' characters to text; what is left over waits for the next bytes. */
void utf16_decode(struct utf16 *utf16, const unsigned char *bytes, size_t count, struct text *text);

/* The input is over: adds what is left over, if any. */
void utf16_end(struct utf16 *utf16, struct text *text);

#endif
