/* SPDX-License-Identifier: GPL-3.0-or-later */
/* display - values as people read them */
#include "render/report/display.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNIFICANT_DIGITS = 3, MOST_DECIMALS = 9 };

struct display display_for(const char *unit_name, const char *base, double typical)
{
	struct display display = { .decimals = -1 };

	if (unit_name)
		display.unit = unit_find(unit_name);
	if (display.unit && base && strcmp(display.unit->base, base) != 0)
		display.unit = NULL;
	if (!display.unit && base)
		display.unit = unit_for(base, typical);
	return display;
}

const char *display_unit_name(const struct display *display, const char *base)
{
	const char *name = display->unit ? display->unit->name : base;

	return name && strcmp(name, "1") != 0 ? name : "";
}

static double in_unit(const struct display *display, double value)
{
	return display->unit ? value / display->unit->factor : value;
}

/* Decimals that leave a number its significant digits, after rounding to them. */
static int decimals_of(double number)
{
	double size = fabs(number);
	int decimals;

	if (size == 0 || !isfinite(size) || size >= pow(10, SIGNIFICANT_DIGITS))
		return 0;
	if (size < pow(10, -MOST_DECIMALS))
		return MOST_DECIMALS;
	decimals = SIGNIFICANT_DIGITS - 1 - (int)floor(log10(size));
	if (round(size * pow(10, decimals)) >= pow(10, SIGNIFICANT_DIGITS))
		decimals--;
	return decimals < 0 ? 0 : decimals > MOST_DECIMALS ? MOST_DECIMALS : decimals;
}

/* A whole number, such as a count of bytes, is not given decimals that it never had. */
static int decimals_for(const struct display *display, double number)
{
	if (display->decimals >= 0)
		return display->decimals;
	return number == floor(number) ? 0 : decimals_of(number);
}

/* Too large for a double's digits to be told one by one, or too small for three within the most decimals. */
static bool is_scientific(const struct display *display, double number)
{
	double size = fabs(number);

	return size >= 1e15 || (display->decimals < 0 && size > 0 &&
				       size < pow(10, SIGNIFICANT_DIGITS - 1 - MOST_DECIMALS));
}

/* A value near the ends of double, whose number in the unit may lie beyond them. */
static void add_shifted(struct text *out, const struct display *display, double value)
{
	long shift = fabs(value) < 1 ? -200 : 200;
	char digits[32];
	char *exponent;

	snprintf(digits, sizeof digits, "%.*e", SIGNIFICANT_DIGITS - 1,
		in_unit(display, value * pow(10, (double)-shift)));
	exponent = strchr(digits, 'e') + 1;
	text_add_format(out, "%.*s%+03ld", (int)(exponent - digits), digits,
		strtol(exponent, NULL, 10) + shift);
}

static void add_scientific(struct text *out, const struct display *display, double value)
{
	double number = in_unit(display, value);

	if (value == 0)
		text_add_char(out, '0');
	else if (isfinite(value) && !isnormal(number))
		add_shifted(out, display, value);
	else
		text_add_format(out, "%.*e", SIGNIFICANT_DIGITS - 1, number);
}

void display_add_value(struct text *out, const struct display *display, double value)
{
	double number = in_unit(display, value);

	if (is_scientific(display, number))
		add_scientific(out, display, value);
	else
		text_add_format(out, "%.*f", decimals_for(display, number), number);
}

/* As many decimals as the value needs, and up to two more to show what the spread is. */
static int decimals_of_spread(const struct display *display, double number, double spread)
{
	int decimals;
	int needed;

	if (display->decimals >= 0)
		return display->decimals;
	if (spread == 0)
		return decimals_for(display, number);
	decimals = decimals_of(number);
	needed = decimals_of(spread) - (SIGNIFICANT_DIGITS - 1);
	if (needed > decimals + 2)
		needed = decimals + 2;
	return needed > decimals ? needed : decimals;
}

void display_add_spread(struct text *out, const struct display *display, double value, double sd)
{
	double number = in_unit(display, value);
	double spread = in_unit(display, sd);
	int decimals = decimals_of_spread(display, number, spread);

	if (is_scientific(display, fmax(fabs(number), spread))) {
		add_scientific(out, display, value);
		text_add(out, " ± ");
		add_scientific(out, display, sd);
		return;
	}
	text_add_format(out, "%.*f ± %.*f", decimals, number, decimals, spread);
}
