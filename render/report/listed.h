/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * listed - values that nothing summarised, for tables that show them one by one
 *
 * So a written report that was read can be written again, cell by cell: the
 * values as printed, with their marks, and the verdicts that it claims.
 */
#ifndef RENDER_REPORT_LISTED_H
#define RENDER_REPORT_LISTED_H

#include "render/report/book.h"

/*
 * Gives a book without summaries one for each list of samples and each test
 * that has none; true when there are samples to list.
 */
bool list_samples(struct book *book, const struct experiment *experiment);

#endif
