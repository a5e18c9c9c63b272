/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * time - how long commands took, as shells and time(1) print it
 *
 *	real	0m0.202s
 *	user	0m0.001s
 *	sys	0m0.000s
 *
 * and the other layouts of time/lines.c, time/rows.c and time/labels.c. Times
 * of a command that failed are no result. GNU says so before them:
 *	/usr/bin/time: cannot run ./nosuch.sh: No such file or directory
 *	Command exited with non-zero status 127
 *	Command terminated by signal 9
 *
 * Free formats (TIMEFORMAT of bash, TIMEFMT of zsh, -f of GNU) do not say what
 * their numbers are, and the lines of the shells' `times` are not of a command.
 */
#include "core/scan.h"
#include "ingest/formats/time/layout.h"
#include "ingest/log/format.h"

static const struct time_layout *const layouts[] = {
	&time_three_lines,
	&time_gnu_row,
	&time_zsh_row,
	&time_csh_row,
	&time_bsd_row,
	&time_gnu_labels,
	&time_toybox_labels,
};

static const struct {
	const char *text;
	enum problem_status status;
} failures[] = {
	{ "Command exited with non-zero status ", PROBLEM_FAILED },
	{ "Command terminated by signal ", PROBLEM_KILLED },
	{ "Command stopped by signal ", PROBLEM_FAILED },
};

struct state {
	const struct time_layout *layout; /* of the result being read; NULL: none */
	struct time_result result;
};

static void finish(struct state *state, struct sink *sink)
{
	if (state->layout)
		time_result_finish(&state->result, sink);
	state->layout = NULL;
}

/* "Command exited ...", perhaps right behind output without a final newline. */
static bool find_status(struct slice text, struct slice *message, enum problem_status *status)
{
	for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
		struct slice at = text;
		uint64_t number;

		if (!scan_until(&at, failures[i].text, NULL))
			continue;
		*message = at;
		*status = failures[i].status;
		return (at.start == text.start || at.start[-1] != ' ') &&
		       scan_text(&at, failures[i].text) && scan_integer(&at, &number) &&
		       scan_end(&at);
	}
	return false;
}

/* "/usr/bin/time: cannot run ..." of GNU, "time: can't execute ..." of busybox. */
static bool is_start_error(struct slice text)
{
	struct slice at = text;

	if (!scan_until(&at, "time: can", NULL) || (at.start > text.start && at.start[-1] != '/') ||
		!scan_text(&at, "time: can"))
		return false;
	return slice_starts_with(at, "not run ") || slice_starts_with(at, "'t execute ");
}

static bool failure(struct state *state, const struct line *line, struct sink *sink)
{
	enum problem_status status = PROBLEM_FAILED;
	struct slice message = line->text;

	if (!is_start_error(line->text) && !find_status(line->text, &message, &status))
		return false;
	time_result_flush_failure(&state->result, sink);
	time_result_fail(&state->result, status, message, line->number);
	return true;
}

static bool begin(struct state *state, const struct line *line)
{
	for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
		if (!layouts[i]->begin(&state->result, line))
			continue;
		state->layout = layouts[i];
		return true;
	}
	return false;
}

static bool time_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	const struct time_layout *layout = state->layout;

	if (line->overwritten || slice_is_empty(slice_trim(line->text)))
		return false;
	if (layout && layout->go_on && layout->go_on(&state->result, line))
		return true;
	finish(state, sink);
	if (failure(state, line, sink) || begin(state, line))
		return true;
	time_result_flush_failure(&state->result, sink);
	return false;
}

static void time_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	finish(state, sink);
	time_result_flush_failure(&state->result, sink);
}

static const char *const signs[] = {
	"real",
	"Real time (s)",
	"elapsed",
	"% cpu",
	"pf+",
	"Command ",
	"time: can",
	NULL,
};

const struct format time_format = {
	.name = "time",
	.summary = "how long commands took, as shells and time(1) print it",
	.state_size = sizeof(struct state),
	.signs = signs,
	.line = time_line,
	.end = time_end,
};
