/* SPDX-License-Identifier: GPL-3.0-or-later */
/* percentile - curves of latencies over the share of the requests that were as fast */
#include "render/report/plot/curves.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "render/report/plot/dots.h"
#include "render/report/plot/latencies.h"

/* Each further nine is as far from the one before: 90 %, 99 %, 99.9 % (as HdrHistogram plots). */
static double place_of(double percent)
{
	return -log10(1 - percent / 100);
}

static int compare_points(const void *a, const void *b)
{
	double x = ((const struct point *)a)->x;
	double y = ((const struct point *)b)->x;

	return (x > y) - (x < y);
}

/* One system's line; the metrics come in any order. */
static void add_system(struct curves *curves, const struct panel *panel, const struct book *book,
	size_t system, const struct summary *sibling)
{
	size_t first = curves->count;

	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *metric = book->metrics[i];
		const struct summary *summary;
		struct percentile percentile;

		if (!percentile_is_sibling(metric, sibling) ||
			!percentile_read(metric->metric, &percentile))
			continue;
		summary = book_summary(book, book->systems.items[system], metric->test,
			metric->metric, metric->part);
		if (summary && summary->n && summary->median > 0)
			curves_add(curves, place_of(percentile.percent),
				log10(summary->median / panel_factor(panel)), system,
				summary_has_mark(summary, MARK_CACHED));
	}
	if (curves->count > first)
		qsort(curves->points + first, curves->count - first, sizeof *curves->points,
			compare_points);
	curves_break(curves);
}

static void fill(struct curves *curves, const struct panel *panel, const struct book *book)
{
	curves_add_head(curves, panel->head, "");
	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *metric = book->metrics[i];

		if (!panel_shows_metric(panel, metric))
			continue;
		for (size_t system = 0; system < book->systems.count; system++)
			add_system(curves, panel, book, system, metric);
	}
}

const struct curve_kind percentile_curves = {
	.fill = fill,
	.across = "% of the requests",
	.height = 2,
	.columns = 2,
	.is_logarithmic = true,
	.is_percentiles = true,
	.has_key = true,
};
