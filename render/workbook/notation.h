/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * notation - a cell's text, such as "[4.68] (E)", as a number and how it looks
 */
#ifndef RENDER_WORKBOOK_NOTATION_H
#define RENDER_WORKBOOK_NOTATION_H

#include <stdbool.h>

#include "core/text.h"

/*
 * Whether the text has one number, which is value to the digits shown. Then
 * format is the number format that shows value as the text: its brackets and
 * marks are the format's. A number before '%' is a hundredth.
 */
bool notation_format(struct text *format, const char *text, double value);

/* The text without its " ± 0.12"; whether it had any. */
bool notation_without_spread(struct text *out, const char *text);

#endif
