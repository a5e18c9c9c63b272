/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notation - a cell's text as a number and how it looks */
#include "render/workbook/notation.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/scan.h"
#include "render/workbook/file/look.h"

static const char digits[] = "0123456789";

/* "4.68", "1.00e+20" */
struct numeral {
	const char *start, *behind; /* the same: there is none */
	int decimals;
	int exponent;
	bool has_exponent;
};

/* "e-08" */
static void read_exponent(struct numeral *numeral)
{
	const char *c = numeral->behind;

	if (c == numeral->start || *c != 'e' || (c[1] != '+' && c[1] != '-') ||
		!strspn(c + 2, digits))
		return;
	numeral->has_exponent = true;
	numeral->exponent = (int)strtol(c + 1, NULL, 10);
	numeral->behind = c + 2 + strspn(c + 2, digits);
}

static struct numeral read_numeral(const char *start)
{
	struct numeral numeral = { .start = start, .behind = start + strspn(start, digits) };

	if (numeral.behind > start && *numeral.behind == '.') {
		numeral.decimals = (int)strspn(numeral.behind + 1, digits);
		numeral.behind += 1 + numeral.decimals;
	}
	read_exponent(&numeral);
	return numeral;
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

static void add_number(struct text *format, const struct numeral *numeral, double value)
{
	double mantissa = value / pow(10, numeral->exponent);

	number_format_plain(format, numeral->decimals + is_halfway(mantissa, numeral->decimals));
	if (numeral->has_exponent)
		text_add(format, "E+00");
}

bool notation_format(struct text *format, const char *text, double value)
{
	const char *number = text + strcspn(text, digits);
	struct numeral numeral = read_numeral(number);
	const char *behind = numeral.behind;
	double expected = strncmp(behind, " %", 2) == 0 ? 100 * value : value;
	bool is_negative = number > text && number[-1] == '-';
	double shown = is_negative ? -strtod(number, NULL) : strtod(number, NULL);
	double step = pow(10, numeral.exponent - numeral.decimals);

	if (number == behind || strpbrk(behind, digits) || strchr(text, '"'))
		return false;
	if (!(fabs(shown - expected) <= 0.5000001 * step))
		return false;
	add_literal(format, text, number - is_negative);
	add_number(format, &numeral, expected);
	add_percent(format, &behind);
	add_literal(format, behind, behind + strlen(behind));
	return true;
}

bool notation_without_spread(struct text *out, const char *text)
{
	static const char sign[] = " ± ";
	const char *spread = strstr(text, sign);

	if (!spread) {
		text_add(out, text);
		return false;
	}
	text_add_bytes(out, text, (size_t)(spread - text));
	text_add(out, read_numeral(spread + strlen(sign)).behind);
	return true;
}
