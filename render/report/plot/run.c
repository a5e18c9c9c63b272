/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run - curves of the values of one system's runs, in their order */
#include "render/report/plot/curves.h"

#include <math.h>

#include "render/report/plot/dots.h"

static void add_margin(struct curves *curves, const struct summary *summary, double factor)
{
	if (!summary->n || isnan(summary->tau))
		return;
	curves->low = summary->median * (1 - summary->tau) / factor;
	curves->high = summary->median * (1 + summary->tau) / factor;
	scale_include(&curves->y_scale, curves->low);
	scale_include(&curves->y_scale, curves->high);
}

static void fill(struct curves *curves, const struct panel *panel, const struct book *book)
{
	const struct summary *summary = panel_summary(panel, book, panel->system);
	double factor = panel_factor(panel);
	struct dots dots;

	curves_add_head(curves, panel->system, summary ? summary->verdict : "not run");
	scale_include(&curves->x_scale, 1);
	scale_include(&curves->x_scale, (double)panel_most_values(panel, book));
	if (!summary)
		return;
	add_margin(curves, summary, factor);
	dots_init(&dots, summary);
	for (size_t i = 0; i < dots.count; i++)
		curves_add(curves, (double)dots.items[i].place + 1, dots.items[i].value / factor,
			system_place(book, panel->system), dots.items[i].is_hollow);
	dots_release(&dots);
}

const struct curve_kind run_curves = {
	.fill = fill,
	.across = "values, in order",
	.height = 1,
	.columns = 3,
	.is_counted = true,
};
