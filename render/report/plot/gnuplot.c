/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gnuplot - running it, in a folder of its own */
#include "render/report/plot/gnuplot.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/message.h"
#include "core/scan.h"
#include "core/text.h"
#include "render/report/child.h"

static const char name[] = "gnuplot";

static bool has_it(struct slice folder)
{
	struct text path = TEXT_INIT;
	bool found;

	text_add_bytes(&path, folder.start, slice_length(folder));
	text_add_format(&path, "%s%s", slice_is_empty(folder) ? "" : "/", name);
	found = access(path.data, X_OK) == 0;
	text_release(&path);
	return found;
}

bool gnuplot_is_installed(void)
{
	const char *path = getenv("PATH");
	struct slice rest = slice_of(path ? path : "");
	bool found = false;

	while (!found && !slice_is_empty(rest)) {
		struct slice folder = rest;

		if (scan_until(&rest, ":", &folder))
			rest.start++;
		else
			rest.start = rest.end;
		found = has_it(folder);
	}
	return found;
}

static enum gnuplot_result fail(const char *why)
{
	warn("gnuplot: %s", why);
	return GNUPLOT_FAILED;
}

enum gnuplot_result gnuplot_run(const char *folder, const char *script)
{
	/* -d: without the settings of the user and of the machine */
	char *const words[] = { (char *)name, "-d", (char *)script, NULL };
	pid_t process;
	int status;

	setenv("LC_ALL", "C.UTF-8", 1); /* texts are UTF-8, numbers have a point */
	setenv("TZ", "UTC", 1);         /* dates in files are the same everywhere */
	process = child_start(&(struct child){
		.program = name,
		.arguments = words,
		.folder = folder,
		.output = -1,
	});
	if (process < 0 && errno == ENOENT)
		return GNUPLOT_MISSING;
	status = process < 0 ? -1 : child_wait(process);
	if (status < 0)
		return fail(strerror(errno));
	if (WIFSIGNALED(status))
		return fail(strsignal(WTERMSIG(status)));
	return status == 0 ? GNUPLOT_FINE : fail("the charts could not be drawn");
}
