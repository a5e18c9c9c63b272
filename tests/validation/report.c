/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report - the results as lines for a terminal */
#include "tests/validation/report.h"

#include <stdio.h>

const char *const report_not_yet[] = {
	"cached and exceptional values, bounds: their rules decide by evidence, not by chance",
	NULL,
};

static const char *word_of(const struct cell *cell, unsigned data_sets)
{
	if (cell->gate->kind == FOR_INFORMATION)
		return "info";
	return cell_passes(cell, data_sets) ? "ok" : "FAIL";
}

static void print_cell(const struct cell *cell, unsigned data_sets)
{
	double limit = cell_limit(cell, data_sets);

	printf("%-4s  %s: %.4f", word_of(cell, data_sets), cell->study.name,
		cell_share(cell, data_sets));
	if (cell->gate->kind == AT_LEAST)
		printf(" >= %g - %.4f", cell->bound, cell->bound - limit);
	else if (cell->gate->kind == AT_MOST)
		printf(" <= %g + %.4f", cell->bound, limit - cell->bound);
	putchar('\n');
}

static void print_cells(
	const struct cell *cells, size_t count, unsigned data_sets, size_t *passed, size_t *failed)
{
	for (size_t i = 0; i < count; i++) {
		print_cell(&cells[i], data_sets);
		if (cells[i].gate->kind == FOR_INFORMATION)
			continue;
		if (cell_passes(&cells[i], data_sets))
			++*passed;
		else
			++*failed;
	}
}

bool report_lines(const struct results *results)
{
	size_t passed = 0, failed = 0;

	printf("%u data sets a cell; %g standard errors are allowed for chance\n",
		results->data_sets, gates_allowance(results->data_sets));
	print_cells(results->cells, results->cell_count, results->data_sets, &passed, &failed);
	print_cells(results->series, results->series_count, results->data_sets, &passed, &failed);
	for (const char *const *line = report_not_yet; *line; line++)
		printf("not yet: %s\n", *line);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed == 0;
}
