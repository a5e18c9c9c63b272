/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output - standard output: many records at once, and as a file that is there whole or not at all */
#include "core/output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/draft.h"
#include "core/message.h"

static struct draft draft = { .descriptor = -1 }; /* for who is called when the program ends */
static const char *name = "write error";          /* of standard output, in messages */

static void drop(void)
{
	draft_release(&draft);
}

static void drop_at_signal(int number)
{
	unlink(draft.interim);
	signal(number, SIG_DFL);
	raise(number);
}

/* Those by which people and systems end a program, unless somebody had it ignore them. */
static void catch_signals(void)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (signal(numbers[i], drop_at_signal) == SIG_IGN)
			signal(numbers[i], SIG_IGN);
}

void output_fail(const char *why)
{
	die("%s: %s", name, why);
}

void output_redirect(const char *path)
{
	if (strcmp(path, "-") == 0)
		return;
	name = path;
	if (draft_is_no_file(path)) {
		if (!freopen(path, "w", stdout))
			output_fail(strerror(errno));
		return;
	}
	draft_init_at(&draft, path);
	atexit(drop);
	catch_signals();
	if (dup2(draft.descriptor, STDOUT_FILENO) < 0)
		output_fail(strerror(errno));
}

void output_widen(void)
{
	static char buffer[64 * 1024]; /* all that a pipe holds */

	if (!isatty(STDOUT_FILENO))
		setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
}

void output_flush(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		output_fail(strerror(errno));
}

void output_close(void)
{
	output_flush();
	if (fclose(stdout) != 0)
		output_fail(strerror(errno));
	if (draft.interim)
		draft_publish(&draft);
}
