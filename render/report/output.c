/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output - what a renderer made, to where it was asked for */
#include "render/report/output.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "render/report/pipeline.h"

static void write_file(const char *path, const struct text *bytes)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? memory_copy_bytes(path, (size_t)(slash - path)) : NULL;
	struct draft draft;
	bool fine;

	draft_init(&draft, slash ? slash == path ? "/" : folder : ".", slash ? slash + 1 : path);
	fine = draft_write(&draft, bytes);
	if (fine)
		draft_publish(&draft);
	draft_release(&draft);
	free(folder);
	if (!fine)
		die("%s was not written", path);
}

void output_write(const char *path, struct text *bytes)
{
	if (!path || strcmp(path, "-") == 0)
		program_write_text(bytes);
	else
		write_file(path, bytes);
}
