/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics - the part of a story that shows what stands behind the tables, metric by metric */
#ifndef RENDER_REPORT_STORY_STATISTICS_H
#define RENDER_REPORT_STORY_STATISTICS_H

#include "render/report/story/teller.h"

void tell_statistics(struct teller *teller);

/* How the systems rank in a metric, by which margin, and which are left out. */
void tell_chain(struct teller *teller, const struct ranking *ranking);

#endif
