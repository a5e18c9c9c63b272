/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * forms - what samples have in common beside their labels: the pattern of their source, and marks
 */
#ifndef STATS_TRAIL_FORMS_H
#define STATS_TRAIL_FORMS_H

#include "core/index.h"
#include "core/record.h"
#include "stats/trail/pattern.h"

struct form {
	struct pattern pattern; /* of the source, if there is one */
	enum bound bound;
	/* What the log says of the value, in words; NULL: nothing. */
	char *cached;
	char *set_aside;
	char *exceptional;
};

/* Each once. Empty when it is all zero. */
struct forms {
	struct index index;
	struct form *items;
	size_t capacity;
	struct text key; /* of the one looked for, and its pattern */
	struct text pattern;
};

void forms_init(struct forms *forms);

/*
 * The number of a sample's form, made when it is new, and the numbers of its
 * source. guess is one that it may be, such as that of the sample before it.
 */
size_t forms_take(struct forms *forms, const struct sample *sample, size_t guess,
	uint64_t numbers[PATTERN_NUMBERS]);

void forms_release(struct forms *forms);

#endif
