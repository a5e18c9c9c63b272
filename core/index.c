/* SPDX-License-Identifier: GPL-3.0-or-later */
/* index - numbers the distinct keys of a stream, by open addressing */
#include "core/index.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum { FIRST_SLOTS = 64 };

/* FNV-1a. */
uint64_t index_hash(struct slice key)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (const char *c = key.start; c < key.end; c++)
		hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
	return hash;
}

static bool is_key(const struct index *index, size_t number, struct slice key)
{
	return index->lengths[number] == slice_length(key) &&
	       memcmp(index->keys[number], key.start, slice_length(key)) == 0;
}

/* The slot of the key, or the free one where it would go. */
static struct index_slot *slot_of(const struct index *index, struct slice key, uint64_t hash)
{
	size_t mask = index->slot_count - 1;
	size_t i = (size_t)hash & mask;

	for (;; i = (i + 1) & mask) {
		struct index_slot *slot = &index->slots[i];

		if (slot->number == 0 ||
			(slot->hash == hash && is_key(index, slot->number - 1, key)))
			return slot;
	}
}

static void grow(struct index *index)
{
	struct index_slot *old = index->slots;
	size_t old_count = index->slot_count;

	index->slot_count = old_count ? 2 * old_count : FIRST_SLOTS;
	index->slots = memory_allocate(index->slot_count, sizeof *index->slots);
	for (size_t i = 0; i < old_count; i++) {
		size_t at = (size_t)old[i].hash & (index->slot_count - 1);

		if (old[i].number == 0)
			continue;
		while (index->slots[at].number)
			at = (at + 1) & (index->slot_count - 1);
		index->slots[at] = old[i];
	}
	free(old);
}

static size_t add_key(struct index *index, struct slice key)
{
	if (index->count == index->capacity) {
		index->capacity = index->capacity ? 2 * index->capacity : FIRST_SLOTS / 2;
		index->keys = memory_resize(index->keys, index->capacity, sizeof *index->keys);
		index->lengths = memory_resize(
			index->lengths, index->capacity, sizeof *index->lengths);
	}
	index->keys[index->count] = slice_copy(key);
	index->lengths[index->count] = slice_length(key);
	return index->count++;
}

size_t index_add(struct index *index, struct slice key)
{
	uint64_t hash = index_hash(key);
	struct index_slot *slot;

	if (2 * index->count >= index->slot_count)
		grow(index);
	slot = slot_of(index, key, hash);
	if (slot->number == 0)
		*slot = (struct index_slot){ hash, add_key(index, key) + 1 };
	return slot->number - 1;
}

bool index_find(const struct index *index, struct slice key, size_t *number)
{
	const struct index_slot *slot;

	if (index->slot_count == 0)
		return false;
	slot = slot_of(index, key, index_hash(key));
	if (slot->number == 0)
		return false;
	*number = slot->number - 1;
	return true;
}

void index_release(struct index *index)
{
	for (size_t i = 0; i < index->count; i++)
		free(index->keys[i]);
	free(index->keys);
	free(index->lengths);
	free(index->slots);
	*index = (struct index){ 0 };
}
