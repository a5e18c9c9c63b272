/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * errors - what a shell, the kernel and the C library make any program say
 *
 *	sh: 1: cannot create /proc/sys/vm/drop_caches: Read-only file system
 *	bash: line 1: fio: command not found
 *	bash: line 1: 23673 Killed                  ./hello.sh
 *	timeout: sending signal TERM to command 'sleep'
 *	free(): double free detected in tcache 2
 *	[ 4211.057312] Out of memory: Killed process 23673 (fio)
 *
 * It is asked last: what a tool says of itself is its own format's to judge.
 * The whole line must have one of these shapes, since a sentence that mentions
 * an error is somebody's output.
 *
 * A flood of errors is one failure: among lines that no tool took, a handful of
 * errors are reported and the rest counted. Behind a tool's lines they are
 * counted anew, because the time of each command that failed is withheld.
 */
#include <stdio.h>
#include <string.h>

#include "ingest/formats/errors/job.h"
#include "ingest/log/format.h"

enum {
	HANDFUL = 5,
	QUOTE = 300, /* bytes of a message */
};

struct error {
	enum problem_status status;
	size_t line;
	char message[QUOTE];
};

struct errors {
	size_t last_line; /* that was seen here: tools took those that are missing behind it */
	size_t in_a_row;
	size_t rest_count; /* errors that were only counted */
	struct error rest; /* the first of them */
};

struct meaning {
	const char *text;
	enum problem_status status;
};

/* What strerror() and getaddrinfo() say, at the end of "program: ...: text". */
static const struct meaning reasons[] = {
	{ "Address already in use", PROBLEM_FAILED },
	{ "Address family not supported by protocol", PROBLEM_UNSUPPORTED },
	{ "Bad address", PROBLEM_FAILED },
	{ "Bad file descriptor", PROBLEM_FAILED },
	{ "Broken pipe", PROBLEM_FAILED },
	{ "Cannot allocate memory", PROBLEM_FAILED },
	{ "Cannot assign requested address", PROBLEM_FAILED },
	{ "Connection refused", PROBLEM_FAILED },
	{ "Connection reset by peer", PROBLEM_FAILED },
	{ "Connection timed out", PROBLEM_FAILED },
	{ "Device or resource busy", PROBLEM_FAILED },
	{ "Disk quota exceeded", PROBLEM_FAILED },
	{ "Exec format error", PROBLEM_FAILED },
	{ "File exists", PROBLEM_FAILED },
	{ "File too large", PROBLEM_FAILED },
	{ "Function not implemented", PROBLEM_UNSUPPORTED },
	{ "Illegal seek", PROBLEM_FAILED },
	{ "Inappropriate ioctl for device", PROBLEM_FAILED },
	{ "Input/output error", PROBLEM_FAILED },
	{ "Invalid argument", PROBLEM_UNSUPPORTED },
	{ "Is a directory", PROBLEM_FAILED },
	{ "Name or service not known", PROBLEM_FAILED },
	{ "Network is unreachable", PROBLEM_FAILED },
	{ "No route to host", PROBLEM_FAILED },
	{ "No space left on device", PROBLEM_FAILED },
	{ "No such device", PROBLEM_FAILED },
	{ "No such device or address", PROBLEM_FAILED },
	{ "No such file or directory", PROBLEM_FAILED },
	{ "Not a directory", PROBLEM_FAILED },
	{ "Operation not permitted", PROBLEM_FAILED },
	{ "Operation not supported", PROBLEM_UNSUPPORTED },
	{ "Permission denied", PROBLEM_FAILED },
	{ "Protocol not available", PROBLEM_UNSUPPORTED },
	{ "Protocol not supported", PROBLEM_UNSUPPORTED },
	{ "Read-only file system", PROBLEM_FAILED },
	{ "Resource temporarily unavailable", PROBLEM_FAILED },
	{ "Stale file handle", PROBLEM_FAILED },
	{ "Temporary failure in name resolution", PROBLEM_FAILED },
	{ "Text file busy", PROBLEM_FAILED },
	{ "Too many open files", PROBLEM_FAILED },
	{ "Transport endpoint is not connected", PROBLEM_FAILED },
	{ NULL, PROBLEM_FAILED },
};

