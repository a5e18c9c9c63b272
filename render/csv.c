/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * csv - records as comma-separated values (RFC 4180)
 *
 * Texts are quoted, numbers are not, an absent field is empty; lines end in
 * CR LF. A spreadsheet takes a text that begins with = + - @, a tab or a
 * carriage return for a formula: an apostrophe is put before it.
 */
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "render/csv/columns.h"

static const char *kind_name = "summary";
static bool raw;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'k', "kind", "KIND", &kind_name,
		"summary (the default), sample, problem, pair, conclusion, environment or difference" },
	{ OPTION_FLAG, 'r', "raw", NULL, &raw,
		"leave texts as they are that a spreadsheet would take for formulas" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "csv",
	.summary = "Show records of a kind as comma-separated values",
	.arguments = "[FILE]...",
	.description =
		"A row a record, all its fields, values in base units. A pair of systems of a\n"
		"ranking is a row of its own.",
	.options = options,
};

struct table {
	const struct csv_kind *kind;
	struct text line;
};

/* The last four are the wide forms of the first, which some spreadsheets take alike. */
static bool is_formula(const char *text)
{
	static const char *const beginnings[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－",
		"＠" };

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

static void add_quoted(struct text *line, const char *text)
{
	size_t length = strlen(text);
	size_t size = csv_write(NULL, 0, text, length);
	char *quoted = memory_allocate(size + 1, 1);

	csv_write(quoted, size, text, length);
	text_add_bytes(line, quoted, size);
	free(quoted);
}

static void add_text(struct text *line, const char *value)
{
	struct text guarded = TEXT_INIT;

	if (!raw && is_formula(value))
		text_add_char(&guarded, '\'');
	text_add(&guarded, value);
	add_quoted(line, guarded.data);
	text_release(&guarded);
}

static void add_number(struct text *line, double number)
{
	char digits[NUMBER_SIZE];

	text_add_bytes(line, digits, number_write(digits, number));
}

/* Numbers with blanks between them, texts with semicolons. */
static void add_list(struct text *line, const struct json *array)
{
	struct text list = TEXT_INIT;
	double number;

	for (const struct json *item = json_first(array); item; item = json_next(item)) {
		bool is_number = json_number(item, &number);

		if (list.length)
			text_add(&list, is_number ? " " : "; ");
		if (is_number)
			add_number(&list, number);
		else if (json_text(item))
			text_add(&list, json_text(item));
	}
	if (json_number(json_first(array), &number))
		add_quoted(line, list.data);
	else if (list.length)
		add_text(line, list.data);
	text_release(&list);
}

static void add_value(struct text *line, const struct json *value)
{
	double number;

	if (json_text(value))
		add_text(line, json_text(value));
	else if (json_number(value, &number))
		add_number(line, number);
	else if (json_is_array(value))
		add_list(line, value);
}

static const struct json *element(const struct json *array, int place)
{
	const struct json *item = json_first(array);

	while (item && place-- > 0)
		item = json_next(item);
	return item;
}

/* A row of an object in a list has the members of the record, too. */
static void add_row(struct table *table, const struct json *object, const struct json *record)
{
	for (size_t i = 0; i < table->kind->column_count; i++) {
		const struct csv_column *column = &table->kind->columns[i];
		const struct json *value = json_member(
			column->within ? json_member(record, column->within) : object,
			column->member);

		if (!value && !column->within)
			value = json_member(record, column->member);
		if (column->element != ALL_ELEMENTS)
			value = element(value, column->element);
		if (i)
			text_add_char(&table->line, ',');
		add_value(&table->line, value);
	}
	text_add(&table->line, "\r\n");
	program_write_text(&table->line);
}

static void add_head(struct table *table)
{
	for (size_t i = 0; i < table->kind->column_count; i++) {
		if (i)
			text_add_char(&table->line, ',');
		add_quoted(&table->line, table->kind->columns[i].head);
	}
	text_add(&table->line, "\r\n");
	program_write_text(&table->line);
}

static void take(struct record *record, void *context)
{
	struct table *table = context;
	const char *list = table->kind->list;

	program_refuse_partial(record);
	if (record->kind == table->kind->record && !list) {
		add_row(table, record_tree(record), record->tree);
	} else if (record->kind == table->kind->record) {
		const struct json *item = json_first(json_member(record_tree(record), list));

		for (; item; item = json_next(item))
			add_row(table, item, record->tree);
	}
}

static const struct csv_kind *find_kind(void)
{
	const struct csv_kind *kind = csv_kind_find(kind_name);
	struct text names = TEXT_INIT;

	if (kind)
		return kind;
	csv_kind_add_names(&names);
	die_usage("--kind takes %s, not '%s'", names.data, kind_name);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct table table = { find_kind(), TEXT_INIT };

	add_head(&table);
	program_read_records(paths, take, &table);
	text_release(&table.line);
	return program_end();
}
