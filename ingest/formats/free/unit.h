/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * free/unit - what the numbers of free(1) are in
 *
 * free prints no unit without -h, and with -h the same letters for powers of
 * 1000 and of 1024: only its options tell.
 */
#ifndef INGEST_FORMATS_FREE_UNIT_H
#define INGEST_FORMATS_FREE_UNIT_H

#include <stdbool.h>

#include "core/units.h"
#include "ingest/log/sink.h"

struct free_unit {
	double factor;           /* bytes of a number without a letter; 0: nothing says it */
	bool is_certain;         /* the user says it */
	enum prefix_base prefix; /* of the letters of -h */
};

/* From what the user says, else from the command. */
struct free_unit free_unit_find(const struct sink *sink);

#endif
