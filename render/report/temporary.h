/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * temporary - files without a name, gone with the program however that ends
 */
#ifndef RENDER_REPORT_TEMPORARY_H
#define RENDER_REPORT_TEMPORARY_H

/* An empty file in TMPDIR, or /tmp, to be written and read. Ends the program when there can be none. */
int temporary_file(void);

#endif
