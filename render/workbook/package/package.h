/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * package - the library's workbook, checked and completed
 *
 * libxlsxwriter 1.1 does not check what it writes to its temporary files: on a
 * full disk it ends well, with parts cut off. And it has no error bars whose
 * lengths stand in cells. So what it made is read again: each part must be
 * whole, each cell must be there; and error bars get their ranges.
 */
#ifndef RENDER_WORKBOOK_PACKAGE_PACKAGE_H
#define RENDER_WORKBOOK_PACKAGE_PACKAGE_H

#include <stddef.h>
#include <stdio.h>

#include "core/record.h"

struct package_plan {
	const size_t *cell_counts; /* of each sheet in turn */
	size_t sheet_count;
	const struct strings *error_ranges; /* of each chart in turn */
};

/* Writes the workbook read from a file to another. NULL, or why it is not whole. */
const char *package_finish(int from, FILE *out, const struct package_plan *plan);

#endif
