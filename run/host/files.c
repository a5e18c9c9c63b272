/* SPDX-License-Identifier: GPL-3.0-or-later */
/* files - the files that a system needs, where they are on this machine */
#include "run/host/files.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/scan.h"
#include "run/plan/shell.h"

static char *find_in(struct slice folders, const char *name)
{
	struct text path = TEXT_INIT;
	struct slice folder;

	while (scan_part(&folders, ':', &folder)) {
		text_clear(&path);
		text_add_bytes(&path, folder.start, slice_length(folder));
		text_add_format(&path, "/%s", name);
		if (access(path.data, X_OK) == 0)
			return text_detach(&path);
	}
	text_release(&path);
	return NULL;
}

char *files_find_program(const char *name)
{
	const char *path = getenv("PATH");
	char *found;

	if (strchr(name, '/'))
		return access(name, X_OK) == 0 ? memory_copy_string(name) : NULL;
	found = path ? find_in(slice_of(path), name) : NULL;
	return found ? found : find_in(slice_of("/usr/sbin:/sbin"), name);
}

void files_add(struct text *out, const struct strings *files)
{
	for (size_t i = 0; i < files->count; i++) {
		const char *name = files->items[i];
		bool is_path = strchr(name, '/') != NULL;
		char *path;

		if (is_path && access(name, F_OK) != 0)
			continue;
		path = is_path ? realpath(name, NULL) : files_find_program(name);
		if (out->length)
			text_add_char(out, ' ');
		shell_add_word(out, path ? path : name);
		free(path);
	}
}
