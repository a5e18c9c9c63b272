/* SPDX-License-Identifier: GPL-3.0-or-later */
/* latencies - metrics that are percentiles of one thing */
#include "render/report/plot/latencies.h"

#include <math.h>
#include <string.h>

bool percentile_read(const char *metric, struct percentile *percentile)
{
	struct slice whole = slice_of(metric ? metric : "");
	const char *point = slice_find_last(whole, ".p");
	struct slice rest = { point, whole.end };
	struct reading reading;

	if (!point || !scan_text(&rest, ".p") || !scan_number(&rest, &reading) ||
		!slice_is_empty(rest))
		return false;
	percentile->of = (struct slice){ whole.start, point };
	percentile->percent = reading.value;
	return percentile->percent > 0 && percentile->percent < 100;
}

bool percentile_is_sibling(const struct summary *a, const struct summary *b)
{
	struct percentile of_a;
	struct percentile of_b;

	return percentile_read(a->metric, &of_a) && percentile_read(b->metric, &of_b) &&
	       strcmp(a->test, b->test) == 0 && same_number(a->part, b->part) &&
	       slice_length(of_a.of) == slice_length(of_b.of) &&
	       memcmp(of_a.of.start, of_b.of.start, slice_length(of_a.of)) == 0;
}

size_t percentile_count(const struct book *book, const struct summary *metric)
{
	size_t count = 0;

	for (size_t i = 0; i < book->metric_count; i++)
		if (percentile_is_sibling(book->metrics[i], metric))
			count++;
	return count;
}

bool percentile_is_first(const struct book *book, const struct summary *metric)
{
	for (size_t i = 0; i < book->metric_count; i++)
		if (percentile_is_sibling(book->metrics[i], metric))
			return book->metrics[i] == metric;
	return false;
}

double percentile_middle(const struct book *book, const struct summary *metric)
{
	double least = INFINITY;
	double largest = 0;

	for (size_t i = 0; i < book->summary_count; i++) {
		const struct summary *summary = &book->summaries[i];

		if (!percentile_is_sibling(summary, metric) || !(summary->median > 0))
			continue;
		least = fmin(least, summary->median);
		largest = fmax(largest, summary->median);
	}
	return largest > 0 ? sqrt(least * largest) : 0;
}
