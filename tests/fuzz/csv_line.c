/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * csv_line - a fuzz target: any line is split into the fields that libcsv finds in it
 *
 *	make fuzz && build-fuzz/tests/fuzz/csv_line -max_total_time=600 CORPUS
 *
 * The first byte picks the separator; a line has no end of a line in it.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "ingest/log/csv_line.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool same_fields(const struct csv_fields *a, const struct csv_fields *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		size_t length = slice_length(a->items[i]);

		if (length != slice_length(b->items[i]) ||
			memcmp(a->items[i].start, b->items[i].start, length) != 0)
			return false;
	}
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct csv_fields quick;
	static struct csv_fields slow;
	char separator = size ? ",;\t"[data[0] % 3] : ',';
	char *copy = size ? memory_copy_bytes((const char *)data + 1, size - 1) : NULL;
	struct slice line = { copy, copy ? copy + size - 1 : NULL };

	if (copy && !memchr(copy, '\n', size - 1) && !memchr(copy, '\r', size - 1) &&
		(csv_line_split(&quick, line, separator) !=
				csv_line_split_slowly(&slow, line, separator) ||
			!same_fields(&quick, &slow)))
		abort();
	free(copy);
	return 0;
}
