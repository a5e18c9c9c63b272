/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tail - the end of what was printed, where tools say how it went */
#include "run/record/tail.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/scan.h"

void tail_read(struct text *end, int file, size_t limit)
{
	struct stat status;
	char *bytes;
	ssize_t count;
	off_t start;

	if (fstat(file, &status) != 0)
		return;
	bytes = memory_allocate(limit, 1);
	start = status.st_size > (off_t)limit ? status.st_size - (off_t)limit : 0;
	count = pread(file, bytes, limit, start);
	if (count > 0)
		text_add_bytes(end, bytes, (size_t)count);
	free(bytes);
}

static bool ends_a_line(char c)
{
	return c == '\n' || c == '\r';
}

void tail_keep_line(struct text *text)
{
	struct slice line = text_slice(text);
	struct text kept = TEXT_INIT;

	while (!slice_is_empty(line) && (unsigned char)line.end[-1] <= ' ')
		line.end--;
	for (const char *c = line.end; c > line.start; c--) {
		if (ends_a_line(c[-1])) {
			line.start = c;
			break;
		}
	}
	line = slice_trim(line);
	text_add_bytes(&kept, line.start, slice_length(line));
	text_release(text);
	*text = kept;
}
