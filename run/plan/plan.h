/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plan - what is to be run, in which order
 *
 * A cell is a test on a system, a step one run of it. Interleaved, a round runs
 * every test once on every system, the systems in a random order of their own
 * for each test: what changes on the machine meanwhile meets all systems alike.
 * Blocked is a system after the other, a test after the other, as people do it
 * by hand.
 */
#ifndef RUN_PLAN_PLAN_H
#define RUN_PLAN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/experiment.h"

enum {
	RUNS_DEFAULT = 5,
	RUN_WARM_UP = 0, /* its output is thrown away */
};

struct step {
	const struct experiment_system *system;
	const struct experiment_test *test;
	size_t run; /* from 1, or RUN_WARM_UP */
};

struct plan {
	struct step *steps;
	size_t count;
	size_t capacity;
};

struct plan_choice {
	struct strings systems; /* names or aliases; none: all */
	struct strings tests;   /* names; none: all */
	size_t runs;            /* 0: each test's own */
	bool blocked;
	bool warm_up;
	uint64_t seed;
};

/* A name that the experiment does not know ends the program. */
void plan_make(
	struct plan *plan, const struct experiment *experiment, const struct plan_choice *choice);

/* Adds a run of every cell chosen, whatever number of runs it has, in the order of that round. */
void plan_add_round(struct plan *plan, const struct experiment *experiment,
	const struct plan_choice *choice, size_t run);

/* Leaves out the steps that are not to be kept. */
void plan_filter(
	struct plan *plan, bool (*keeps)(const struct step *step, void *context), void *context);

void plan_release(struct plan *plan);

/* The number of the step's cell, below system_count times test_count. */
size_t plan_cell(const struct experiment *experiment, const struct step *step);

#endif
