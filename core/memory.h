/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * memory - allocation that succeeds or ends the program
 *
 * A filter that cannot get memory has nothing better to do than to say so and
 * stop, so these never return NULL. What they return is released with free().
 */
#ifndef CORE_MEMORY_H
#define CORE_MEMORY_H

#include <stddef.h>

/* Zeroed memory for count items of size bytes. */
void *memory_allocate(size_t count, size_t size);

/* Grows or shrinks block (NULL: a new one) to count items of size bytes; new bytes are not set. */
void *memory_resize(void *block, size_t count, size_t size);

/*
 * Room for one more item in a growing array: returns items, moved when it had
 * to grow, with *capacity at least count + 1.
 */
void *memory_reserve_one(void *items, size_t count, size_t *capacity, size_t size);

/* A copy of length bytes, with a NUL behind them. */
char *memory_copy_bytes(const char *bytes, size_t length);

/* A copy of a string; NULL gives NULL. */
char *memory_copy_string(const char *string);

#endif
