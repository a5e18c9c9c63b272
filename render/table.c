/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table - records as aligned text for a terminal */
#include <stdlib.h>

#include "core/memory.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/report/story.h"
#include "render/report/width.h"

static const char *experiment_path;
static const char *templates_folder;
static bool all;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for its tables and its order" },
	{ OPTION_FLAG, 'a', "all", NULL, &all,
		"show the statistics, pairs, values and policy, too" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take words/... from there before those built in" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "table",
	.summary = "Show records as aligned text",
	.arguments = "[FILE]...",
	.description =
		"Reads what rank, stats, compare or ingest wrote. Lines are as long as the table is\n"
		"wide: on a terminal, benchpipe table ... | less -S keeps rows together.",
	.options = options,
};

static void begin(struct text *out, const struct story_section *section)
{
	if (out->length)
		text_add_char(out, '\n');
	text_add_printable(out, section->title);
	text_add_char(out, '\n');
	if (section->level <= 2) {
		text_add_repeated(
			out, section->level == 1 ? '=' : '-', display_width(section->title));
		text_add_char(out, '\n');
	}
}

static void paragraph(struct text *out, const char *text)
{
	text_add_printable(out, text);
	text_add_char(out, '\n');
}

static void list(struct text *out, const struct strings *items)
{
	for (size_t i = 0; i < items->count; i++) {
		text_add(out, "- ");
		text_add_printable(out, items->items[i]);
		text_add_char(out, '\n');
	}
}

static size_t column_width(const struct grid *grid, size_t column)
{
	size_t widest = display_width(grid->columns[column].head);
	struct text cell = TEXT_INIT;

	for (size_t row = 0; row < grid_row_count(grid); row++) {
		size_t width;

		text_clear(&cell);
		grid_add_cell_text(&cell, grid_cell(grid, row, column));
		width = display_width(cell.data);

		widest = width > widest ? width : widest;
	}
	text_release(&cell);
	return widest;
}

/* The last column is not padded: its cells may be long. */
static void add_cell(
	struct text *out, const struct grid *grid, size_t column, const char *text, size_t width)
{
	size_t padding = width - display_width(text);
	bool is_numeric = grid->columns[column].kind == GRID_NUMBER;

	if (column)
		text_add(out, "  ");
	if (is_numeric)
		text_add_repeated(out, ' ', padding);
	text_add_printable(out, text);
	if (!is_numeric && column + 1 < grid->column_count)
		text_add_repeated(out, ' ', padding);
}

static void end_row(struct text *out)
{
	while (out->length && out->data[out->length - 1] == ' ')
		out->data[--out->length] = '\0';
	text_add_char(out, '\n');
}

static void add_notes(struct text *out, const struct strings *notes)
{
	for (size_t i = 0; i < notes->count; i++) {
		text_add(out, "  ");
		grid_add_note_sign(out, i + 1);
		text_add_char(out, ' ');
		text_add_printable(out, notes->items[i]);
		text_add_char(out, '\n');
	}
}

static void grid(struct text *out, const struct grid *grid)
{
	size_t *widths = memory_allocate(grid->column_count, sizeof *widths);
	struct text cell = TEXT_INIT;

	for (size_t i = 0; i < grid->column_count; i++) {
		widths[i] = column_width(grid, i);
		add_cell(out, grid, i, grid->columns[i].head, widths[i]);
	}
	end_row(out);
	for (size_t row = 0; row < grid_row_count(grid); row++) {
		for (size_t i = 0; i < grid->column_count; i++) {
			text_clear(&cell);
			grid_add_cell_text(&cell, grid_cell(grid, row, i));
			add_cell(out, grid, i, cell.data, widths[i]);
		}
		end_row(out);
	}
	add_notes(out, &grid->notes);
	text_release(&cell);
	free(widths);
}

static const struct story_format aligned_text = {
	.begin = begin,
	.paragraph = paragraph,
	.list = list,
	.grid = grid,
};

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);

	if (templates_folder)
		templates_use(templates_folder);
	story_write(&(struct story){
		.format = &aligned_text,
		.length = all ? STORY_WHOLE : STORY_SHORT,
		.experiment_path = experiment_path,
		.paths = paths,
	});
	return program_end();
}
