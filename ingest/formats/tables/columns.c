/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables/columns - what the columns of a published table measure */
#include "ingest/formats/tables/columns.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/text.h"
#include "ingest/formats/tables/cell.h"

/* A name's words in lower case, with one separator between; what stands in parentheses is left out. */
static char *words_of(const char *name, char separator)
{
	struct text words = TEXT_INIT;
	bool is_apart = false;
	size_t depth = 0;

	for (const char *c = name; *c; c++) {
		depth += *c == '(';
		if (depth == 0 && ((unsigned char)*c >= 0x80 || isalnum((unsigned char)*c))) {
			if (is_apart && words.length)
				text_add_char(&words, separator);
			text_add_char(&words, (char)tolower((unsigned char)*c));
			is_apart = false;
		} else {
			is_apart = true;
		}
		depth -= *c == ')' && depth > 0;
	}
	return text_detach(&words);
}

static bool have_same_words(const char *a, const char *b)
{
	char *a_words = words_of(a, ' ');
	char *b_words = words_of(b, ' ');
	bool same = strcmp(a_words, b_words) == 0;

	free(a_words);
	free(b_words);
	return same;
}

/* The unit in the last parentheses of a head or title, or NULL. */
static const struct unit *unit_in(const char *name)
{
	const char *open = strrchr(name, '(');
	struct slice inside;
	const struct unit *unit;
	char *copy;

	if (!open)
		return NULL;
	inside = (struct slice){ open + 1, open + strcspn(open, ")") };
	copy = slice_copy(slice_trim(inside));
	unit = unit_find(copy);
	free(copy);
	return unit;
}

static const struct experiment_table *known_table(
	const struct experiment *experiment, const char *title)
{
	for (size_t i = 0; title && i < experiment->table_count; i++)
		if (have_same_words(experiment->tables[i].title, title))
			return &experiment->tables[i];
	return NULL;
}

static const struct experiment_column *known_column(
	const struct experiment_table *table, const char *head)
{
	for (size_t i = 0; table && i < table->column_count; i++)
		if (have_same_words(table->columns[i].head, head))
			return &table->columns[i];
	return NULL;
}

/* Rates are good high and times low; of sizes, those that are used up. */
static enum better better_of(const struct unit *unit, const char *metric)
{
	if (unit && (strcmp(unit->base, "B/s") == 0 || strcmp(unit->base, "1/s") == 0))
		return BETTER_HIGHER;
	if (unit && strcmp(unit->base, "s") == 0)
		return BETTER_LOWER;
	return strcmp(metric, "used") == 0 || strcmp(metric, "size") == 0 ? BETTER_LOWER
									  : BETTER_NEITHER;
}

static void copy_known(struct column *column, const struct experiment_column *known)
{
	column->is_status = known->is_status;
	if (known->is_status)
		return;
	column->test = memory_copy_string(known->test);
	for (size_t i = 0; i < known->metrics.count && i < 2; i++)
		column->metrics[i] = memory_copy_string(known->metrics.items[i]);
	if (known->unit)
		column->unit = unit_find(known->unit);
}

static void read_column(struct column *column, const struct experiment_column *known,
	const char *title, const char *head)
{
	const struct unit *unit = head ? unit_in(head) : NULL;

	if (!unit && title)
		unit = unit_in(title);
	if (known) {
		copy_known(column, known);
	} else {
		column->is_status = have_same_words(head, "status");
		column->test = title ? words_of(title, '-') : NULL;
		column->metrics[0] = words_of(head, '-');
	}
	if (unit)
		column->unit = unit;
	if (column->metrics[0])
		column->better = better_of(column->unit, column->metrics[0]);
}

const char *columns_read(struct columns *columns, const struct experiment *experiment,
	const char *title, const struct row *heads, size_t width)
{
	const struct experiment_table *table = known_table(experiment, title);

	if (heads)
		width = heads->count;
	else if (!table)
		return "a table without heads that the experiment does not know";
	else if (width > table->column_count + 1)
		return "a table without heads, and with more columns than the experiment's";
	columns->count = width ? width - 1 : 0;
	columns->items = memory_allocate(columns->count, sizeof *columns->items);
	for (size_t i = 0; i < columns->count; i++) {
		const char *head = heads ? heads->cells[i + 1] : NULL;

		read_column(&columns->items[i],
			head ? known_column(table, head) : &table->columns[i], title, head);
	}
	return NULL;
}

bool columns_are_named(
	const struct experiment *experiment, const char *title, const struct row *row)
{
	const struct experiment_table *table = known_table(experiment, title);
	struct cell cell;

	for (size_t i = 1; i < row->count; i++)
		if (known_column(table, row->cells[i]))
			return true;
	for (size_t i = 1; i < row->count; i++) {
		cell_read(&cell, row->cells[i], true);
		if (cell.kind == CELL_VALUES || cell.kind == CELL_STATUS)
			return false;
	}
	return row->count > 1;
}

bool is_table_title(const struct experiment *experiment, const char *text)
{
	return known_table(experiment, text) || unit_in(text);
}

void columns_release(struct columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		free(columns->items[i].test);
		free(columns->items[i].metrics[0]);
		free(columns->items[i].metrics[1]);
	}
	free(columns->items);
	*columns = (struct columns){ 0 };
}
