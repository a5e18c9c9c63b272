/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reasons - a judgement of repeats in sentences, as summaries have them
 */
#ifndef STATS_REPEATS_REASONS_H
#define STATS_REPEATS_REASONS_H

#include "core/text.h"
#include "stats/methods/stability.h"

/* Adds why the judgement is what it is: sentences with numbers, each ended by a newline. */
void reasons_add(struct text *reasons, const struct judgement *judgement);

/* "+9.3 %": a difference of ln x as what it does to x. */
void text_add_effect(struct text *text, double effect);

#endif
