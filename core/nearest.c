/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nearest - which of several names somebody may have meant */
#include "core/nearest.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST = 64 }; /* bytes: a longer name is not looked at */

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static int lower(char c)
{
	return tolower((unsigned char)c);
}

/*
 * Optimal string alignment: letters put in, left out, changed, or two
 * neighbours swapped. One in another case is no difference.
 */
static size_t distance(const char *a, const char *b)
{
	size_t rows[3][LONGEST + 1];
	size_t a_length = strlen(a);
	size_t b_length = strlen(b);

	for (size_t j = 0; j <= b_length; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t *now = rows[i % 3];
		const size_t *before = rows[(i + 2) % 3];
		const size_t *two_before = rows[(i + 1) % 3];

		now[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t changed = lower(a[i - 1]) != lower(b[j - 1]);

			now[j] = least(before[j - 1] + changed, least(before[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
				lower(a[i - 2]) == lower(b[j - 1]))
				now[j] = least(now[j], two_before[j - 2] + 1);
		}
	}
	return rows[a_length % 3][b_length];
}

void nearest_try(struct nearest *nearest, const char *name)
{
	size_t length = strlen(name);
	size_t found;

	if (length > LONGEST || strlen(nearest->given) > LONGEST)
		return;
	found = distance(nearest->given, name);
	if (found > (length + 2) / 3 || (nearest->best && found >= nearest->distance))
		return;
	nearest->best = name;
	nearest->distance = found;
}

void nearest_add_hint(struct text *out, const struct nearest *nearest)
{
	if (nearest->best)
		text_add_format(out, "; did you mean '%s'?", nearest->best);
}
