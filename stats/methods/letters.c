/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letters - which of k systems are not told apart, as letters */
#include "stats/methods/letters.h"

#include <stdlib.h>

/* Columns there may be on the way: more, and no reader would make sense of the letters left. */
enum { MOST_COLUMNS = 256 };

struct columns {
	uint64_t items[MOST_COLUMNS];
	size_t count;
};

static uint64_t bit(size_t system)
{
	return (uint64_t)1 << system;
}

/* Whether another column has all the systems of this one; of equal ones the later is absorbed. */
static bool is_absorbed(const struct columns *columns, size_t column)
{
	uint64_t own = columns->items[column];

	for (size_t i = 0; i < columns->count; i++)
		if (i != column && (own & ~columns->items[i]) == 0 &&
			(own != columns->items[i] || i < column))
			return true;
	return false;
}

static void absorb(struct columns *columns)
{
	for (size_t i = columns->count; i-- > 0;)
		if (is_absorbed(columns, i))
			columns->items[i] = columns->items[--columns->count];
}

/* A column with both systems becomes two, each without one of them. False: too many. */
static bool insert(struct columns *columns, size_t a, size_t b)
{
	size_t before = columns->count;

	for (size_t i = 0; i < before; i++) {
		uint64_t column = columns->items[i];

		if (!(column & bit(a)) || !(column & bit(b)))
			continue;
		if (columns->count == MOST_COLUMNS)
			return false;
		columns->items[i] = column & ~bit(a);
		columns->items[columns->count++] = column & ~bit(b);
	}
	absorb(columns);
	return true;
}

/* The one whose first systems come first. */
static int compare_columns(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a;
	uint64_t y = *(const uint64_t *)b;
	uint64_t first = (x ^ y) & -(x ^ y);

	if (x == y)
		return 0;
	return x & first ? -1 : 1;
}

bool letters_of(struct letters *letters, const bool *separated, size_t k)
{
	struct columns columns = { .count = 1 };

	letters->count = 0;
	if (k == 0 || k > LETTERS_MOST_SYSTEMS)
		return false;
	columns.items[0] = UINT64_MAX >> (64 - k);
	for (size_t a = 0; a < k; a++)
		for (size_t b = a + 1; b < k; b++)
			if (separated[a * k + b] && !insert(&columns, a, b))
				return false;
	if (columns.count > LETTERS_MOST)
		return false;
	qsort(columns.items, columns.count, sizeof *columns.items, compare_columns);
	for (size_t i = 0; i < columns.count; i++)
		letters->columns[letters->count++] = columns.items[i];
	return true;
}

void letters_write(const struct letters *letters, size_t system, char text[LETTERS_MOST + 1])
{
	static const char names[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	size_t length = 0;

	for (size_t i = 0; i < letters->count; i++)
		if (letters->columns[i] & bit(system))
			text[length++] = names[i];
	text[length] = '\0';
}
