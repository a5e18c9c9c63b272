/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ratio - rows with the ratio to another system, as the ranking has it */
#include "render/report/plot/rows.h"

#include <math.h>
#include <string.h>

/* Why a system was left out, as the ranking says it: "Gvisor: Failed" */
static const char *find_left_out(
	const struct panel *panel, const struct book *book, const char *system)
{
	const struct ranking *ranking = book_ranking(book, panel->test, panel->metric, panel->part);
	size_t length = strlen(system);

	for (size_t i = 0; i < ranking->left_out.count; i++) {
		const char *item = ranking->left_out.items[i];

		if (strncmp(item, system, length) == 0 && strncmp(item + length, ": ", 2) == 0)
			return item + length + 2;
	}
	return NULL;
}

static void fill(
	struct row *row, const struct panel *panel, const struct book *book, const char *system)
{
	const char *why = find_left_out(panel, book, system);
	struct pair pair;

	if (strcmp(system, panel->other) == 0) {
		row->state = ROW_SOLID;
		row->value = 0;
		text_add(&row->words, "1");
	} else if (panel_find_pair(panel, book, system, &pair)) {
		row->state = isnan(pair.ci[0]) ? ROW_HOLLOW : ROW_SOLID;
		row->value = log10(pair.ratio);
		row->low = log10(pair.ci[0]);
		row->high = log10(pair.ci[1]);
		text_add_format(&row->words, "%.3g (%s)", pair.ratio, relation_sign(pair.relation));
	} else if (why) {
		text_add(&row->words, why);
	} else {
		row_say_why(row, panel_summary(panel, book, system));
	}
}

const struct row_kind ratio_rows = {
	.fill = fill,
	.is_ratio = true,
};
