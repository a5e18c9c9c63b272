/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bar - rows with the mean and its interval, as the tables say them */
#include "render/report/plot/rows.h"

#include "render/report/cell.h"
#include "render/report/plot/dots.h"

static void fill(
	struct row *row, const struct panel *panel, const struct book *book, const char *system)
{
	const struct summary *summary = panel_summary(panel, book, system);
	double factor = panel_factor(panel);

	if (!summary || summary->n == 0) {
		row_say_why(row, summary);
		return;
	}
	cell_add_value(&row->words, summary, &panel->display, false);
	if (cell_shows_median(summary)) {
		row->state = ROW_HOLLOW;
		row->value = summary->median / factor;
		return;
	}
	row->state = summary_has_mark(summary, MARK_CACHED) ? ROW_HOLLOW : ROW_SOLID;
	row->value = summary->mean / factor;
	row->low = summary->ci[0] / factor;
	row->high = summary->ci[1] / factor;
}

const struct row_kind bar_rows = {
	.fill = fill,
	.has_dots = true,
	.is_from_zero = true,
};
