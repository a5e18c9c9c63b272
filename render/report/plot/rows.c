/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows - figures with a row for each system */
#include "render/report/plot/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/plot/axis.h"
#include "render/report/plot/label.h"

/* In pixels; a character is taken for a little wider than most fonts have it. */
enum {
	WIDTH = 760,
	CHARACTER = 7,
	ROW = 28,
	TITLE = 36,
	HEAD = 24,
	AXIS = 46,
	LEGEND = 44,
	GAP = 16,
	TICK = 64, /* between two ticks at least */
};

enum { LABEL_WIDTH = 24, WORDS_WIDTH = 24, TITLE_WIDTH = 90, LEGEND_WIDTH = 115 };

enum { MOST_DOTS = 500 };

/* How a row's bar is drawn. */
enum state {
	STATE_SOLID,
	STATE_HOLLOW,
	STATE_EMPTY,
};

struct layout {
	double labels; /* width of the labels of the rows */
	double words;  /* width of the words behind them */
	double plot;   /* width of the rest of a panel */
	size_t columns;
	double panel_height;
	double height;
};

static size_t row_count(const struct book *book)
{
	return book->systems.count;
}

static bool has_mark(const struct summary *summary, const char *mark)
{
	for (size_t i = 0; i < summary->marks.count; i++)
		if (strcmp(summary->marks.items[i], mark) == 0)
			return true;
	return false;
}

static enum state state_of(const struct summary *summary)
{
	if (!summary || summary->n == 0)
		return STATE_EMPTY;
	return table_shows_median(summary) || has_mark(summary, MARK_CACHED) ? STATE_HOLLOW
									     : STATE_SOLID;
}

/* What stands behind a row: its value as its table says it, or why there is none. */
static void add_words(struct text *words, const struct panel *panel, const struct summary *summary)
{
	if (summary && summary->n) {
		table_add_value(words, summary, &panel->display, false);
		return;
	}
	label_add(words, summary && *summary->verdict ? summary->verdict : "not run", WORDS_WIDTH);
}

static struct layout make_layout(const struct figure *figure, const struct book *book)
{
	struct layout layout = { .columns = figure->panel_count > 1 ? 2 : 1 };
	struct text text = TEXT_INIT;
	size_t labels = 0;
	size_t words = 0;

	for (size_t i = 0; i < row_count(book); i++) {
		text_clear(&text);
		label_add_wrapped(&text, book->systems.items[i], LABEL_WIDTH);
		labels = label_width(text.data) > labels ? label_width(text.data) : labels;
		for (size_t p = 0; p < figure->panel_count; p++) {
			const struct panel *panel = &figure->panels[p];

			text_clear(&text);
			add_words(&text, panel, panel_summary(panel, book, book->systems.items[i]));
			words = label_width(text.data) > words ? label_width(text.data) : words;
		}
	}
	text_release(&text);
	layout.labels = (double)(labels + 2) * CHARACTER;
	layout.words = (double)(words + 1) * CHARACTER;
	layout.plot = (WIDTH - layout.labels) / (double)layout.columns - layout.words - GAP;
	layout.panel_height = HEAD + (double)row_count(book) * ROW + AXIS;
	layout.height = TITLE + LEGEND +
			layout.panel_height * (double)((figure->panel_count + layout.columns - 1) /
						       layout.columns);
	return layout;
}

static struct axis panel_axis(
	const struct panel *panel, const struct book *book, const struct layout *layout)
{
	double factor = panel->display.unit ? panel->display.unit->factor : 1;
	double low = 0;
	double high = 0;

	for (size_t i = 0; i < row_count(book); i++) {
		const struct summary *summary = panel_summary(panel, book, book->systems.items[i]);

		if (!summary || summary->n == 0)
			continue;
		low = fmin(low, summary->min);
		high = fmax(high, summary->max);
		if (!isnan(summary->ci[1]) && !table_shows_median(summary))
			high = fmax(high, summary->ci[1]);
		for (size_t f = 0; f < summary->first.count; f++)
			high = fmax(high, summary->first.items[f]);
	}
	return axis_over(low / factor, high / factor, (int)(layout->plot / TICK) + 1);
}

static size_t add_label(struct script *script, const char *text, size_t width)
{
	struct text label = TEXT_INIT;
	size_t number;

	label_add_wrapped(&label, text, width);
	number = script_add_text(script, label.data);
	text_release(&label);
	return number;
}

