/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * events - what gates count: each adds 1 to counts[0] when it happens
 */
#ifndef TESTS_VALIDATION_EVENTS_H
#define TESTS_VALIDATION_EVENTS_H

#include "tests/validation/study.h"

/* Any > or < among the systems. */
tally_function says_different;

/* compare says of any cell that it became better or worse: before and after are the other series, two by two. */
tally_function says_changed;

/* The first system is said to be ≈ any other; or > every other. */
tally_function says_first_equal;
tally_function says_first_greater;

/* The verdict on the first system. */
tally_function says_stable;
tally_function says_unstable;
tally_function sets_aside;

/* Something else is said when only the form has changed. */
tally_function depends_on_unit;        /* x 10^6 */
tally_function depends_on_binary_unit; /* x 2^20 */
tally_function depends_on_names;       /* systems relabelled */
tally_function depends_on_order;       /* systems in another order */
tally_function depends_on_direction;   /* 1/x: must be mirrored */
tally_function differs_from_programs;  /* decide() against records */

#endif
