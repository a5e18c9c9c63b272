/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output - what a renderer made, to where it was asked for */
#ifndef RENDER_REPORT_OUTPUT_H
#define RENDER_REPORT_OUTPUT_H

#include "core/text.h"

/*
 * Writes the bytes to standard output (path NULL or "-") or as that file, whole
 * or not at all; ends the program when that fails.
 */
void output_write(const char *path, struct text *bytes);

#endif