/* What else "program: ..." may hold that says enough. */
static const struct meaning parts[] = {
	{ ": Assertion ", PROBLEM_FAILED },
	{ ": error while loading shared libraries: ", PROBLEM_FAILED },
	{ "' not found (required by ", PROBLEM_FAILED },
	{ "]: segfault at ", PROBLEM_KILLED },
	{ NULL, PROBLEM_FAILED },
};

/* How a line of the C library, of timeout(1) or of the kernel begins. */
static const struct meaning openings[] = {
	{ "*** buffer overflow detected ***", PROBLEM_FAILED },
	{ "*** stack smashing detected ***", PROBLEM_FAILED },
	{ "Assertion failed: ", PROBLEM_FAILED },
	{ "Error loading shared library ", PROBLEM_FAILED },
	{ "Error relocating /", PROBLEM_FAILED },
	{ "corrupted double-linked list", PROBLEM_FAILED },
	{ "corrupted size vs. prev_size", PROBLEM_FAILED },
	{ "double free or corruption (", PROBLEM_FAILED },
	{ "free(): ", PROBLEM_FAILED },
	{ "malloc(): ", PROBLEM_FAILED },
	{ "munmap_chunk(): ", PROBLEM_FAILED },
	{ "realloc(): ", PROBLEM_FAILED },
	{ "terminate called after throwing an instance of '", PROBLEM_FAILED },
	{ "timeout: sending signal ", PROBLEM_TIMED_OUT },
	{ "timeout: the monitored command dumped core", PROBLEM_KILLED },
	{ "Buffer I/O error on dev", PROBLEM_FAILED },
	{ "EXT4-fs error ", PROBLEM_FAILED },
	{ "I/O error, dev ", PROBLEM_FAILED },
	{ "Memory cgroup out of memory: Kill", PROBLEM_KILLED },
	{ "Out of memory: Kill", PROBLEM_KILLED },
	{ "blk_update_request: ", PROBLEM_FAILED },
	{ "print_req_error: ", PROBLEM_FAILED },
	{ NULL, PROBLEM_FAILED },
};

static const struct meaning *find(struct slice text, const struct meaning *meanings,
	bool (*compares)(struct slice, const char *))
{
	for (; meanings->text; meanings++)
		if (compares(text, meanings->text))
			return meanings;
	return NULL;
}

/* Equal but for the first letter, which Go and zsh write small. */
static bool is_reason(struct slice text, const char *reason)
{
	return slice_length(text) == strlen(reason) && slice_ends_with(text, reason + 1);
}

/* "program: ", and what it says. */
static bool scan_program(struct slice *at)
{
	struct slice rest = *at;
	struct slice word;

	if (!scan_word(&rest, &word) || slice_length(word) < 2 || word.end[-1] != ':' ||
		!scan_char(&rest, ' '))
		return false;
	*at = rest;
	return true;
}

/* Why, of what a program says: behind the last colon, but "zsh:1: not found: fio" has it first. */
static struct slice reason_of(struct slice line, struct slice said)
{
	const char *first = slice_find(said, ": ");
	const char *last = slice_find_last(said, ": ");

	if (!first)
		return said;
	if (slice_starts_with(line, "zsh:"))
		return (struct slice){ said.start, first };
	return (struct slice){ last + 2, said.end };
}

/* "[ 4211.057312] ", in front of it the syslog's "Nov 23 01:02:03 bench kernel: " */
static void skip_kernel_stamp(struct slice *at)
{
	struct slice rest = *at;
	struct reading seconds;

	if (scan_until(&rest, " kernel: ", NULL) && scan_text(&rest, " kernel: "))
		*at = rest;
	else
		rest = *at;
	if (scan_char(&rest, '[') && scan_blanks(&rest) && scan_number(&rest, &seconds) &&
		scan_text(&rest, "] "))
		*at = rest;
}

