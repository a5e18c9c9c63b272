/* SPDX-License-Identifier: GPL-3.0-or-later */
/* temporary - where files lie that nobody is to keep */
#include "core/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/text.h"

static const char pattern[] = "benchpipe.XXXXXX";

const char *temporary_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder && *folder ? folder : "/tmp";
}

char *temporary_make_folder(void)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/%s", temporary_folder(), pattern);
	if (mkdtemp(path.data))
		return text_detach(&path);
	text_release(&path);
	return NULL;
}

/* Not every filesystem can make a file without a name. */
int temporary_open(void)
{
	struct text path = TEXT_INIT;
	int file = open(temporary_folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (file >= 0)
		return file;
	text_add_format(&path, "%s/%s", temporary_folder(), pattern);
	file = mkostemp(path.data, O_CLOEXEC);
	if (file >= 0)
		unlink(path.data);
	text_release(&path);
	return file;
}

int temporary_file(void)
{
	int file = temporary_open();

	if (file < 0)
		die("%s: %s", temporary_folder(), strerror(errno));
	return file;
}
