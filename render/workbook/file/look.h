/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * look - how cells look: styles and number formats
 */
#ifndef RENDER_WORKBOOK_FILE_LOOK_H
#define RENDER_WORKBOOK_FILE_LOOK_H

#include <stddef.h>

#include "core/text.h"

enum style {
	STYLE_TEXT,
	STYLE_NAME,        /* what a row is about */
	STYLE_WRAPPED,     /* sentences, over several lines */
	STYLE_NUMBER,      /* flush right, text of numbers among them */
	STYLE_OVERFLOW,    /* a sentence that may run over the cells behind it */
	STYLE_FAINT,       /* remarks */
	STYLE_TITLE,       /* of a sheet */
	STYLE_HEADING,     /* of a table */
	STYLE_HEAD,        /* of a column */
	STYLE_HEAD_NUMBER, /* of a column of numbers */
	STYLE_COUNT
};

/* "0.00" */
void number_format_plain(struct text *format, int decimals);

/* "#,##0.00": thousands apart. */
void number_format_fixed(struct text *format, int decimals);

/* Enough decimals for so many significant digits of value, up to 9; "0.00E+00" beyond that. */
void number_format_significant(struct text *format, double value, int digits);

/* "± 0.68", flush left: it stands next to its value. */
void number_format_spread(struct text *format, double value);

/* How many characters a value takes in a format. */
size_t number_format_width(const char *format, double value);

/* The height, in points, of a row with so many lines of a style. */
double style_height(enum style style, size_t lines);

#endif
