/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * anchors - the rules of other tools, a few lines each, from their public sources
 *
 * Each rule is reduced to what it decides on n values in run order; what a tool
 * does besides (more runs, a plot, advice) is not judged here.
 */
#ifndef TESTS_VALIDATION_ANCHORS_H
#define TESTS_VALIDATION_ANCHORS_H

#include <stdbool.h>
#include <stddef.h>

struct repeats {
	const double *values;
	size_t n; /* >= 2 */
};

/* Whether the tool claims that two systems differ. */
struct comparison_rule {
	const char *tool;
	const char *rule;
	const char *source;
	bool (*differs)(struct repeats a, struct repeats b);
};

/* Whether the tool has nothing to say against the repeats. */
struct stability_rule {
	const char *tool;
	const char *rule;
	const char *source;
	bool (*accepts)(struct repeats repeats);
};

enum { COMPARISON_RULES = 3, STABILITY_RULES = 7 };

extern const struct comparison_rule comparison_rules[COMPARISON_RULES];
extern const struct stability_rule stability_rules[STABILITY_RULES];

#endif
