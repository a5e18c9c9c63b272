/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * material - what a workbook is made of: the book, and every sample in a spool
 *
 * Values and sources of summaries, and samples that none of them has, are not
 * in the book: they would not fit into memory.
 */
#ifndef RENDER_WORKBOOK_MATERIAL_H
#define RENDER_WORKBOOK_MATERIAL_H

#include "core/experiment.h"
#include "render/report/book.h"
#include "render/report/tables.h"
#include "render/workbook/spool.h"

/* The rows of a summary in the spool: values set aside, then those used, n of them. */
struct group {
	size_t start;
	size_t set_aside;
	char *source;    /* of the first row; NULL: unknown */
	size_t position; /* among all summaries as the sheet Statistics lists them, from 0 */
};

struct material {
	struct experiment experiment;
	struct book book;
	struct tables tables;
	struct spool spool;
	struct group *groups; /* of each summary of the book, in its order */
	size_t group_count;
	size_t group_capacity;
	const struct summary **listed; /* in the order of tests, metrics and systems */
};

/* Reads the records of the paths (none: standard input); a sheet will take so many rows of samples. */
void material_read(
	struct material *material, const char *experiment_path, char **paths, size_t rows_a_sheet);

/* The rows of one of the book's summaries. */
const struct group *material_group(const struct material *material, const struct summary *summary);

void material_release(struct material *material);

#endif
