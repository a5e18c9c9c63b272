/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * width - how many columns of a terminal text takes
 *
 * Not wcwidth(3): that needs a locale to be set, which would change how numbers read.
 */
#ifndef RENDER_REPORT_WIDTH_H
#define RENDER_REPORT_WIDTH_H

#include <stddef.h>

/* Columns of UTF-8 text: East Asian wide characters take two, combining ones none. */
size_t display_width(const char *text);

/* The bytes of the longest beginning that takes at most so many columns. */
size_t display_prefix(const char *text, size_t width);

#endif
