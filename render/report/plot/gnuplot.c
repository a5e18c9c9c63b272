/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gnuplot - running it, in a folder of its own */
#include "render/report/plot/gnuplot.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "core/message.h"
#include "render/report/child.h"

static enum gnuplot_result fail(const char *why)
{
	warn("gnuplot: %s", why);
	return GNUPLOT_FAILED;
}

enum gnuplot_result gnuplot_run(const char *folder, const char *script)
{
	/* -d: without the settings of the user and of the machine */
	char *const words[] = { "gnuplot", "-d", (char *)script, NULL };
	pid_t process;
	int status;

	setenv("LC_ALL", "C.UTF-8", 1); /* texts are UTF-8, numbers have a point */
	process = child_start(&(struct child){
		.program = words[0],
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
