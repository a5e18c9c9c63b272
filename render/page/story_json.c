/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story_json - a story as JSON, for templates */
#include "render/page/story_json.h"

#include <math.h>
#include <string.h>

#include "core/json.h"
#include "render/report/plot.h"

static void add_text_or_false(struct text *out, const char *name, const char *value)
{
	if (value)
		json_add_text(out, name, value);
	else
		json_add_boolean(out, name, false);
}

/* The kind as a word, and as what a section of a template can ask for: {{#is.table}} */
static void add_kind(struct text *out, const char *kind)
{
	json_add_text(out, "kind", kind);
	json_open(out, "is", '{');
	json_add_boolean(out, kind, true);
	json_close(out, '}');
}

/* Blocks: one of the names has a value. */

static const char *const block_kinds[] = { "paragraph", "list", "grid", "figure", "section" };

static void open_block(struct text *out, const char *kind)
{
	json_open(out, NULL, '{');
	for (size_t i = 0; i < sizeof block_kinds / sizeof *block_kinds; i++)
		if (strcmp(block_kinds[i], kind) != 0)
			json_add_boolean(out, block_kinds[i], false);
}

static void begin(struct text *out, const struct story_section *section)
{
	const char *name = "report";

	if (section->level > 1) {
		name = "section";
		open_block(out, name);
	}
	json_open(out, name, '{');
	json_add_text(out, "title", section->title);
	json_add_text(out, "id", section->id);
	json_add_integer(out, "level", section->level);
	add_kind(out, section->kind);
	json_open(out, "blocks", '[');
}

static void end(struct text *out, int level)
{
	json_close(out, ']');
	json_close(out, '}');
	if (level > 1)
		json_close(out, '}');
}

static void paragraph(struct text *out, const char *text)
{
	open_block(out, "paragraph");
	json_add_text(out, "paragraph", text);
	json_close(out, '}');
}

static void list(struct text *out, const struct strings *items)
{
	open_block(out, "list");
	json_open(out, "list", '{');
	json_open(out, "items", '[');
	for (size_t i = 0; i < items->count; i++)
		json_add_text(out, NULL, items->items[i]);
	json_close(out, ']');
	json_close(out, '}');
	json_close(out, '}');
}

static void figure(struct text *out, const struct figure *figure, const struct text *drawing)
{
	struct text svg = TEXT_INIT;

	if (drawing)
		plot_add_inline(&svg, drawing);
	open_block(out, "figure");
	json_open(out, "figure", '{');
	json_add_text(out, "id", figure->stem);
	json_add_text(out, "title", figure->title);
	add_kind(out, figure_kind_name(figure->kind));
	json_add_text(out, "legend", figure->legend);
	add_text_or_false(out, "drawing", drawing ? svg.data : NULL);
	json_close(out, '}');
	json_close(out, '}');
	text_release(&svg);
}

/* Grids */

enum { LONG = 300 }; /* bytes of a cell that make it one to scroll in */

static void add_note_names(struct text *out, const struct grid *grid, size_t number)
{
	struct text id = TEXT_INIT;

	text_add_format(&id, "note_%zu_%zu", grid->number, number);
	json_add_text(out, "id", id.data);
	json_add_integer(out, "number", (long long)number);
	text_release(&id);
}

static void add_columns(struct text *out, const struct grid *grid)
{
	json_open(out, "columns", '[');
	for (size_t i = 0; i < grid->column_count; i++) {
		json_open(out, NULL, '{');
		json_add_text(out, "head", grid->columns[i].head);
		json_add_boolean(out, "is_name", grid->columns[i].kind == GRID_NAME);
		json_add_boolean(out, "is_number", grid->columns[i].kind == GRID_NUMBER);
		json_close(out, '}');
	}
	json_close(out, ']');
}

/* A verdict as a word that a style sheet can have: "Stable?" is "undecided", a failure "failed". */
static const char *verdict_word(const char *verdict)
{
	static const char *const words[][2] = {
		{ "Stable", "stable" },
		{ "Stable?", "undecided" },
		{ "Unstable", "unstable" },
	};

	if (!verdict || !*verdict)
		return NULL;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i][0], verdict) == 0)
			return words[i][1];
	return "failed";
}

static void add_cell(struct text *out, const struct grid *grid, size_t row, size_t column)
{
	const struct grid_cell *cell = grid_cell(grid, row, column);

	json_open(out, NULL, '{');
	json_add_text(out, "text", cell->text ? cell->text : "");
	json_add_boolean(out, "is_long", cell->text && strlen(cell->text) > LONG);
	json_add_boolean(out, "is_name", grid->columns[column].kind == GRID_NAME);
	json_add_boolean(out, "is_number", grid->columns[column].kind == GRID_NUMBER);
	if (isfinite(cell->value))
		json_add_number(out, "value", cell->value);
	else
		json_add_boolean(out, "value", false);
	add_text_or_false(out, "verdict", verdict_word(cell->verdict));
	json_open(out, "signs", '[');
	for (size_t i = 0; i < cell->note_count; i++) {
		json_open(out, NULL, '{');
		add_note_names(out, grid, cell->first_note + i);
		json_close(out, '}');
	}
	json_close(out, ']');
	json_close(out, '}');
}

static void add_rows(struct text *out, const struct grid *grid)
{
	json_open(out, "rows", '[');
	for (size_t row = 0; row < grid_row_count(grid); row++) {
		json_open(out, NULL, '{');
		json_open(out, "cells", '[');
		for (size_t column = 0; column < grid->column_count; column++)
			add_cell(out, grid, row, column);
		json_close(out, ']');
		json_close(out, '}');
	}
	json_close(out, ']');
}

static void add_notes(struct text *out, const struct grid *grid)
{
	if (grid->notes.count == 0) {
		json_add_boolean(out, "notes", false);
		return;
	}
	json_open(out, "notes", '{');
	json_add_integer(out, "count", (long long)grid->notes.count);
	json_open(out, "items", '[');
	for (size_t i = 0; i < grid->notes.count; i++) {
		json_open(out, NULL, '{');
		add_note_names(out, grid, i + 1);
		json_add_text(out, "text", grid->notes.items[i]);
		json_close(out, '}');
	}
	json_close(out, ']');
	json_close(out, '}');
}

static void grid(struct text *out, const struct grid *grid)
{
	struct text id = TEXT_INIT;

	text_add_format(&id, "grid_%zu", grid->number);
	open_block(out, "grid");
	json_open(out, "grid", '{');
	json_add_text(out, "id", id.data);
	json_add_text(out, "caption", grid->caption ? grid->caption : "");
	json_add_boolean(out, "has_many_rows", grid_row_count(grid) > 1);
	add_columns(out, grid);
	add_rows(out, grid);
	add_notes(out, grid);
	json_close(out, '}');
	json_close(out, '}');
	text_release(&id);
}

const struct story_format story_json = {
	.begin = begin,
	.end = end,
	.paragraph = paragraph,
	.list = list,
	.grid = grid,
	.figure = figure,
};
