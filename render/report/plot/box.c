/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box - rows with the quartiles */
#include "render/report/plot/rows.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/cell.h"
#include "render/report/plot/dots.h"
#include "render/report/plot/quantile.h"

/* The median, and what a table's cell says of the values, too: "2.53(C)", "< 59" */
static void add_words(struct text *words, const struct summary *summary,
	const struct display *display, double median)
{
	if (summary->bound != BOUND_NONE)
		text_add_format(words, "%s ", bound_sign(summary->bound));
	display_add_value(words, display, median);
	cell_add_marks(words, summary);
}

static void fill(
	struct row *row, const struct panel *panel, const struct book *book, const char *system)
{
	const struct summary *summary = panel_summary(panel, book, system);
	double factor = panel_factor(panel);
	size_t count = summary ? summary->values.count : 0;
	double *sorted;

	if (count == 0) {
		row_say_why(row, summary);
		return;
	}
	sorted = memory_allocate(count, sizeof *sorted);
	memcpy(sorted, summary->values.items, count * sizeof *sorted);
	qsort(sorted, count, sizeof *sorted, compare_doubles);
	row->state = summary_has_mark(summary, MARK_CACHED) ? ROW_HOLLOW : ROW_SOLID;
	row->value = quantile(sorted, count, 0.5) / factor;
	row->low = quantile(sorted, count, 0.25) / factor;
	row->high = quantile(sorted, count, 0.75) / factor;
	add_words(&row->words, summary, &panel->display, row->value * factor);
	free(sorted);
}

const struct row_kind box_rows = {
	.fill = fill,
	.has_dots = true,
};
