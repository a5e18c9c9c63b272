/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gates - what must hold of verdicts and rankings, as data
 */
#ifndef TESTS_VALIDATION_GATES_H
#define TESTS_VALIDATION_GATES_H

#include "tests/validation/study.h"

enum bound_kind {
	AT_MOST,
	AT_LEAST,
	FOR_INFORMATION, /* shown, neither passed nor failed */
};

/* A kind of noise at a coefficient of variation. */
struct variety {
	const struct noise *noise;
	double cv;
};

enum { MOST_SIZES = 7 };

struct gate {
	const char *name;
	enum bound_kind kind;
	tally_function *event;
	struct scenario scenario;        /* but for noise, cv, k and n */
	const struct variety *varieties; /* ended by one without noise */
	size_t k[3];                     /* ended by 0 */
	struct {
		size_t n;
		double bound;
	} at[MOST_SIZES]; /* ended by n = 0 */
};

extern const struct gate gates[];
extern const size_t gate_count;

/* One study of a gate, for each variety, k and n. */
struct cell {
	const struct gate *gate;
	double bound;
	struct study study;
};

/* The cells of all gates, in order; the caller frees them. */
struct cell *gates_cells(size_t *count);

/* The share of data sets that showed the event, and what it may be. */
double cell_share(const struct cell *cell, unsigned data_sets);
double cell_limit(const struct cell *cell, unsigned data_sets);
bool cell_passes(const struct cell *cell, unsigned data_sets);

/* The cell of a gate that is farthest beyond its bound, or nearest to it; *failed counts those beyond. */
const struct cell *worst_cell(
	const struct cell *cells, size_t count, unsigned data_sets, size_t *failed);

/* Of cells in order, the first behind begin that is of another gate. */
size_t end_of_gate(const struct cell *cells, size_t count, size_t begin);

/* "<=", ">=", or nothing. */
const char *gate_sign(const struct gate *gate);

/* How many standard errors of the share are allowed for chance. */
double gates_allowance(unsigned data_sets);

#endif