static void add_panel(struct script *script, const struct figure *figure, size_t place,
	const struct book *book, const struct layout *layout)
{
	const struct panel *panel = &figure->panels[place];
	struct axis axis = panel_axis(panel, book, layout);
	size_t column = place % layout->columns;
	double left = layout->labels + (double)column * (layout->plot + layout->words + GAP);
	double top = TITLE + (double)(place / layout->columns) * layout->panel_height + HEAD;
	double bottom = top + (double)row_count(book) * ROW;

	SCRIPT_ROW(script, left / WIDTH, (left + layout->plot) / WIDTH, 1 - top / layout->height,
		1 - bottom / layout->height, axis.low, axis.high, axis.step,
		(double)add_label(script, panel->head, 40),
		(double)add_label(script, panel->axis, 60));
}

/* A row: its place, label and words, system, state; the bar's end and the interval. */
static void add_row(struct script *script, const struct panel *panel, const struct book *book,
	size_t place, const size_t *labels)
{
	const struct summary *summary = panel_summary(panel, book, book->systems.items[place]);
	double factor = panel->display.unit ? panel->display.unit->factor : 1;
	enum state state = state_of(summary);
	bool is_median = summary && table_shows_median(summary);
	struct text words = TEXT_INIT;
	double value = NAN;
	double low = NAN;
	double high = NAN;

	add_words(&words, panel, summary);
	if (state != STATE_EMPTY) {
		value = (is_median ? summary->median : summary->mean) / factor;
		low = is_median ? NAN : summary->ci[0] / factor;
		high = is_median ? NAN : summary->ci[1] / factor;
	}
	SCRIPT_ROW(script, (double)place + 1, labels ? (double)labels[place] : 0,
		(double)script_add_text(script, words.data), (double)place + 1, state, value, low,
		high);
	text_release(&words);
}

/* Dots of a list of values, over the height of a row from `from` of `total` on. */
struct dots {
	struct script *script;
	double row;
	double system;
	double factor;
	size_t total;
	size_t placed;
};

static void add_dots(struct dots *dots, const struct numbers *values, bool hollow)
{
	size_t every = dots->total / MOST_DOTS + 1;

	for (size_t i = 0; i < values->count; i++, dots->placed++) {
		double y = ((double)dots->placed + 0.5) / (double)dots->total - 0.5;

		if (dots->placed % every == 0)
			SCRIPT_ROW(dots->script, values->items[i] / dots->factor,
				dots->row + 0.6 * y, dots->system, hollow);
	}
}

static void add_rows_dots(
	struct script *script, const struct panel *panel, const struct book *book, size_t place)
{
	const struct summary *summary = panel_summary(panel, book, book->systems.items[place]);
	struct dots dots = { script, (double)place + 1, (double)place + 1,
		panel->display.unit ? panel->display.unit->factor : 1, 0, 0 };

	if (!summary)
		return;
	dots.total = summary->first.count + summary->cached.count + summary->values.count;
	add_dots(&dots, &summary->first, true);
	add_dots(&dots, &summary->cached, true);
	add_dots(&dots, &summary->values, has_mark(summary, MARK_CACHED));
}

void rows_fill(struct script *script, const struct figure *figure, const struct book *book)
{
	struct layout layout = make_layout(figure, book);
	size_t *labels = memory_allocate(row_count(book), sizeof *labels);

	script_set(script, "width", WIDTH);
	script_set(script, "height", layout.height);
	script_set(script, "panels", (double)figure->panel_count);
	script_set(script, "rows", (double)row_count(book));
	script_set(script, "title", (double)add_label(script, figure->title, TITLE_WIDTH));
	script_set(script, "legend", (double)add_label(script, figure->legend, LEGEND_WIDTH));
	for (size_t i = 0; i < row_count(book); i++)
		labels[i] = add_label(script, book->systems.items[i], LABEL_WIDTH);
	script_open(script, "panels");
	for (size_t p = 0; p < figure->panel_count; p++)
		add_panel(script, figure, p, book, &layout);
	script_close(script);
	script_open(script, "rows");
	for (size_t p = 0; p < figure->panel_count; p++) {
		for (size_t i = 0; i < row_count(book); i++)
			add_row(script, &figure->panels[p], book, i,
				p % layout.columns == 0 ? labels : NULL);
		script_end_part(script);
	}
	script_close(script);
	script_open(script, "dots");
	for (size_t p = 0; p < figure->panel_count; p++) {
		for (size_t i = 0; i < row_count(book); i++)
			add_rows_dots(script, &figure->panels[p], book, i);
		script_end_part(script);
	}
	script_close(script);
	free(labels);
}
