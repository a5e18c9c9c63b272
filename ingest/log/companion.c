/* SPDX-License-Identifier: GPL-3.0-or-later */
/* companion - the JSON files that a runner leaves beside the logs */
#include "ingest/log/companion.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/json/check.h"
#include "core/message.h"

enum { COMPANION_LIMIT = 1 << 20 };

bool companion_may_be_opened(const char *path)
{
	struct stat status;

	if (stat(path, &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
		return true;
	warn("%s: no file, and not opened", path);
	return false;
}

static struct json *object_of(struct slice text)
{
	struct json *tree = json_check(text, NULL) ? json_of_text(text, NULL, 1) : NULL;

	if (json_is_object(tree))
		return tree;
	json_free(tree);
	return NULL;
}

struct json *companion_read(struct inputs *inputs, const char *path, struct text *bytes)
{
	struct input *input = inputs_open(inputs, path);
	struct json *tree;
	char chunk[4096];
	size_t count;

	if (!input && errno != ENOENT)
		warn("%s: %s", path, strerror(errno));
	if (!input)
		return NULL;
	text_clear(bytes);
	while (bytes->length < COMPANION_LIMIT && (count = input_read(input, chunk, sizeof chunk)))
		text_add_bytes(bytes, chunk, count);
	inputs_close(inputs, input);
	tree = object_of(text_slice(bytes));
	if (!tree)
		warn("%s: not a JSON object", path);
	return tree;
}
