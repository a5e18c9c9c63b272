/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * errors/job - what a shell says of a command that a signal ended
 *
 *	Segmentation fault (core dumped)                                dash, busybox
 *	Terminated: 15                                                  bash on macOS
 *	bash: line 1: 23673 Killed                  ./hello.sh          bash
 *	[1]+  Segmentation fault      (core dumped) ./hello.sh          bash, in the background
 *	zsh: killed     ./hello.sh                                      zsh
 *
 * Only the last three name the command; a bare word must be the whole line.
 */
#include "ingest/formats/errors/job.h"

/* strsignal(), and ksh's and zsh's words where they are others. */
static const char *const signals[] = {
	"Abort trap",
	"Aborted",
	"Abort",
	"Alarm clock",
	"Bad system call",
	"Bus error",
	"CPU time limit exceeded",
	"File size limit exceeded",
	"Floating point exception",
	"Illegal hardware instruction",
	"Illegal instruction",
	"Killed",
	"Memory fault",
	"Segmentation fault",
	"Terminated",
	"Trace/breakpoint trap",
};

/* The two cases of a letter differ in this bit. */
enum { SMALL = 0x20 };

/* zsh writes them all in small letters. */
static bool scan_signal(struct slice *at)
{
	struct slice rest = *at;

	if (slice_is_empty(*at))
		return false;
	rest.start++;
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if ((*at->start | SMALL) == (*signals[i] | SMALL) &&
			scan_text(&rest, signals[i] + 1)) {
			*at = rest;
			return true;
		}
	return false;
}

/* "bash: line 1: 23673 ", or without the line */
static bool scan_script(struct slice *at)
{
	struct slice rest = *at;
	struct slice name;
	uint64_t number;

	if (!scan_word(&rest, &name) || name.end[-1] != ':' || !scan_blanks(&rest))
		return false;
	if (scan_text(&rest, "line ") && (!scan_integer(&rest, &number) || !scan_char(&rest, ':')))
		return false;
	scan_blanks(&rest);
	if (!scan_integer(&rest, &number) || !scan_char(&rest, ' '))
		return false;
	*at = rest;
	return true;
}

/* "[1]+  ", and with the process's number in zsh: "[1]  + 23673 " */
static bool scan_background(struct slice *at)
{
	struct slice rest = *at;
	uint64_t number;

	if (!scan_char(&rest, '[') || !scan_integer(&rest, &number) || !scan_char(&rest, ']'))
		return false;
	scan_blanks(&rest);
	if (scan_char(&rest, '+') || scan_char(&rest, '-'))
		scan_blanks(&rest);
	if (scan_integer(&rest, &number))
		scan_blanks(&rest);
	*at = rest;
	return true;
}

/* What may follow a bare signal: its number, that memory was dumped. */
static bool scan_bare_end(struct slice *at)
{
	uint64_t number;

	if (scan_text(at, ": "))
		return scan_integer(at, &number) && scan_end(at);
	scan_blanks(at);
	if (!scan_text(at, "(core dumped)"))
		scan_text(at, "(coredump)");
	return scan_end(at);
}

bool job_ended(struct slice line, enum problem_status *status)
{
	struct slice at = line;
	bool names_command = scan_script(&at) || scan_background(&at) || scan_text(&at, "zsh: ");

	*status = PROBLEM_KILLED;
	if (!scan_signal(&at))
		return false;
	if (!names_command)
		return scan_bare_end(&at);
	if (!slice_is_empty(at) && *at.start != ' ')
		return false;
	scan_blanks(&at);
	if (scan_text(&at, "(core dumped)"))
		scan_blanks(&at);
	if (scan_text(&at, "timeout "))
		*status = PROBLEM_TIMED_OUT;
	return true;
}
