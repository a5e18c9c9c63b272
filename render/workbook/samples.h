/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * samples - the sheets Samples: every value, a row each, with the line of its log
 */
#ifndef RENDER_WORKBOOK_SAMPLES_H
#define RENDER_WORKBOOK_SAMPLES_H

#include "render/workbook/contents.h"

/* "Samples", "Samples 2" ...: of the sheet with that number, from 0. */
void samples_add_name(struct text *name, size_t sheet);

/* Adds where the values stand that a summary used, as a function takes it: "'Samples'!$D$2:$D$6". */
void samples_add_used(
	struct text *formula, const struct material *material, const struct summary *summary);

/* The same, with the values set aside, in words: "Samples, rows 2 to 6". */
void samples_add_rows(
	struct text *words, const struct material *material, const struct summary *summary);

void samples_write(struct contents *contents);

#endif
