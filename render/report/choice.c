/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choice - tables of some of the metrics only */
#include "render/report/choice.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/nearest.h"

/* Says so of a name that none of the count names is. */
static void check_name(const char *what, const char *wanted, const char *const *names, size_t count)
{
	struct nearest nearest = { .given = wanted };
	struct text hint = TEXT_INIT;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], wanted) == 0)
			return;
		nearest_try(&nearest, names[i]);
	}
	nearest_add_hint(&hint, &nearest);
	die("no value is of the %s '%s'%s", what, wanted, hint.data);
}

void tables_check_choice(const struct book *book, const char *test, const char *metric)
{
	struct strings metrics = { 0 };

	if (test)
		check_name("test", test, book->tests.items, book->tests.count);
	if (!metric)
		return;
	for (size_t i = 0; i < book->metric_count; i++)
		strings_add(&metrics, book->metrics[i]->metric);
	check_name("metric", metric, metrics.items, metrics.count);
	free(metrics.items);
}

static bool is_wanted(const char *name, const char *wanted)
{
	return !wanted || strcmp(name, wanted) == 0;
}

static bool shows_some(const struct tables *tables, const struct book *book, const char *test)
{
	for (size_t i = 0; i < book->metric_count; i++)
		if (strcmp(book->metrics[i]->test, test) == 0 &&
			tables_show(tables, book->metrics[i]))
			return true;
	return false;
}

static void add_column(struct table *table, const struct summary *metric, const char *unit)
{
	table->columns = memory_resize(
		table->columns, table->column_count + 1, sizeof *table->columns);
	table->columns[table->column_count++] = (struct table_column){
		.head = metric->metric,
		.test = metric->test,
		.metrics = { metric->metric, NULL },
		.part = metric->part,
		.unit = unit,
	};
}

static struct table make_table(
	const struct tables *all, const struct book *book, const char *test, const char *metric)
{
	bool only_shown = !metric && shows_some(all, book, test);
	struct table table = { .title = memory_copy_string(test) };

	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *first = book->metrics[i];

		if (strcmp(first->test, test) == 0 && is_wanted(first->metric, metric) &&
			(!only_shown || tables_show(all, first)))
			add_column(&table, first, tables_unit(all, first));
	}
	return table;
}

void tables_choose(struct tables *chosen, const struct tables *all, const struct book *book,
	const char *test, const char *metric)
{
	*chosen = (struct tables){ 0 };
	for (size_t i = 0; i < book->tests.count; i++) {
		if (!is_wanted(book->tests.items[i], test))
			continue;
		chosen->items = memory_reserve_one(
			chosen->items, chosen->count, &chosen->capacity, sizeof *chosen->items);
		chosen->items[chosen->count++] = make_table(
			all, book, book->tests.items[i], metric);
	}
}
