/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * nearest - which of several names somebody may have meant
 *
 *	struct nearest nearest = { .given = "tets" };
 *
 *	nearest_try(&nearest, "tests");
 *	nearest_add_hint(&out, &nearest);    adds "; did you mean 'tests'?"
 */
#ifndef CORE_NEAREST_H
#define CORE_NEAREST_H

#include <stddef.h>

#include "core/text.h"

struct nearest {
	const char *given;
	const char *best; /* borrowed from who tried it; NULL: none is near */
	size_t distance;
};

/* Looks whether a name is nearer than those before: a third of its letters may differ. */
void nearest_try(struct nearest *nearest, const char *name);

/* Adds a question for the best of the names tried; nothing when none is near. */
void nearest_add_hint(struct text *out, const struct nearest *nearest);

#endif
