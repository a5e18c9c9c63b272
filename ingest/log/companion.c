/* SPDX-License-Identifier: GPL-3.0-or-later */
/* companion - the JSON files that a runner leaves beside the logs */
#include "ingest/log/companion.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/input.h"
#include "core/message.h"
#include "core/text.h"

enum { COMPANION_LIMIT = 1 << 20 };

bool companion_may_be_opened(const char *path)
{
	struct stat status;

	if (stat(path, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
		return true;
	warn("%s: no file, and not opened", path);
	return false;
}

struct json *companion_read(const char *path)
{
	struct input *input = input_open(path);
	struct text bytes = TEXT_INIT;
	struct json *tree;
	struct slice whole;
	char chunk[4096];
	size_t count;

	if (!input && errno != ENOENT)
		warn("%s: %s", path, strerror(errno));
	if (!input)
		return NULL;
	while (bytes.length < COMPANION_LIMIT && (count = input_read(input, chunk, sizeof chunk)))
		text_add_bytes(&bytes, chunk, count);
	whole = (struct slice){ bytes.data, bytes.data + bytes.length };
	tree = json_parse(whole, NULL);
	if (json_is_object(tree)) {
		json_find_lines(tree, whole, 1);
	} else {
		warn("%s: not a JSON object", path);
		json_free(tree);
		tree = NULL;
	}
	input_close(input);
	text_release(&bytes);
	return tree;
}
