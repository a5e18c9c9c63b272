/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory - allocation that succeeds or ends the program */
#include "core/memory.h"

#include <stdlib.h>
#include <string.h>

#include "core/message.h"

void *memory_allocate(size_t count, size_t size)
{
	void *block = calloc(count ? count : 1, size ? size : 1);

	if (!block)
		die("out of memory (%zu x %zu bytes)", count, size);
	return block;
}

void *memory_resize(void *block, size_t count, size_t size)
{
	void *resized = reallocarray(block, count ? count : 1, size ? size : 1);

	if (!resized)
		die("out of memory (%zu x %zu bytes)", count, size);
	return resized;
}

void *memory_reserve_one(void *items, size_t count, size_t *capacity, size_t size)
{
	if (count < *capacity)
		return items;
	*capacity = *capacity ? 2 * *capacity : 8;
	return memory_resize(items, *capacity, size);
}

char *memory_copy_bytes(const char *bytes, size_t length)
{
	char *copy = memory_resize(NULL, length + 1, 1);

	if (length)
		memcpy(copy, bytes, length);
	copy[length] = '\0';
	return copy;
}

char *memory_copy_string(const char *string)
{
	return string ? memory_copy_bytes(string, strlen(string)) : NULL;
}
