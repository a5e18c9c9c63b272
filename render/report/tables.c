/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables - which tables a report has */
#include "render/report/tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum { MOST_METRICS = 8 }; /* columns of a table made from the data alone */

static struct table *add_table(struct tables *tables, const char *title)
{
	tables->items = memory_reserve_one(
		tables->items, tables->count, &tables->capacity, sizeof *tables->items);
	tables->items[tables->count] = (struct table){ .title = memory_copy_string(title) };
	return &tables->items[tables->count++];
}

static struct table_column *add_column(struct table *table)
{
	table->columns = memory_resize(
		table->columns, table->column_count + 1, sizeof *table->columns);
	table->columns[table->column_count] = (struct table_column){ .part = NAN };
	return &table->columns[table->column_count++];
}

static bool same_part(double a, double b)
{
	return a == b || isnan(a) || isnan(b);
}

/* Whether a column shows a metric of its test; a test that failed has any. */
static bool shows(const struct table_column *column, const struct summary *summary)
{
	if (!column->test || strcmp(column->test, summary->test) != 0)
		return false;
	for (size_t m = 0; m < 2 && column->metrics[m]; m++)
		if (!summary->metric || (strcmp(column->metrics[m], summary->metric) == 0 &&
						same_part(column->part, summary->part)))
			return true;
	return false;
}

static const struct table_column *column_of(
	const struct tables *tables, const struct summary *summary)
{
	for (size_t t = 0; t < tables->count; t++)
		for (size_t i = 0; i < tables->items[t].column_count; i++)
			if (shows(&tables->items[t].columns[i], summary))
				return &tables->items[t].columns[i];
	return NULL;
}

static void plan_experiment_table(struct tables *tables, const struct experiment_table *wanted)
{
	struct table *table = add_table(tables, wanted->title);

	for (size_t i = 0; i < wanted->column_count; i++) {
		const struct experiment_column *from = &wanted->columns[i];
		struct table_column *column = add_column(table);

		column->head = from->head;
		column->is_status = from->is_status;
		column->test = from->test;
		column->unit = from->unit;
		for (size_t m = 0; m < from->metrics.count && m < 2; m++)
			column->metrics[m] = from->metrics.items[m];
	}
}

static bool has_column(const struct table *table, const char *metric, double part)
{
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];

		for (size_t m = 0; m < 2 && column->metrics[m]; m++)
			if (strcmp(column->metrics[m], metric) == 0 &&
				same_part(column->part, part))
				return true;
	}
	return false;
}

/* A table from the data alone. A metric of a certain direction comes before a mere fact. */
static void plan_data_table(struct tables *tables, const char *test, const struct book *book)
{
	struct table *table = add_table(tables, test);
	struct text remark = TEXT_INIT;
	size_t left_out = 0;

	add_column(table)->is_status = true;
	table->columns[0].head = "Status";
	for (int facts = 0; facts < 2; facts++) {
		for (size_t i = 0; i < book->summary_count; i++) {
			const struct summary *summary = &book->summaries[i];
			struct table_column *column;

			if (strcmp(summary->test, test) != 0 || !summary->metric ||
				(summary->better == BETTER_NEITHER) != facts ||
				has_column(table, summary->metric, summary->part))
				continue;
			if (table->column_count > MOST_METRICS) {
				left_out++;
				continue;
			}
			column = add_column(table);
			column->head = column->metrics[0] = summary->metric;
			column->test = test;
			column->part = summary->part;
		}
	}
	if (left_out) {
		text_add_format(&remark, "Further metrics of %s are in the records.", test);
		table->remark = text_detach(&remark);
	}
}

static bool has_data(const struct table *table, const struct book *book)
{
	for (size_t s = 0; s < book->summary_count; s++)
		for (size_t i = 0; i < table->column_count; i++)
			if (shows(&table->columns[i], &book->summaries[s]))
				return true;
	return false;
}

static void release_table(struct table *table)
{
	free(table->title);
	free(table->columns);
	free(table->remark);
}

/* Whether some table shows something of the test. */
static bool is_shown(const struct tables *tables, const char *test, const struct book *book)
{
	for (size_t i = 0; i < book->summary_count; i++)
		if (strcmp(book->summaries[i].test, test) == 0 &&
			column_of(tables, &book->summaries[i]))
			return true;
	return false;
}

void tables_plan(
	struct tables *tables, const struct experiment *experiment, const struct book *book)
{
	*tables = (struct tables){ 0 };
	for (size_t i = 0; i < experiment->table_count; i++) {
		plan_experiment_table(tables, &experiment->tables[i]);
		if (!has_data(&tables->items[tables->count - 1], book))
			release_table(&tables->items[--tables->count]);
	}
	for (size_t i = 0; i < book->tests.count; i++)
		if (!is_shown(tables, book->tests.items[i], book))
			plan_data_table(tables, book->tests.items[i], book);
}

bool tables_show(const struct tables *tables, const struct summary *summary)
{
	return column_of(tables, summary) != NULL;
}

const char *tables_unit(const struct tables *tables, const struct summary *summary)
{
	const struct table_column *column = column_of(tables, summary);

	return column ? column->unit : NULL;
}

void tables_release(struct tables *tables)
{
	for (size_t i = 0; i < tables->count; i++)
		release_table(&tables->items[i]);
	free(tables->items);
	*tables = (struct tables){ 0 };
}

const struct summary *table_summary(const struct table_column *column, size_t metric,
	const char *system, const struct book *book)
{
	if (!column->metrics[metric])
		return NULL;
	return book_summary(book, system, column->test, column->metrics[metric], column->part);
}

/* The unit that suits the column's largest median; all its cells share it. */
struct display table_display(
	const struct table_column *column, const struct book *book, const char **base)
{
	double largest = 0;

	*base = NULL;
	for (size_t i = 0; i < book->systems.count; i++) {
		const struct summary *summary = table_summary(
			column, 0, book->systems.items[i], book);

		if (!summary || summary->n == 0)
			continue;
		*base = summary->unit;
		largest = fmax(largest, summary->median);
	}
	return display_for(column->unit, *base, largest);
}
