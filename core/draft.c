/* SPDX-License-Identifier: GPL-3.0-or-later */
/* draft - a file that is written whole or not at all */
#include "core/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/descriptor.h"
#include "core/memory.h"
#include "core/message.h"

bool draft_is_no_file(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

void draft_init(struct draft *draft, const char *folder, const char *name)
{
	struct text path = TEXT_INIT;
	struct text interim = TEXT_INIT;
	mode_t mask = 0;

	text_add_format(&path, "%s/%s", folder, name);
	text_add_format(&interim, "%s/.%s.XXXXXX", folder, name);
	draft->path = text_detach(&path);
	draft->interim = text_detach(&interim);
	draft->descriptor = mkostemp(draft->interim, O_CLOEXEC | O_APPEND);
	if (draft->descriptor < 0)
		die("%s: %s", folder, strerror(errno));
	umask(mask = umask(0));
	if (fchmod(draft->descriptor, 0666 & ~mask) != 0)
		die("%s: %s", draft->interim, strerror(errno));
}

void draft_init_at(struct draft *draft, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? memory_copy_bytes(path, (size_t)(slash - path))
			     : memory_copy_string(".");

	draft_init(draft, slash == path ? "/" : folder, slash ? slash + 1 : path);
	free(folder);
}

void draft_publish(struct draft *draft)
{
	if (close(draft->descriptor) != 0 || rename(draft->interim, draft->path) != 0)
		die("%s: %s", draft->path, strerror(errno));
	free(draft->interim);
	draft->interim = NULL;
	draft->descriptor = -1;
}

void draft_release(struct draft *draft)
{
	if (draft->descriptor >= 0)
		close(draft->descriptor);
	if (draft->interim)
		unlink(draft->interim);
	free(draft->interim);
	free(draft->path);
	*draft = (struct draft){ .descriptor = -1 };
}

bool draft_write(const struct draft *draft, const struct text *bytes)
{
	if (descriptor_write(draft->descriptor, bytes->data, bytes->length))
		return true;
	warn("%s: %s", draft->path, strerror(errno));
	return false;
}
