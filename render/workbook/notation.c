/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notation - a cell's text as a number and how it looks */
#include "render/workbook/notation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/scan.h"
#include "render/workbook/file/look.h"

static const char digits[] = "0123456789";

/* The digits, and those behind a point, that text begins with; 0: none. */
static size_t number_length(const char *text, int *decimals)
{
	size_t length = strspn(text, digits);

	*decimals = 0;
	if (length && text[length] == '.') {
		*decimals = (int)strspn(text + length + 1, digits);
		length += 1 + (size_t)*decimals;
	}
	return length;
}

static void add_literal(struct text *format, const char *start, const char *end)
{
	if (start == end)
		return;
	text_add_char(format, '"');
	text_add_bytes(format, start, (size_t)(end - start));
	text_add_char(format, '"');
}

/* Excel multiplies by itself where a format has '%', outside of quotes. */
static void add_percent(struct text *format, const char **behind)
{
	if (strncmp(*behind, " %", 2) != 0)
		return;
	text_add(format, " %");
	*behind += 2;
}

/* C rounds to even there, a spreadsheet away from zero: one decimal more, and both say the same. */
static bool is_halfway(double value, int decimals)
{
	double shifted = fabs(value) * pow(10, decimals);

	return fabs(shifted - floor(shifted) - 0.5) < 1e-9 * fmax(shifted, 1);
}

bool notation_format(struct text *format, const char *text, double value)
{
	const char *number = text + strcspn(text, digits);
	int decimals;
	const char *behind = number + number_length(number, &decimals);
	bool is_percent = strncmp(behind, " %", 2) == 0;
	double shown = strtod(number, NULL);
	bool is_negative = number > text && number[-1] == '-';
	double expected = is_percent ? 100 * value : value;

	if (number == behind || strpbrk(behind, digits) || strchr(text, '"'))
		return false;
	if (is_negative)
		shown = -shown;
	if (!(fabs(shown - expected) <= 0.5000001 * pow(10, -decimals)))
		return false;
	add_literal(format, text, number - is_negative);
	number_format_plain(format, decimals + is_halfway(expected, decimals));
	add_percent(format, &behind);
	add_literal(format, behind, behind + strlen(behind));
	return true;
}

bool notation_without_spread(struct text *out, const char *text)
{
	static const char sign[] = " ± ";
	const char *spread = strstr(text, sign);
	const char *behind;
	int decimals;

	if (!spread) {
		text_add(out, text);
		return false;
	}
	behind = spread + strlen(sign);
	behind += number_length(behind, &decimals);
	text_add_bytes(out, text, (size_t)(spread - text));
	text_add(out, behind);
	return true;
}
