/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf - the date in a PDF file
 */
#ifndef RENDER_REPORT_PLOT_PDF_H
#define RENDER_REPORT_PLOT_PDF_H

#include "core/text.h"

/*
 * Makes the file's creation date the seconds since 1970 that the environment's
 * SOURCE_DATE_EPOCH has, if it has any (reproducible-builds.org/specs/source-date-epoch).
 */
void pdf_set_date(struct text *file);

#endif
