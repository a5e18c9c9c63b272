/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series_document - the results on series within a run, as parts of docs/VALIDATION.md */
#include <stdio.h>

#include "tests/validation/anchors.h"
#include "tests/validation/series.h"

void series_write_gates(const struct cell *cells, size_t count, unsigned data_sets)
{
	for (size_t i = 0, end; i < count; i = end) {
		const struct cell *worst;
		size_t failed;

		end = end_of_gate(cells, count, i);
		if (cells[i].gate->kind == FOR_INFORMATION)
			continue;
		worst = worst_cell(&cells[i], end - i, data_sets, &failed);
		printf("| %s | %s %g | %.4f | %s, rho %g, CV %g %% | %zu of %zu |\n",
			worst->gate->name, gate_sign(worst->gate), worst->bound,
			cell_share(worst, data_sets), worst->study.course.name,
			worst->study.course.rho, 100 * worst->study.course.cv, end - i - failed,
			end - i);
	}
}

void series_write_table(const struct study *studies, size_t count, unsigned data_sets)
{
	const struct course_truth *first = &studies->course;

	printf("\n## Who accepts a run as steady\n\n"
	       "The share of runs of %zu intervals (noise with lag-1 autocorrelation %g, CV %g %%; tau "
	       "%g %%) that each rule lets pass. Ours first cuts a transient; the others' rules are\n"
	       "those above, on the whole run; SNIA's also on five windows of it, as its rounds "
	       "are. Where a run is flat, or is so behind a transient that ours cuts, the share should be near 1, "
	       "elsewhere near 0.\n\n"
	       "| truth | ours: Steady | ours: Steady? | SNIA, five windows |",
		first->n, first->rho, 100 * first->cv, 100 * first->tau);
	for (size_t i = 0; i < STABILITY_RULES; i++)
		printf(" %s |", stability_rules[i].tool);
	printf("\n|---|---|---|---|");
	for (size_t i = 0; i < STABILITY_RULES; i++)
		printf("---|");
	putchar('\n');
	for (size_t row = 0; row < count; row++) {
		printf("| %s |", studies[row].course.name);
		for (size_t i = 0; i < 3 + STABILITY_RULES; i++)
			printf(" %.3f |", (double)studies[row].counts[i] / data_sets);
		putchar('\n');
	}
}

/* The cells of one course stand together: how many noises it is met with. */
static size_t noises_of(const struct cell *cells, size_t count)
{
	size_t noises = 1;

	while (noises < count && cells[noises].study.course.name == cells->study.course.name)
		noises++;
	return noises;
}

/* Rows are the courses, columns the noises. */
static void write_gate(const struct cell *cells, size_t count, unsigned data_sets)
{
	const struct gate *gate = cells->gate;
	size_t noises = noises_of(cells, count);

	printf("\n### %s\n\n|", gate->name);
	for (size_t i = 0; i < noises; i++)
		printf(" | rho %g, CV %g %%", cells[i].study.course.rho,
			100 * cells[i].study.course.cv);
	printf(" |\n|---|");
	for (size_t i = 0; i < noises; i++)
		printf("---|");
	if (gate->kind != FOR_INFORMATION) {
		printf("\n| must be |");
		for (size_t i = 0; i < noises; i++)
			printf(" %s %g |", gate_sign(gate), cells[i].bound);
	}
	putchar('\n');
	for (size_t row = 0; row < count; row += noises) {
		printf("| %s |", cells[row].study.course.name);
		for (size_t i = row; i < row + noises; i++)
			printf(gate->kind == FOR_INFORMATION || cell_passes(&cells[i], data_sets)
					? " %.4f |"
					: " **%.4f** |",
				cell_share(&cells[i], data_sets));
		putchar('\n');
	}
}

void series_write_cells(const struct cell *cells, size_t count, unsigned data_sets)
{
	for (size_t i = 0, end; i < count; i = end) {
		end = end_of_gate(cells, count, i);
		write_gate(&cells[i], end - i, data_sets);
	}
}
