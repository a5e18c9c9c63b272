/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell - what stands in a table's cell, as the founding notes write it */
#include "render/report/cell.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "render/report/cell_list.h"

bool cell_shows_median(const struct summary *summary)
{
	return strcmp(summary->verdict, "Unstable") == 0;
}

static void add_set_aside(
	struct text *cell, const struct summary *summary, const struct display *display)
{
	double sum = 0;

	for (size_t i = 0; i < summary->first.count; i++) {
		text_add_char(cell, '[');
		display_add_value(cell, display, summary->first.items[i]);
		text_add(cell, "] ");
	}
	for (size_t i = 0; i < summary->cached.count; i++)
		sum += summary->cached.items[i];
	if (summary->cached.count) {
		display_add_value(cell, display, sum / (double)summary->cached.count);
		text_add(cell, "(C) ");
	}
}

static void add_number(struct text *cell, const struct summary *summary,
	const struct display *display, bool is_pair)
{
	if (summary->bound != BOUND_NONE) {
		text_add_format(cell, "%s ", bound_sign(summary->bound));
		display_add_value(
			cell, display, summary->bound == BOUND_BELOW ? summary->max : summary->min);
	} else if (cell_shows_median(summary)) {
		text_add_char(cell, '[');
		display_add_value(cell, display, summary->median);
		text_add_char(cell, ']');
	} else if (is_pair || summary->marks.count || isnan(summary->sd)) {
		display_add_value(cell, display, summary->mean);
	} else {
		display_add_spread(cell, display, summary->mean, summary->sd);
	}
}

void cell_add_marks(struct text *cell, const struct summary *summary)
{
	for (size_t i = 0; i < summary->marks.count; i++)
		if (strcmp(summary->marks.items[i], MARK_BOUND) != 0)
			text_add_format(
				cell, "(%c)", toupper((unsigned char)summary->marks.items[i][0]));
}

void cell_add_value(struct text *cell, const struct summary *summary, const struct display *display,
	bool is_pair)
{
	add_number(cell, summary, display, is_pair);
	cell_add_marks(cell, summary);
}

static bool same_marks(const struct summary *a, const struct summary *b)
{
	if (a->marks.count != b->marks.count)
		return false;
	for (size_t i = 0; i < a->marks.count; i++)
		if (strcmp(a->marks.items[i], b->marks.items[i]) != 0)
			return false;
	return true;
}

/* "(C: write)": a mark of the second alone, which would be taken for one of both. */
static void add_marks_of_one(struct text *cell, const struct summary *summary)
{
	for (size_t i = 0; i < summary->marks.count; i++)
		if (strcmp(summary->marks.items[i], MARK_BOUND) != 0)
			text_add_format(cell, "(%c: %.*s)",
				toupper((unsigned char)summary->marks.items[i][0]),
				(int)strcspn(summary->metric, "."), summary->metric);
}

static void add_pair(struct text *cell, const struct summary *first, const struct summary *second,
	const struct display *display)
{
	bool is_shared = same_marks(first, second);

	add_set_aside(cell, first, display);
	add_number(cell, first, display, true);
	if (!is_shared)
		cell_add_marks(cell, first);
	text_add_char(cell, ',');
	add_set_aside(cell, second, display);
	add_number(cell, second, display, true);
	if (is_shared || first->marks.count)
		cell_add_marks(cell, second);
	else
		add_marks_of_one(cell, second);
}

/* Of a pair either may be missing. */
static const struct summary *list_of(const struct summary *summary)
{
	return summary && summary->is_listed && summary->metric ? summary : NULL;
}

void cell_add(struct text *cell, const struct summary *first, const struct summary *second,
	const struct display *display)
{
	if (list_of(first) || list_of(second)) {
		cell_add_list(cell, list_of(first), list_of(second), display);
		return;
	}
	if (first && first->n && second && second->n) {
		add_pair(cell, first, second, display);
		return;
	}
	if (first && first->n) {
		add_set_aside(cell, first, display);
		cell_add_value(cell, first, display, second != NULL);
	} else if (first) {
		text_add(cell, first->verdict);
	}
	if (second && second->n) {
		text_add_char(cell, ',');
		add_set_aside(cell, second, display);
		cell_add_value(cell, second, display, true);
	}
}

bool cell_needs_note(const struct summary *summary)
{
	return summary && !summary->is_listed &&
	       (strcmp(summary->verdict, "Stable") != 0 || summary->first.count ||
		       summary->cached.count || summary->bounds.count || summary->marks.count);
}
