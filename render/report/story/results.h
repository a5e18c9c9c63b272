/* SPDX-License-Identifier: GPL-3.0-or-later */
/* results - the part of a story that shows the tables, their rankings and figures */
#ifndef RENDER_REPORT_STORY_RESULTS_H
#define RENDER_REPORT_STORY_RESULTS_H

#include "render/report/story/teller.h"

void tell_results(struct teller *teller);

/* A chain, with its sense, for each column of a table that was ranked. */
void tell_chains(struct teller *teller, const struct table *table);

#endif
