/* SPDX-License-Identifier: GPL-3.0-or-later */
/* results - the part of a story that shows the tables, their rankings and figures */
#include "render/report/story/results.h"

#include <math.h>
#include <stdlib.h>

#include "core/chain.h"
#include "render/report/table_fill.h"

/* "Write: Gvisor <= Docker ?=? Host (more is better)" */
static char *chain_of(
	const struct table_column *column, const char *metric, const struct ranking *ranking)
{
	struct text chain = TEXT_INIT;

	text_add(&chain, column->head);
	if (column->metrics[1])
		text_add_format(&chain, ", %s", metric);
	if (!isnan(column->part))
		text_add_format(&chain, " #%g", column->part);
	text_add_format(&chain, ": %s (%s)", ranking->chain, teller_direction(ranking->better));
	return text_detach(&chain);
}

void tell_chains(struct teller *teller, const struct table *table)
{
	struct strings chains = { 0 };

	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];

		for (size_t m = 0; m < 2 && column->metrics[m]; m++) {
			const struct ranking *ranking = book_ranking(
				teller->book, column->test, column->metrics[m], column->part);

			if (ranking && chain_compares(ranking->chain) &&
				ranking->better != BETTER_NEITHER)
				strings_add(&chains, chain_of(column, column->metrics[m], ranking));
		}
	}
	teller_list(teller, &chains);
	strings_release(&chains);
}

static void tell_table(struct teller *teller, const struct table *table)
{
	struct grid grid = { 0 };

	teller_begin(teller, "table", table->title);
	grid_set_caption(&grid, "%s", table->title);
	table_fill(&grid, table, teller->book);
	teller_grid(teller, &grid);
	tell_chains(teller, table);
	if (table->remark)
		teller_paragraph(teller, table->remark);
	teller_figures(teller, table, NULL);
	teller_end(teller);
}

void tell_results(struct teller *teller)
{
	if (teller->tables.count == 0)
		return;
	teller_begin(teller, "results", "Results");
	teller_words(teller, teller->is_listed ? "listed" : "notation", NULL);
	if (teller->drawn != GNUPLOT_FINE)
		teller_words(teller, "no-charts", NULL);
	for (size_t i = 0; i < teller->tables.count; i++)
		tell_table(teller, &teller->tables.items[i]);
	teller_end(teller);
}