/* "sh: 1: fio: not found" */
static bool is_missing_tool(struct slice text)
{
	struct slice said = text;
	struct slice reason;

	if (!scan_program(&said))
		return false;
	reason = reason_of(text, said);
	return slice_length(reason) < slice_length(said) &&
	       (slice_equals(reason, "not found") || slice_equals(reason, "command not found") ||
		       slice_equals(reason, "applet not found"));
}

/* What the line means; NULL when it is no error. */
static const struct meaning *find_meaning(struct slice text)
{
	const struct meaning *found;
	struct slice said;

	skip_kernel_stamp(&text);
	said = text;
	found = find(text, openings, slice_starts_with);
	if (found || !scan_program(&said))
		return found;
	found = find(text, parts, slice_contains);
	return found ? found : find(reason_of(text, said), reasons, is_reason);
}

static bool find_status(struct slice text, enum problem_status *status)
{
	const struct meaning *meaning = find_meaning(text);

	*status = meaning ? meaning->status : PROBLEM_FAILED;
	return meaning || is_missing_tool(text) || job_ended(text, status);
}

/* A shell that begins without its locale or without a terminal says so, and goes on. */
static bool is_harmless(struct slice text)
{
	return slice_contains(text, ": warning: ") ||
	       slice_ends_with(text, ": Inappropriate ioctl for device");
}

static void set_message(struct error *error, struct slice text)
{
	snprintf(error->message, sizeof error->message, "%s%.*s",
		is_missing_tool(text) ? "the tool is missing: " : "", (int)slice_length(text),
		text.start);
}

static void report(struct errors *errors, const struct error *error, struct sink *sink)
{
	errors->last_line = error->line;
	if (errors->in_a_row++ < HANDFUL)
		sink_add_problem(sink, error->status, error->line, "%s", error->message);
	else if (errors->rest_count++ == 0)
		errors->rest = *error;
}

static bool errors_line(void *state, const struct line *line, struct sink *sink)
{
	struct errors *errors = state;
	struct slice text = slice_trim(line->text);
	struct error error = { .line = line->number };

	if (line->number > errors->last_line + 1)
		errors->in_a_row = 0;
	if (errors->in_a_row)
		errors->last_line = line->number;
	if (!find_status(text, &error.status))
		return slice_contains(text, ": warning: setlocale: ");
	if (!is_harmless(text)) {
		set_message(&error, text);
		report(errors, &error, sink);
	}
	return true;
}

static void errors_end(void *state, struct sink *sink)
{
	const struct errors *errors = state;

	if (errors->rest_count == 1)
		sink_add_problem(
			sink, errors->rest.status, errors->rest.line, "%s", errors->rest.message);
	else if (errors->rest_count > 1)
		sink_add_problem(sink, errors->rest.status, errors->rest.line,
			"%s (and %zu more such lines)", errors->rest.message,
			errors->rest_count - 1);
}

/* The signals are without their first letter, which zsh writes small. */
static const char *const signs[] = {
	": ",
	"*** ",
	"Error loading shared library ",
	"Error relocating /",
	"corrupted ",
	"double free or corruption ",
	"terminate called after ",
	"Buffer I/O error on dev",
	"EXT4-fs error ",
	"I/O error, dev ",
	"bort",
	"larm clock",
	"ad system call",
	"us error",
	"PU time limit exceeded",
	"pu time limit exceeded",
	"ile size limit exceeded",
	"loating point exception",
	"llegal ",
	"illed",
	"emory fault",
	"egmentation fault",
	"erminated",
	"race/breakpoint trap",
	NULL,
};

const struct format errors_format = {
	.name = "errors",
	.summary = "what shells, the kernel and the C library say of any program",
	.state_size = sizeof(struct errors),
	.signs = signs,
	.line = errors_line,
	.end = errors_end,
};
