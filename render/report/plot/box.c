/* SPDX-License-Identifier: GPL-3.0-or-later */
/* box - rows with the quartiles */
#include "render/report/plot/rows.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/plot/quantile.h"

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
	row->state = ROW_SOLID;
	row->value = quantile(sorted, count, 0.5) / factor;
	row->low = quantile(sorted, count, 0.25) / factor;
	row->high = quantile(sorted, count, 0.75) / factor;
	display_add_value(&row->words, &panel->display, row->value * factor);
	free(sorted);
}

const struct row_kind box_rows = {
	.fill = fill,
	.has_dots = true,
};
