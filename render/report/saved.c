/* SPDX-License-Identifier: GPL-3.0-or-later */
/* saved - records that were saved, told from a folder of logs */
#include "render/report/saved.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/input.h"
#include "core/lines.h"
#include "core/message.h"
#include "core/record.h"

enum { FIRST_LINE_LIMIT = 16 * 1024 * 1024 };

/* What cannot be read twice, such as a pipe. */
static bool is_stream(const char *path)
{
	struct stat status;

	return strcmp(path, "-") == 0 ||
	       (stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode));
}

/* Saved records are JSON Lines with a kind, and so is what a stream has; a folder cannot be read. */
bool saved_is_at(const char *path)
{
	struct input *input;
	struct lines lines;
	struct line line;
	struct record *record = NULL;
	bool has_kind;
	const char *why;

	if (is_stream(path))
		return true;
	input = input_open(path);
	if (!input && errno == EISDIR)
		return false;
	if (!input)
		die("%s: %s", path, strerror(errno));
	lines_init(&lines, input, FIRST_LINE_LIMIT);
	if (lines_next(&lines, &line))
		record = record_parse(line.text, &why);
	has_kind = record && record_text(record, "kind");
	record_free(record);
	lines_release(&lines);
	input_close(input);
	return has_kind;
}
