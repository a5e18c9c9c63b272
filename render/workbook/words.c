/* SPDX-License-Identifier: GPL-3.0-or-later */
/* words - what a report says in words, as lines of a sheet */
#include "render/workbook/words.h"

#include <math.h>
#include <stdlib.h>

#include "render/report/story/appendix.h"
#include "render/report/story/results.h"
#include "render/report/story/statistics.h"
#include "render/report/story/teller.h"

/* What a story tells here are lines: none has a line end of its own. */

static void say_paragraph(struct text *out, const char *text)
{
	text_add_printable(out, text);
	text_add_char(out, '\n');
}

static void say_list(struct text *out, const struct strings *items)
{
	for (size_t i = 0; i < items->count; i++) {
		text_add(out, "• ");
		say_paragraph(out, items->items[i]);
	}
}

static const struct story_format lines = {
	.paragraph = say_paragraph,
	.list = say_list,
};

static void add_lines(struct sheet *sheet, struct text *told)
{
	struct slice rest = slice_of(told->data);
	struct slice line;

	while (scan_until(&rest, "\n", &line) && scan_char(&rest, '\n')) {
		char *text = slice_copy(line);

		sheet_add_line(sheet, text, STYLE_FAINT);
		free(text);
	}
	text_release(told);
}

void words_add(struct sheet *sheet, const char *name)
{
	struct text told = TEXT_INIT;
	struct teller teller = { .format = &lines, .out = &told };

	teller_words(&teller, name, NULL);
	add_lines(sheet, &told);
}

void words_add_line(struct sheet *sheet, const char *name)
{
	struct text told = TEXT_INIT;
	struct teller teller = { .format = &lines, .out = &told };

	teller_words(&teller, name, NULL);
	sheet_add_line(sheet, told.data, STYLE_FAINT); /* its line ends are blanks then */
	text_release(&told);
}

void words_add_chains(
	struct sheet *sheet, const struct material *material, const struct table *table)
{
	struct text told = TEXT_INIT;
	struct teller teller = { .format = &lines, .out = &told, .book = &material->book };

	tell_chains(&teller, table);
	add_lines(sheet, &told);
}

void words_add_differences(struct sheet *sheet, const struct material *material)
{
	struct text told = TEXT_INIT;
	struct teller teller = { .format = &lines, .out = &told, .book = &material->book };

	tell_differences_words(&teller);
	add_lines(sheet, &told);
}

void words_add_interval_heads(struct sheet *sheet, double alpha)
{
	static const char *const ends[] = { "from", "to" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct text head = TEXT_INIT;

		if (!isnan(alpha))
			text_add_format(&head, "%g %% ", 100 * (1 - alpha));
		text_add(&head, ends[i]);
		sheet_add_text(sheet, head.data, STYLE_HEAD_NUMBER);
		text_release(&head);
	}
}

void words_add_ranking(
	struct sheet *sheet, const struct material *material, const struct ranking *ranking)
{
	struct text told = TEXT_INIT;
	struct teller teller = { .format = &lines, .out = &told, .book = &material->book };

	tell_chain(&teller, ranking);
	add_lines(sheet, &told);
}
