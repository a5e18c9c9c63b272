/* SPDX-License-Identifier: GPL-3.0-or-later */
/* logs - which logs the records of a book come from */
#ifndef RENDER_REPORT_STORY_LOGS_H
#define RENDER_REPORT_STORY_LOGS_H

#include "core/index.h"
#include "core/text.h"
#include "render/report/book.h"

struct logs {
	struct index paths; /* of the logs that any value or problem comes from */
	struct text folder; /* that all of them lie below, its '/' included; "": none */
	size_t values;      /* that were summarised, or not yet */
};

void logs_count(struct logs *logs, const struct book *book);
void logs_release(struct logs *logs);

#endif
