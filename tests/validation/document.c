/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document - the results as docs/VALIDATION.md */
#include <stdio.h>

#include "tests/validation/anchors.h"
#include "tests/validation/report.h"
#include "tests/validation/series.h"

static void write_beginning(unsigned data_sets)
{
	printf("# How the verdicts were tested\n\n"
	       "Written by `tests/validation/run --document`; do not edit. Repeats were made up "
	       "so that the truth is known, and given to the\nmethods of `stats` and `rank` "
	       "([VERDICTS.md](VERDICTS.md)): first values set aside, then the verdict, then the "
	       "relation with its\nguard. Every number is the share of %u data sets in which "
	       "something was said. Seeds are fixed: a second run gives the same bytes.\n\n"
	       "    tests/validation/run          # all gates, %u data sets a cell, some minutes\n"
	       "    tests/validation/run 2000     # the same gates, smaller, as `make check` does\n"
	       "    tests/validation/run --document\n\n"
	       "A gate fails when a share is beyond its bound by more than 2 standard errors of a "
	       "share at the bound (3 below 20000 data sets).\nMargins are tau 5 %% and delta 3 %% "
	       "unless a line says otherwise. A clock rounds values to steps of so much of "
	       "their level;\nheavy-tailed is Student's t with three degrees of freedom on "
	       "ln x; right-skewed is a floor with an exponential tail.\n",
		data_sets, data_sets);
}

static void write_summary_row(const struct results *results, size_t begin, size_t end)
{
	size_t failed;
	const struct cell *worst = worst_cell(
		&results->cells[begin], end - begin, results->data_sets, &failed);

	printf("| %s | %s %g | %.4f | %s, CV %g %%, k = %zu, n = %zu | %zu of %zu |\n",
		worst->gate->name, gate_sign(worst->gate), worst->bound,
		cell_share(worst, results->data_sets), worst->study.scenario.noise->name,
		100 * worst->study.scenario.cv, worst->study.scenario.k, worst->study.scenario.n,
		end - begin - failed, end - begin);
}

static void write_summary(const struct results *results)
{
	printf("\n## Gates\n\nThe worst cell of each.\n\n"
	       "| gate | must be | worst | where | cells that pass |\n|---|---|---|---|---|\n");
	for (size_t i = 0, end; i < results->cell_count; i = end) {
		end = end_of_gate(results->cells, results->cell_count, i);
		if (results->cells[i].gate->kind != FOR_INFORMATION)
			write_summary_row(results, i, end);
	}
	series_write_gates(results->series, results->series_count, results->data_sets);
	puts("");
	for (const char *const *line = report_not_yet; *line; line++)
		printf("- Not yet: %s.\n", *line);
}

static void write_row(const struct cell *cells, size_t sizes, unsigned data_sets)
{
	const struct scenario *scenario = &cells->study.scenario;

	printf("| %s, CV %g %%, k = %zu |", scenario->noise->name, 100 * scenario->cv, scenario->k);
	for (size_t i = 0; i < sizes; i++) {
		bool fails = cells->gate->kind != FOR_INFORMATION &&
			     !cell_passes(&cells[i], data_sets);

		printf(fails ? " **%.4f** |" : " %.4f |", cell_share(&cells[i], data_sets));
	}
	putchar('\n');
}

/* Rows are the noises and numbers of systems, columns the numbers of runs. */
static void write_gate(const struct results *results, size_t begin, size_t end)
{
	const struct gate *gate = results->cells[begin].gate;
	size_t sizes = 0;

	printf("\n### %s\n\n|", gate->name);
	while (sizes < MOST_SIZES && gate->at[sizes].n)
		printf(" | n = %zu", gate->at[sizes++].n);
	printf(" |\n|---|");
	for (size_t i = 0; i < sizes; i++)
		printf("---|");
	if (gate->kind != FOR_INFORMATION) {
		printf("\n| must be |");
		for (size_t i = 0; i < sizes; i++)
			printf(" %s %g |", gate_sign(gate), gate->at[i].bound);
	}
	putchar('\n');
	for (size_t i = begin; i < end; i += sizes)
		write_row(&results->cells[i], sizes, results->data_sets);
}

static void write_table(const struct table *table, const struct study *studies, unsigned data_sets)
{
	printf("\n## %s\n\n%s\n\n| %s |", table->title, table->preface, table->row_header);
	for (size_t i = 0; i < table->columns; i++)
		printf(" %s |", table->headers[i]);
	printf("\n|---|");
	for (size_t i = 0; i < table->columns; i++)
		printf("---|");
	putchar('\n');
	for (size_t row = 0; row < table->row_count; row++) {
		printf("| %s |", table->rows[row].name);
		for (size_t i = 0; i < table->columns; i++)
			printf(" %.3f |", (double)studies[row].counts[i] / data_sets);
		putchar('\n');
	}
}

static void write_sources(void)
{
	puts("\n## The other tools' rules\n\n"
	     "Written anew from their public sources, and only what they decide on a list of "
	     "values (`tests/validation/anchors.c`).\n\n"
	     "| tool | rule | source |\n|---|---|---|");
	for (size_t i = 0; i < COMPARISON_RULES; i++)
		printf("| %s | %s | %s |\n", comparison_rules[i].tool, comparison_rules[i].rule,
			comparison_rules[i].source);
	for (size_t i = 0; i < STABILITY_RULES; i++)
		printf("| %s | %s | %s |\n", stability_rules[i].tool, stability_rules[i].rule,
			stability_rules[i].source);
}

void report_document(const struct results *results)
{
	const struct study *studies = results->studies;

	write_beginning(results->data_sets);
	write_summary(results);
	for (size_t i = 0; i < TABLES; i++) {
		write_table(&tables[i], studies, results->data_sets);
		studies += tables[i].row_count;
	}
	series_write_table(studies, results->series_rows, results->data_sets);
	write_sources();
	puts("\n## Every cell\n\nTables without \"must be\" are for information.");
	for (size_t i = 0, end; i < results->cell_count; i = end) {
		end = end_of_gate(results->cells, results->cell_count, i);
		write_gate(results, i, end);
	}
	series_write_cells(results->series, results->series_count, results->data_sets);
}
