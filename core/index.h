/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * index - numbers the distinct keys of a stream: 0, 1, 2 ... as they first come
 *
 * What belongs to a key is kept by the caller in an array of its own.
 */
#ifndef CORE_INDEX_H
#define CORE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/scan.h"

struct index_slot {
	uint64_t hash;
	size_t number; /* of the key, plus one; 0: the slot is free */
};

struct index {
	char **keys;
	size_t *lengths;
	size_t count;
	size_t capacity;
	struct index_slot *slots;
	size_t slot_count; /* a power of two, at least twice count */
};

/* A struct index is empty when it is all zero. */

/* The number of a key, which is copied when it is new. */
size_t index_add(struct index *index, struct slice key);

/* False when the key was never added. */
bool index_find(const struct index *index, struct slice key, size_t *number);

/* 64 bits of a key, the same everywhere and always; not proof against malice. */
uint64_t index_hash(struct slice key);

void index_release(struct index *index);

#endif
