/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ranking_words - the words of rankings, without the records that they came in
 *
 * Of many systems a ranking has very many pairs: as trees of values they would
 * be most of a report's memory.
 */
#ifndef RENDER_REPORT_RANKING_WORDS_H
#define RENDER_REPORT_RANKING_WORDS_H

#include "core/index.h"
#include "core/record.h"

/* The ranking borrows from words and evidence, which get them, and no more from its record. */
void ranking_own_words(struct ranking *ranking, struct index *words, struct strings *evidence);

#endif
