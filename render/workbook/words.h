/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * words - what a report says in words, as lines of a sheet
 */
#ifndef RENDER_WORKBOOK_WORDS_H
#define RENDER_WORKBOOK_WORDS_H

#include "render/report/tables.h"
#include "render/workbook/file/sheet.h"
#include "render/workbook/material.h"

/* Adds what the template words/NAME.txt says, a row for each paragraph and item of a list. */
void words_add(struct sheet *sheet, const char *name);

/* The same in a single row, however long that is. */
void words_add_line(struct sheet *sheet, const char *name);

/* Adds how the systems rank in each column of a table, a row each. */
void words_add_chains(
	struct sheet *sheet, const struct material *material, const struct table *table);

/* Adds how many cells became what from before to after, and what is shown of them. */
void words_add_differences(struct sheet *sheet, const struct material *material);

/* The heads "95 % from" and "95 % to" of an interval's columns; alpha NaN: "from" and "to". */
void words_add_interval_heads(struct sheet *sheet, double alpha);

/* Adds how the systems rank in a metric. */
void words_add_ranking(
	struct sheet *sheet, const struct material *material, const struct ranking *ranking);

#endif
