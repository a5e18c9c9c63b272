/* SPDX-License-Identifier: GPL-3.0-or-later */
/* temporary - files without a name */
#include "render/report/temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/text.h"

int temporary_file(void)
{
	const char *folder = getenv("TMPDIR");
	struct text path = TEXT_INIT;
	int descriptor;

	if (!folder || !*folder)
		folder = "/tmp";
	text_add_format(&path, "%s/benchpipe.XXXXXX", folder);
	descriptor = mkostemp(path.data, O_CLOEXEC);
	if (descriptor < 0 || unlink(path.data) != 0)
		die("%s: %s", folder, strerror(errno));
	text_release(&path);
	return descriptor;
}
