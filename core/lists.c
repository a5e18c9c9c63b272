/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lists - of strings and of numbers, as records and options have them */
#include "core/lists.h"

#include <stdlib.h>

#include "core/memory.h"

void strings_add(struct strings *strings, const char *string)
{
	strings->items = memory_reserve_one(
		strings->items, strings->count, &strings->capacity, sizeof *strings->items);
	strings->items[strings->count++] = string;
}

void strings_release(struct strings *strings)
{
	for (size_t i = 0; i < strings->count; i++)
		free((char *)strings->items[i]);
	free(strings->items);
	*strings = (struct strings){ 0 };
}

void numbers_add(struct numbers *numbers, double number)
{
	numbers->items = memory_reserve_one(
		numbers->items, numbers->count, &numbers->capacity, sizeof *numbers->items);
	numbers->items[numbers->count++] = number;
}
