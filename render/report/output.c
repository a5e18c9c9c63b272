/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output - what a renderer made, to where it was asked for */
#include "render/report/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"

static void begin_draft(struct output *output)
{
	draft_init_at(&output->draft, output->path);
	output->is_draft = true;
	output->file = fdopen(dup(output->draft.descriptor), "wb");
}

void output_begin(struct output *output, const char *path)
{
	*output = (struct output){ .path = path };
	if (!path || strcmp(path, "-") == 0)
		*output = (struct output){ .path = "write error", .file = stdout };
	else if (draft_is_no_file(path))
		output->file = fopen(path, "wb");
	else
		begin_draft(output);
	if (!output->file)
		die("%s: %s", path, strerror(errno));
}

void output_end(struct output *output, const char *why)
{
	int closed = output->file == stdout ? fflush(stdout) : fclose(output->file);

	if (closed != 0 && !why)
		why = strerror(errno);
	if (output->is_draft) {
		if (!why)
			draft_publish(&output->draft);
		draft_release(&output->draft);
	}
	if (why)
		die("%s: %s", output->path, why);
}

void output_write(const char *path, struct text *bytes)
{
	struct output output;

	output_begin(&output, path);
	output_end(&output, fwrite(bytes->data, 1, bytes->length, output.file) == bytes->length
				    ? NULL
				    : strerror(errno));
	text_clear(bytes);
}
