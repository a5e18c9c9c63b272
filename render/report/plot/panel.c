/* SPDX-License-Identifier: GPL-3.0-or-later */
/* panel - a part of a figure, with axes of its own */
#include "render/report/plot/panel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/text.h"
#include "render/report/cell.h"
#include "render/report/plot/label.h"
#include "render/report/plot/latencies.h"

enum { ORDERED_VALUES = 5 }; /* fewer show no order */
enum { OTHER_WIDTH = 20 };   /* of a name in an axis' text, in columns */

const struct summary *panel_summary(
	const struct panel *panel, const struct book *book, const char *system)
{
	return book_summary(book, system, panel->test, panel->metric, panel->part);
}

double panel_factor(const struct panel *panel)
{
	return panel->display.unit ? panel->display.unit->factor : 1;
}

static void add_direction(struct text *axis, enum better better)
{
	if (better == BETTER_NEITHER)
		return;
	text_add_format(axis, "%s%s is better", axis->length ? ", " : "",
		better == BETTER_HIGHER ? "more" : "less");
}

/* "MB/s, more is better" */
static char *make_axis(const struct display *display, const char *base, enum better better)
{
	const char *unit = display_unit_name(display, base);
	struct text axis = TEXT_INIT;

	text_add(&axis, unit);
	add_direction(&axis, better);
	return text_detach(&axis);
}

/* "RRW, read.bw"; "real #2" where the name does not say the part */
static char *make_head(const struct table_column *column, size_t metric)
{
	struct text head = TEXT_INIT;

	text_add(&head, column->head);
	if (column->metrics[1])
		text_add_format(&head, ", %s", column->metrics[metric]);
	if (!isnan(column->part) && !strchr(head.data, '.'))
		text_add_format(&head, " #%g", column->part);
	return text_detach(&head);
}

/* The better of the panel's metric, from the first summary that has any values. */
static enum better find_better(const struct panel *panel, const struct book *book)
{
	for (size_t i = 0; i < book->systems.count; i++) {
		const struct summary *summary = panel_summary(panel, book, book->systems.items[i]);

		if (summary && summary->n)
			return summary->better;
	}
	return BETTER_NEITHER;
}

void panel_init_column(struct panel *panel, const struct table_column *column, size_t metric,
	const struct book *book)
{
	const char *base;

	*panel = (struct panel){
		.head = make_head(column, metric),
		.test = column->test,
		.metric = column->metrics[metric],
		.part = column->part,
		.display = table_display(column, book, &base),
	};
	panel->better = find_better(panel, book);
	panel->axis = make_axis(&panel->display, base, panel->better);
}

static bool is_in(const struct pair *pair, const char *system)
{
	return strcmp(pair->a, system) == 0 || strcmp(pair->b, system) == 0;
}

/*
 * What the ratios of the panel's ranking are shown to: its baseline where that was
 * ranked, else the system that its pairs end with, the best.
 */
static const char *find_reference(const struct panel *panel, const struct book *book)
{
	const struct ranking *ranking = book_ranking(book, panel->test, panel->metric, panel->part);

	if (!ranking || ranking->pair_count == 0)
		return NULL;
	for (size_t i = 0; ranking->baseline && i < ranking->pair_count; i++)
		if (is_in(&ranking->pairs[i], ranking->baseline))
			return ranking->baseline;
	return ranking->pairs[ranking->pair_count - 1].b;
}

void panel_init_ratios(struct panel *panel, const struct table_column *column, size_t metric,
	const struct book *book)
{
	struct text axis = TEXT_INIT;

	panel_init_column(panel, column, metric, book);
	panel->other = find_reference(panel, book);
	text_add(&axis, "ratio to ");
	label_add(&axis, panel->other ? panel->other : "nothing", OTHER_WIDTH);
	add_direction(&axis, panel->better);
	free(panel->axis);
	panel->axis = text_detach(&axis);
}

