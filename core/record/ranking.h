/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record/ranking - the pairs and the letters of a ranking
 */
#ifndef CORE_RECORD_RANKING_H
#define CORE_RECORD_RANKING_H

#include "core/record.h"

/* False at one that lacks a system or a relation. */
bool ranking_read_pairs(struct ranking *ranking, const struct record *record);

void ranking_read_letters(struct ranking *ranking, const struct record *record);

#endif
