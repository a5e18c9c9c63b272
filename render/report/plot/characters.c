/* SPDX-License-Identifier: GPL-3.0-or-later */
/* characters - what gnuplot draws in text, made fit for a terminal */
#include "render/report/plot/characters.h"

#include <string.h>

#include "core/scan.h"
#include "render/report/width.h"

/* Columns that the characters of a line take beyond one each. */
static long excess_of(struct slice characters)
{
	struct text text = TEXT_INIT;
	long excess;

	text_add_bytes(&text, characters.start, slice_length(characters));
	excess = (long)display_width(text.data);
	for (const char *c = text.data; *c; c++)
		if (((unsigned char)*c & 0xC0) != 0x80)
			excess--;
	text_release(&text);
	return excess;
}

/* A gap between words keeps one blank at least. */
static void add_gap(struct text *out, size_t blanks, long *excess)
{
	long left = (long)blanks - *excess;

	if (left < 1)
		left = 1;
	*excess -= (long)blanks - left;
	text_add_repeated(out, ' ', (size_t)left);
}

static void add_line(struct text *out, struct slice line)
{
	long excess = 0;

	while (!slice_is_empty(line)) {
		struct slice word = { line.start, line.start };

		while (word.end < line.end && *word.end != ' ')
			word.end++;
		text_add_bytes(out, word.start, slice_length(word));
		excess += excess_of(word);
		line.start = word.end;
		while (line.start < line.end && *line.start == ' ')
			line.start++;
		if (line.start - word.end > 1)
			add_gap(out, (size_t)(line.start - word.end), &excess);
		else if (line.start > word.end)
			text_add_char(out, ' ');
	}
	while (out->length && out->data[out->length - 1] == ' ')
		out->data[--out->length] = '\0';
	text_add_char(out, '\n');
}

static void add_lines(struct text *out, const char *drawing)
{
	struct slice rest = slice_of(drawing);
	size_t start = out->length;
	bool is_gap = false;

	while (!slice_is_empty(rest)) {
		struct slice line = rest;

		if (!scan_until(&rest, "\n", &line))
			rest.start = rest.end;
		else
			rest.start++;
		is_gap = scan_char(&line, '\f') || is_gap; /* begins a page */
		if (slice_is_empty(slice_trim(line))) {
			is_gap = true;
			continue;
		}
		if (is_gap && out->length > start)
			text_add_char(out, '\n');
		is_gap = false;
		add_line(out, line);
	}
}

/* "dd: write.throughput (MB/s, more is better)", underlined */
static void add_title(struct text *out, const struct figure *figure)
{
	struct text title = TEXT_INIT;

	text_add_printable(&title, figure->title);
	if (!figure_is_of_columns(figure) && *figure->panels[0].axis)
		text_add_format(&title, " (%s)", figure->panels[0].axis);
	text_add_format(out, "%s\n", title.data);
	text_add_repeated(out, '-', display_width(title.data));
	text_add_char(out, '\n');
	text_release(&title);
}

/* Lines break behind a comma. */
static void add_legend(struct text *out, const char *legend, size_t columns)
{
	struct slice rest = slice_of(legend);
	size_t line = out->length;

	text_add(out, " ");
	while (!slice_is_empty(rest)) {
		const char *comma = slice_find(rest, ", ");
		struct slice item = { rest.start, comma ? comma + 1 : rest.end };

		if (out->length - line + 1 + slice_length(item) > columns) {
			text_add(out, "\n ");
			line = out->length;
		}
		text_add_char(out, ' ');
		text_add_bytes(out, item.start, slice_length(item));
		rest.start = comma ? comma + strlen(", ") : rest.end;
	}
	text_add_char(out, '\n');
}

void characters_add(
	struct text *out, const char *drawing, const struct figure *figure, size_t columns)
{
	static const char *const legends[] = {
		[FIGURE_BARS] =
			"#: mean, -: median of what is unstable, o: a run, .: set aside or cached",
		[FIGURE_RANKING] = "o: ratio, -: its interval, over all pairs",
		[FIGURE_BOXES] =
			"#: median, -: the middle half of the runs, o: a run, .: set aside or cached",
		[FIGURE_RUNS] = "o: a run, .: set aside or cached",
		[FIGURE_SERIES] = "o: the runs, .: set aside, before it was steady",
		[FIGURE_PERCENTILES] = "median over the runs",
	};

	add_title(out, figure);
	add_lines(out, drawing);
	add_legend(out, legends[figure->kind], columns);
}
