/* SPDX-License-Identifier: GPL-3.0-or-later */
/* teller - what every part of a story works with */
#include "render/report/story/teller.h"

#include <stdlib.h>
#include <string.h>

#include "core/chain.h"
#include "core/memory.h"
#include "core/templates.h"
#include "render/report/slug.h"
#include "render/template/mustache.h"

/* '_' is in no slug: what a part of a section is called can be no other section's id. */
static void make_id(struct teller *teller, struct text *id, const char *kind, const char *title)
{
	size_t known = teller->ids.count;
	size_t length;

	text_add(id, kind);
	if (teller->level >= 3) {
		text_add_char(id, '_');
		slug_add(id, title);
	}
	length = id->length;
	for (size_t number = 2; index_add(&teller->ids, slice_of(id->data)) < known; number++) {
		id->length = length;
		text_add_format(id, "_%zu", number);
	}
}

void teller_begin(struct teller *teller, const char *kind, const char *title)
{
	struct text id = TEXT_INIT;

	teller->level++;
	make_id(teller, &id, kind, title);
	teller->format->begin(
		teller->out, &(struct story_section){ teller->level, kind, id.data, title });
	text_release(&id);
}

void teller_end(struct teller *teller)
{
	if (teller->format->end)
		teller->format->end(teller->out, teller->level);
	teller->level--;
}

void teller_paragraph(struct teller *teller, const char *text)
{
	teller->format->paragraph(teller->out, text);
}

void teller_list(struct teller *teller, const struct strings *items)
{
	if (items->count)
		teller->format->list(teller->out, items);
}

void teller_grid(struct teller *teller, struct grid *grid)
{
	if (grid_row_count(grid)) {
		grid->number = ++teller->grids;
		teller->format->grid(teller->out, grid);
	}
	grid_release(grid);
}

/* Words: a paragraph or an item of a list goes over several lines. */

static const char item_sign[] = "- ";

static void add_line(struct text *out, struct slice line)
{
	if (out->length)
		text_add_char(out, ' ');
	text_add_bytes(out, line.start, slice_length(line));
}

static void say_list(struct teller *teller, struct slice block)
{
	struct strings items = { 0 };
	struct text item = TEXT_INIT;
	struct slice line;

	while (scan_until(&block, "\n", &line) && scan_char(&block, '\n')) {
		if (slice_starts_with(line, item_sign) && item.length)
			strings_add(&items, text_detach(&item));
		scan_text(&line, item_sign);
		add_line(&item, slice_trim(line));
	}
	strings_add(&items, text_detach(&item));
	teller_list(teller, &items);
	for (size_t i = 0; i < items.count; i++)
		free((char *)items.items[i]);
	free(items.items);
}

static void say_paragraph(struct teller *teller, struct slice block)
{
	struct text text = TEXT_INIT;
	struct slice line;

	while (scan_until(&block, "\n", &line) && scan_char(&block, '\n'))
		add_line(&text, slice_trim(line));
	if (text.length)
		teller_paragraph(teller, text.data);
	text_release(&text);
}

static void add_as_it_is(struct text *out, const char *value)
{
	text_add(out, value);
}

/* Each block ends in a newline of its own, and one more. */
static void say_blocks(struct teller *teller, struct slice rest)
{
	struct slice block;

	while (scan_until(&rest, "\n\n", &block)) {
		block.end++;
		if (slice_starts_with(block, item_sign))
			say_list(teller, block);
		else
			say_paragraph(teller, block);
		while (scan_char(&rest, '\n'))
			;
	}
}

void teller_words(struct teller *teller, const char *name, struct text *data)
{
	static const struct mustache plain = { templates_text, add_as_it_is, NULL, NULL };
	struct text words = TEXT_INIT;
	struct text path = TEXT_INIT;

	text_add_format(&path, "words/%s.txt", name);
	mustache_render(&words, &plain, path.data, data ? data->data : "{}");
	text_add(&words, "\n\n");
	say_blocks(teller, slice_of(words.data));
	text_release(&path);
	text_release(&words);
	if (data)
		text_clear(data);
}

/* Drawings are large, and each is shown once: then it is gone. */
static void show_figure(struct teller *teller, size_t place)
{
	struct drawings *drawings = &teller->drawings;
	struct text *drawing = place < drawings->count ? &drawings->items[place] : NULL;

	teller->format->figure(teller->out, &teller->figures.items[place], drawing);
	if (drawing)
		text_release(drawing);
}

void teller_figures(struct teller *teller, const struct table *table, const struct summary *metric)
{
	if (!teller->format->figure || teller->drawn != GNUPLOT_FINE)
		return;
	for (size_t i = 0; i < teller->figures.count; i++) {
		const struct figure *figure = &teller->figures.items[i];

		if (table ? figure->table == table : figure->metric == metric)
			show_figure(teller, i);
	}
}

const char *teller_direction(enum better better)
{
	static const char *const words[] = {
		[BETTER_NEITHER] = "",
		[BETTER_HIGHER] = "more is better",
		[BETTER_LOWER] = "less is better",
	};

	return words[better];
}

const char *teller_supported(const struct conclusion *conclusion)
{
	if (!conclusion->chain)
		return "not measured";
	return chain_compares(conclusion->chain) ? conclusion->chain : "nothing to compare";
}

void teller_join(struct text *out, const struct strings *strings, const char *separator)
{
	for (size_t i = 0; i < strings->count; i++)
		text_add_format(out, "%s%s", i ? separator : "", strings->items[i]);
}
