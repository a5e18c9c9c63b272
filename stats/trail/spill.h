/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spill - bytes that many lists append to, in a temporary file where they would fill memory
 *
 * The file lies in $TMPDIR (/tmp), has no name, and is there once it is needed.
 * Where it cannot be made or is full, bytes stay in memory.
 */
#ifndef STATS_TRAIL_SPILL_H
#define STATS_TRAIL_SPILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Shared by lists; empty when it is all zero. */
struct spill {
	size_t held;  /* bytes in memory, of all lists */
	size_t limit; /* of them, from which on they go to the file; 0: SPILL_LIMIT */
	int file;     /* 0: none yet */
	bool failed;
	uint64_t end; /* of the file */
};

enum {
	SPILL_LIMIT = 16 << 20,
	SPILL_LEAST = 4096, /* that are worth writing at once */
};

/* A part of a list that lies in the file. */
struct spilled {
	uint64_t offset;
	size_t length;
};

/* Whether a list that has so many bytes in memory is to write them. */
bool spill_is_due(const struct spill *spill, size_t length);

/* Writes bytes that were held. False when they have to stay in memory. */
bool spill_write(struct spill *spill, const void *bytes, size_t length, struct spilled *part);

/* Reads up to size bytes, from a place in a part on; ends the program when they cannot be read. */
size_t spill_read(const struct spill *spill, const struct spilled *part, size_t from, void *bytes,
	size_t size);

void spill_release(struct spill *spill);

#endif