static double largest_median(const struct panel *panel, const struct book *book)
{
	double largest = 0;

	for (size_t i = 0; i < book->systems.count; i++) {
		const struct summary *summary = panel_summary(panel, book, book->systems.items[i]);

		if (summary && summary->n)
			largest = fmax(largest, fabs(summary->median));
	}
	return largest;
}

void panel_init_system(struct panel *panel, const struct summary *metric, const char *unit,
	const char *system, const struct book *book)
{
	*panel = (struct panel){
		.head = memory_copy_string(system),
		.test = metric->test,
		.metric = metric->metric,
		.part = metric->part,
		.system = system,
		.better = metric->better,
	};
	panel->display = display_for(unit, metric->unit, largest_median(panel, book));
	panel->axis = make_axis(&panel->display, metric->unit, panel->better);
}

void panel_init_percentiles(
	struct panel *panel, const struct summary *metric, const struct book *book)
{
	struct percentile percentile;

	panel_init_system(panel, metric, NULL, NULL, book);
	if (percentile_read(metric->metric, &percentile))
		panel->head = slice_copy(percentile.of);
	panel->display = display_for(NULL, metric->unit, percentile_middle(book, metric));
	free(panel->axis);
	panel->axis = make_axis(&panel->display, metric->unit, panel->better);
}

void panel_release(struct panel *panel)
{
	free(panel->head);
	free(panel->axis);
}

bool panel_shows_metric(const struct panel *panel, const struct summary *metric)
{
	return same_label(metric->test, panel->test) && same_label(metric->metric, panel->metric) &&
	       same_number(metric->part, panel->part);
}

bool panel_shows_interval(const struct panel *panel, const struct sample *sample)
{
	return same_label(sample->system, panel->system) && same_label(sample->test, panel->test) &&
	       same_label(sample->metric, panel->metric) && same_number(sample->part, panel->part);
}

static size_t value_count(const struct summary *summary)
{
	if (!summary)
		return 0;
	return summary->first.count + summary->cached.count + summary->values.count;
}

size_t panel_most_values(const struct panel *panel, const struct book *book)
{
	size_t most = 0;

	for (size_t i = 0; i < book->systems.count; i++) {
		size_t count = value_count(panel_summary(panel, book, book->systems.items[i]));

		most = count > most ? count : most;
	}
	return most;
}

bool panel_has_unrest(const struct panel *panel, const struct book *book)
{
	for (size_t i = 0; i < book->systems.count; i++) {
		const struct summary *summary = panel_summary(panel, book, book->systems.items[i]);

		if (value_count(summary) >= ORDERED_VALUES &&
			(summary->first.count || summary->cached.count ||
				cell_shows_median(summary)))
			return true;
	}
	return false;
}

double panel_delta(const struct panel *panel, const struct book *book)
{
	const struct ranking *ranking = book_ranking(book, panel->test, panel->metric, panel->part);

	return ranking ? ranking->delta : 0;
}

/* other / system instead of system / other. */
static struct pair turned_round(const struct pair *pair)
{
	return (struct pair){
		.a = pair->b,
		.b = pair->a,
		.ratio = 1 / pair->ratio,
		.ci = { 1 / pair->ci[1], 1 / pair->ci[0] },
		.relation = relation_mirrored(pair->relation),
		.evidence = pair->evidence,
	};
}

bool panel_find_pair(
	const struct panel *panel, const struct book *book, const char *system, struct pair *found)
{
	const struct ranking *ranking = book_ranking(book, panel->test, panel->metric, panel->part);

	for (size_t i = 0; ranking && i < ranking->pair_count; i++) {
		const struct pair *pair = &ranking->pairs[i];

		if (strcmp(system, panel->other) == 0 || !is_in(pair, system) ||
			!is_in(pair, panel->other))
			continue;
		*found = strcmp(pair->a, system) == 0 ? *pair : turned_round(pair);
		return true;
	}
	return false;
}
