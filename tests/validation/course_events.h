/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * course_events - what gates on series count: each adds 1 to counts[0] when it happens
 */
#ifndef TESTS_VALIDATION_COURSE_EVENTS_H
#define TESTS_VALIDATION_COURSE_EVENTS_H

#include "tests/validation/courses.h"

course_tally says_steady;
course_tally says_not_steady;
course_tally cuts;

/* A change is found when it is cut, or the run is called not steady. */
course_tally finds_change;

/* Called steady, with a mean that is more than tau / 4 away from 100. */
course_tally is_biased;

/* The interval of the mean holds 100. */
course_tally covers;

/* Something else is said when only the unit has changed. */
course_tally course_depends_on_unit;        /* x 10^6 */
course_tally course_depends_on_binary_unit; /* x 2^20 */

/* counts: ours Steady, ours Steady?, SNIA over five windows, then stability_rules, on the whole run. */
course_tally count_course_accepted;

#endif
