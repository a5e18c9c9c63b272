/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown - records as a report in Markdown (CommonMark with GitHub's tables) */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/report/story.h"
#include "render/report/width.h"

static const char *experiment_path;
static const char *templates_folder;
static const char *charts_folder;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for its tables and its order" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take words/... from there before those built in" },
	{ OPTION_TEXT, '\0', "charts", "DIR", &charts_folder,
		"show the charts that chart -o wrote into DIR, as seen from the report" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "markdown",
	.summary = "Show records as a Markdown report",
	.arguments = "[FILE]...",
	.description = "Reads what rank, stats, compare or ingest wrote.",
	.options = options,
};

static bool is_word(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Whether text up to c is a number, which a '.' or ')' would make a list's. */
static bool ends_number(const char *text, const char *c)
{
	return c > text && strspn(text, "0123456789") == (size_t)(c - text);
}

/* Whether a character at or near the beginning of a block would give it another meaning. */
static bool is_block_markup(const char *text, const char *c)
{
	if (strchr("#>+-=", *c))
		return c == text;
	return strchr(".)", *c) && ends_number(text, c);
}

/* Whether a character would be markup where it stands, anywhere. */
static bool is_inline_markup(const char *text, const char *c)
{
	char before = c == text ? '\0' : c[-1];
	char after = c[1];

	switch (*c) {
	case '\\':
	case '`':
	case '*':
	case '|':
	case '~':
	case '$':
	case '&':
		return true;
	case '_': /* not within a word: max_rss */
		return !is_word(before) || !is_word(after);
	case '<': /* a tag or an autolink; "A < B" is none */
		return isalpha((unsigned char)after) || strchr("/!?", after);
	case ']': /* a link's text; "[13.7]" is none */
		return after == '(' || after == '[' || (after == ':' && *text == '[');
	case '/': /* "://" would make a link */
		return before == ':' && after == '/';
	case '.': /* so would "www." */
		return c - text >= 3 && strncasecmp(c - 3, "www", 3) == 0;
	default:
		return false;
	}
}

/* Where text is put: a block's first bytes can make it a list, a heading or a quotation. */
enum context {
	IN_LINE, /* a cell, a heading, behind other text */
	IN_BLOCK,
	IN_LINK, /* its text */
};

static void add_escaped(struct text *out, const char *foreign, enum context context)
{
	struct text text = TEXT_INIT;

	text_add_printable(&text, foreign);
	for (const char *c = text.data; *c; c++) {
		if (is_inline_markup(text.data, c) ||
			(context == IN_BLOCK && is_block_markup(text.data, c)) ||
			(context == IN_LINK && strchr("[]", *c)))
			text_add_char(out, '\\');
		text_add_char(out, *c);
	}
	text_release(&text);
}

static void begin(struct text *out, const struct story_section *section)
{
	if (out->length)
		text_add_char(out, '\n');
	text_add_repeated(out, '#', (size_t)section->level);
	text_add_char(out, ' ');
	add_escaped(out, section->title, IN_LINE);
	text_add_char(out, '\n');
}

static void paragraph(struct text *out, const char *text)
{
	text_add_char(out, '\n');
	add_escaped(out, text, IN_BLOCK);
	text_add_char(out, '\n');
}

static void list(struct text *out, const struct strings *items)
{
	text_add_char(out, '\n');
	for (size_t i = 0; i < items->count; i++) {
		text_add(out, "* "); /* another sign than notes have: two lists, not one */
		add_escaped(out, items->items[i], IN_BLOCK);
		text_add_char(out, '\n');
	}
}

static void escape_cell(struct text *escaped, const struct grid_cell *cell)
{
	struct text plain = TEXT_INIT;

	grid_add_cell_text(&plain, cell);
	text_clear(escaped);
	add_escaped(escaped, plain.data, IN_LINE);
	text_release(&plain);
}

/* A cell, padded: the source, too, is to be read. */
static void add_cell(struct text *out, const char *escaped, size_t width, enum grid_kind kind)
{
	size_t padding = display_width(escaped);

	padding = padding < width ? width - padding : 0;
	text_add(out, "| ");
	if (kind == GRID_NUMBER)
		text_add_repeated(out, ' ', padding);
	text_add(out, escaped);
	if (kind != GRID_NUMBER)
		text_add_repeated(out, ' ', padding);
	text_add_char(out, ' ');
}

enum { MOST_PADDING = 48 }; /* a longer cell does not widen its column */

static size_t column_width(const struct grid *grid, size_t column)
{
	struct text escaped = TEXT_INIT;
	size_t widest;

	add_escaped(&escaped, grid->columns[column].head, IN_LINE);
	widest = display_width(escaped.data);
	for (size_t row = 0; row < grid_row_count(grid); row++) {
		size_t width;

		escape_cell(&escaped, grid_cell(grid, row, column));
		width = display_width(escaped.data);
		if (width > widest && width <= MOST_PADDING)
			widest = width;
	}
	text_release(&escaped);
	return widest < 3 ? 3 : widest;
}

static void add_rule(struct text *out, size_t width, enum grid_kind kind)
{
	text_add(out, "| ");
	text_add_repeated(out, '-', kind == GRID_NUMBER ? width - 1 : width);
	text_add(out, kind == GRID_NUMBER ? ": " : " ");
}

static void add_notes(struct text *out, const struct strings *notes)
{
	if (notes->count)
		text_add_char(out, '\n');
	for (size_t i = 0; i < notes->count; i++) {
		text_add(out, "- ");
		grid_add_note_sign(out, i + 1);
		text_add_char(out, ' ');
		add_escaped(out, notes->items[i], IN_LINE);
		text_add_char(out, '\n');
	}
}

static void grid(struct text *out, const struct grid *grid)
{
	size_t *widths = memory_allocate(grid->column_count, sizeof *widths);
	struct text escaped = TEXT_INIT;

	text_add_char(out, '\n');
	for (size_t i = 0; i < grid->column_count; i++) {
		widths[i] = column_width(grid, i);
		text_clear(&escaped);
		add_escaped(&escaped, grid->columns[i].head, IN_LINE);
		add_cell(out, escaped.data, widths[i], grid->columns[i].kind);
	}
	text_add(out, "|\n");
	for (size_t i = 0; i < grid->column_count; i++)
		add_rule(out, widths[i], grid->columns[i].kind);
	text_add(out, "|\n");
	for (size_t row = 0; row < grid_row_count(grid); row++) {
		for (size_t i = 0; i < grid->column_count; i++) {
			escape_cell(&escaped, grid_cell(grid, row, i));
			add_cell(out, escaped.data, widths[i], grid->columns[i].kind);
		}
		text_add(out, "|\n");
	}
	add_notes(out, &grid->notes);
	text_release(&escaped);
	free(widths);
}

/* A path as the target of a link: whatever is not plainly a part of it is encoded (RFC 3986). */
static void add_target(struct text *out, const char *path)
{
	for (; *path; path++) {
		bool is_plain = isalnum((unsigned char)*path) || strchr("-._~/", *path);

		if (is_plain)
			text_add_char(out, *path);
		else
			text_add_format(out, "%%%02X", (unsigned char)*path);
	}
}

static void figure(struct text *out, const struct figure *figure, const struct text *drawing)
{
	(void)drawing;
	text_add(out, "\n![");
	add_escaped(out, figure->title, IN_LINK);
	text_add_format(out, ": %s](", figure_kind_name(figure->kind));
	add_target(out, charts_folder);
	text_add_format(out, "/%s.svg)\n", figure->stem);
}

static const struct story_format markdown = {
	.begin = begin,
	.paragraph = paragraph,
	.list = list,
	.grid = grid,
};

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct story_format format = markdown;

	if (charts_folder)
		format.figure = figure;
	if (templates_folder)
		templates_use(templates_folder);
	story_write(&(struct story){
		.format = &format,
		.length = STORY_WHOLE,
		.experiment_path = experiment_path,
		.paths = paths,
	});
	return program_end();
}
