/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gates - from the table to its cells, and what holds of a cell */
#include "tests/validation/gates.h"

#include <math.h>
#include <stdio.h>

#include "core/memory.h"

enum { FULL_SIZE = 20000 };

double gates_allowance(unsigned data_sets)
{
	return data_sets >= FULL_SIZE ? 2 : 3;
}

static size_t cells_of(const struct gate *gate)
{
	size_t varieties = 0, ks = 0, sizes = 0;

	while (gate->varieties[varieties].noise)
		varieties++;
	while (gate->k[ks])
		ks++;
	while (sizes < MOST_SIZES && gate->at[sizes].n)
		sizes++;
	return varieties * ks * sizes;
}

/* "lognormal, CV 2 %, k = 2, n = 3" */
static void describe(char *name, size_t size, const struct scenario *scenario)
{
	int length = snprintf(name, size, "%s, CV %g %%, k = %zu, n = %zu", scenario->noise->name,
		100 * scenario->cv, scenario->k, scenario->n);

	if (scenario->n_of_first && length > 0)
		snprintf(name + length, size - (size_t)length, " and %zu", scenario->n_of_first);
}

static struct cell cell_of(
	const struct gate *gate, const struct variety *variety, size_t k, size_t size)
{
	struct cell cell = { .gate = gate, .bound = gate->at[size].bound };
	struct scenario *scenario = &cell.study.scenario;
	char where[80];

	*scenario = gate->scenario;
	scenario->noise = variety->noise;
	scenario->cv = variety->cv;
	scenario->k = k;
	scenario->n = gate->at[size].n;
	describe(where, sizeof where, scenario);
	snprintf(cell.study.name, sizeof cell.study.name, "%s | %s", gate->name, where);
	cell.study.tally = gate->event;
	return cell;
}

struct cell *gates_cells(size_t *count)
{
	struct cell *cells;
	size_t filled = 0;

	*count = 0;
	for (size_t i = 0; i < gate_count; i++)
		*count += cells_of(&gates[i]);
	cells = memory_allocate(*count, sizeof *cells);
	for (size_t i = 0; i < gate_count; i++)
		for (const struct variety *v = gates[i].varieties; v->noise; v++)
			for (const size_t *k = gates[i].k; *k; k++)
				for (size_t n = 0; n < MOST_SIZES && gates[i].at[n].n; n++)
					cells[filled++] = cell_of(&gates[i], v, *k, n);
	return cells;
}

double cell_share(const struct cell *cell, unsigned data_sets)
{
	return (double)cell->study.counts[0] / data_sets;
}

double cell_limit(const struct cell *cell, unsigned data_sets)
{
	double chance = gates_allowance(data_sets) *
			sqrt(cell->bound * (1 - cell->bound) / data_sets);

	return cell->gate->kind == AT_LEAST ? cell->bound - chance : cell->bound + chance;
}

bool cell_passes(const struct cell *cell, unsigned data_sets)
{
	double share = cell_share(cell, data_sets);
	double limit = cell_limit(cell, data_sets);

	return cell->gate->kind == AT_LEAST ? share >= limit : share <= limit;
}

/* How far a share is beyond its bound; the more, the worse. */
static double excess(const struct cell *cell, unsigned data_sets)
{
	double share = cell_share(cell, data_sets);

	return cell->gate->kind == AT_LEAST ? cell->bound - share : share - cell->bound;
}

const struct cell *worst_cell(
	const struct cell *cells, size_t count, unsigned data_sets, size_t *failed)
{
	const struct cell *worst = cells;

	*failed = 0;
	for (size_t i = 0; i < count; i++) {
		*failed += !cell_passes(&cells[i], data_sets);
		if (excess(&cells[i], data_sets) > excess(worst, data_sets))
			worst = &cells[i];
	}
	return worst;
}

size_t end_of_gate(const struct cell *cells, size_t count, size_t begin)
{
	size_t end = begin;

	while (end < count && cells[end].gate == cells[begin].gate)
		end++;
	return end;
}

const char *gate_sign(const struct gate *gate)
{
	static const char *const signs[] = {
		[AT_MOST] = "<=",
		[AT_LEAST] = ">=",
		[FOR_INFORMATION] = "",
	};

	return signs[gate->kind];
}
