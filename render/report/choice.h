/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * choice - tables of some of the metrics only
 */
#ifndef RENDER_REPORT_CHOICE_H
#define RENDER_REPORT_CHOICE_H

#include "render/report/book.h"
#include "render/report/tables.h"

/* Ends the program when nothing in the book is of the test, or of the metric (NULL: any). */
void tables_check_choice(const struct book *book, const char *test, const char *metric);

/*
 * A table for each test (NULL: every one) with its metrics of that name; without
 * a name with those that the tables of all show, or all it has where they show
 * none. Their units are those of the tables. No table when nothing has these names.
 */
void tables_choose(struct tables *chosen, const struct tables *all, const struct book *book,
	const char *test, const char *metric);

#endif
