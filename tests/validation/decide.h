/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * decide - what `benchpipe stats` and `rank` say of made-up repeats
 *
 * decide() calls their methods in their order, which is fast; by_the_programs()
 * goes through their records, which a gate uses to show that the two agree.
 */
#ifndef TESTS_VALIDATION_DECIDE_H
#define TESTS_VALIDATION_DECIDE_H

#include <stdbool.h>

#include "core/record.h"
#include "stats/methods/policy.h"
#include "stats/methods/stability.h"
#include "tests/validation/data.h"

struct outcome {
	size_t k;
	size_t set_aside[MOST_SYSTEMS];
	enum verdict verdict[MOST_SYSTEMS];
	enum relation relation[MOST_SYSTEMS][MOST_SYSTEMS]; /* of a to b; k >= 2 */
};

struct outcome decide(const struct data *data, struct margins margins);
struct outcome decide_by_the_programs(const struct data *data, struct margins margins);

/* Every verdict, count and relation alike. */
bool outcomes_agree(const struct outcome *a, const struct outcome *b);

#endif
