/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * terminal - how large the window is that text is shown in
 */
#ifndef RENDER_REPORT_TERMINAL_H
#define RENDER_REPORT_TERMINAL_H

#include <stddef.h>

/* As the environment's COLUMNS and LINES say, else the terminal of standard output, else 80 and 24. */
void terminal_size(size_t *columns, size_t *lines);

#endif
