/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * verbs - the programs behind `benchpipe`, and where they lie
 */
#ifndef CORE_VERBS_H
#define CORE_VERBS_H

struct verb {
	const char *name;
	const char *summary;
};

/* All verbs, in the order of verbs.def; ends in a NULL name. */
extern const struct verb verbs[];

/* The verb of that name, or NULL. */
const struct verb *verb_find(const char *name);

/*
 * The path of a verb's program, which the caller frees: beside the running
 * verb, or in ../libexec/benchpipe when the front door is what runs.
 */
char *verb_program(const char *name);

#endif
