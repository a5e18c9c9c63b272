/* SPDX-License-Identifier: GPL-3.0-or-later */
/* folders - made on the way to what is put into them, and taken back */
#include "render/report/folders.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/scan.h"

static void make(const char *path, struct strings *made)
{
	if (mkdir(path, 0777) == 0) {
		if (made)
			strings_add(made, memory_copy_string(path));
	} else if (errno != EEXIST) {
		die("%s: %s", path, strerror(errno));
	}
}

void folders_make(const char *path, struct strings *made)
{
	char *partial = memory_copy_string(path);

	for (char *slash = partial; slash; *slash = '/') {
		slash = strchr(slash + 1, '/');
		if (slash)
			*slash = '\0';
		if (*partial)
			make(partial, made);
		if (!slash)
			break;
	}
	free(partial);
}

void folders_remove(struct strings *made)
{
	for (size_t i = made->count; i-- > 0;)
		rmdir(made->items[i]);
	strings_release(made);
}

/* The path without links, of as much of it as is there; the caller frees it. */
static char *resolve(const char *path)
{
	char *partial = memory_copy_string(path);
	char *resolved;

	while (!(resolved = realpath(*partial ? partial : ".", NULL)) && *partial) {
		char *slash = strrchr(partial, '/');

		if (slash == partial && slash[1])
			slash++; /* of "/new" the "/" is left */
		*(slash ? slash : partial) = '\0';
	}
	free(partial);
	return resolved;
}

bool folders_has(const char *folder, const char *path)
{
	char *outer = realpath(folder, NULL);
	char *inner = resolve(path);
	struct slice rest = slice_of(inner ? inner : "");
	bool has = outer && scan_text(&rest, outer) &&
		   (slice_is_empty(rest) || *rest.start == '/' || strcmp(outer, "/") == 0);

	free(outer);
	free(inner);
	return has;
}
