/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input/folder - opens files one after another, most of which lie in the same folder */
#include "core/input/folder.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "core/scan.h"

static void leave(struct input_folder *folder)
{
	if (folder->path.length)
		close(folder->descriptor);
	text_clear(&folder->path);
}

/* False when the folder cannot be opened. */
static bool enter(struct input_folder *folder, struct slice path)
{
	leave(folder);
	text_add_bytes(&folder->path, path.start, slice_length(path));
	folder->descriptor = open(folder->path.data, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (folder->descriptor < 0)
		text_clear(&folder->path);
	return folder->descriptor >= 0;
}

static bool is_open(const struct input_folder *folder, struct slice path)
{
	return slice_length(path) == folder->path.length &&
	       memcmp(path.start, folder->path.data, folder->path.length) == 0;
}

int input_folder_open(struct input_folder *folder, const char *path, int flags)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	struct slice stem = { path, name };

	if (!slash || !*name || !(is_open(folder, stem) || enter(folder, stem)))
		return open(path, flags);
	return openat(folder->descriptor, name, flags);
}

void input_folder_release(struct input_folder *folder)
{
	leave(folder);
	text_release(&folder->path);
}
