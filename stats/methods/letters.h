/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * letters - which of k systems are not told apart, as letters, pure functions
 *
 * Two share a letter exactly when they are not separated: the compact letter
 * display by insertion and absorption (Piepho 2004, J. Comput. Graph. Stat.
 * 13:456). It has a letter for every group that could not be larger, whatever
 * the order; none is swept away because others say the same.
 */
#ifndef STATS_METHODS_LETTERS_H
#define STATS_METHODS_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LETTERS_MOST = 52, LETTERS_MOST_SYSTEMS = 64 };

/* For each letter, a to z, then A to Z, the systems that have it, as bits from the lowest on. */
struct letters {
	uint64_t columns[LETTERS_MOST];
	size_t count;
};

/*
 * separated has k * k entries, symmetric. Letters are given in the order of
 * the first system that has each. False, and none, where there are more
 * than LETTERS_MOST_SYSTEMS or more than LETTERS_MOST letters would be needed.
 */
bool letters_of(struct letters *letters, const bool *separated, size_t k);

/* The letters of one system into text, which has room for all and a final 0. */
void letters_write(const struct letters *letters, size_t system, char text[LETTERS_MOST + 1]);

#endif
