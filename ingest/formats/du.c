/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * du - sizes of files and folders, as du(1) prints them
 *
 *	2988	tree			du, du -s, du -k: KiB
 *	3059712	tree/bin		du -b: bytes
 *	3.0M	tree			du -h: powers of 1024, rounded up
 *	3.1M	tree			du --si: powers of 1000
 *	55436993	total		du -c
 *
 * A line is a size, a tab and a name; each is a result. Without a letter
 * behind it the size does not say its unit: the user or the command does, and
 * otherwise it is KiB as du has it by default.
 *
 *	du: cannot read directory 'tree/locked': Permission denied
 *
 * The size of a folder that holds what du could not read is too small.
 */
#include <string.h>

#include "core/units.h"
#include "ingest/log/command.h"
#include "ingest/log/format.h"

static const struct metric size = { "size", "B", BETTER_LOWER };

enum {
	ERRORS_LIMIT = 4096,
	HANDFUL = 5, /* problems in a row that are reported one by one */
};

struct state {
	char errors[ERRORS_LIMIT]; /* what du could not read, in its own words */
	size_t errors_length;
	bool errors_lost; /* there were more */

	size_t last_line; /* of du */
	size_t in_a_row;
	size_t rest_count; /* problems that were only counted */
	size_t rest_line;  /* of the first of them */
};

/* "M" or "MiB", "MB" (a --block-size) or nothing, to the end. */
static bool read_suffix(struct slice text, enum prefix_base base, double *factor)
{
	if (slice_ends_with(text, "B")) {
		text.end--;
		base = DECIMAL_PREFIX;
	}
	scan_prefix(&text, base, factor);
	return slice_is_empty(text);
}

/* "1M" or "kB": the unit of --block-size. */
static bool read_block_size(const char *command, double *bytes)
{
	struct slice value;
	struct reading count = { 1, 1 };

	if (!command_option(command, "du", "block-size", &value) &&
		!command_option(command, "du", "B", &value))
		return false;
	scan_number(&value, &count);
	if (!read_suffix(value, BINARY_PREFIX, bytes))
		return false;
	*bytes *= count.value;
	return true;
}

/* Bytes that one step of a number without a letter means. */
static double unit_of(const struct sink *sink)
{
	static const struct {
		char letter;
		const char *name;
		double bytes;
	} flags[] = {
		{ 'b', "bytes", 1 },
		{ 'h', "human-readable", 1 },
		{ 'h', "si", 1 },
		{ 'm', NULL, MIB },
		{ 'g', NULL, GIB },
	};
	const char *command = sink_command(sink, "du");
	const struct unit *unit = sink_unit(sink) ? unit_find(sink_unit(sink)) : NULL;
	double bytes;

	if (unit && strcmp(unit->base, "B") == 0)
		return unit->factor;
	if (read_block_size(command, &bytes))
		return bytes;
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		if (command_has_flag(command, "du", flags[i].letter, flags[i].name))
			return flags[i].bytes;
	return KIB;
}

/* GNU's -h writes K, and --si k. */
static enum prefix_base base_of(struct slice suffix, const struct sink *sink)
{
	return slice_starts_with(suffix, "k") ||
			       command_has_flag(sink_command(sink, "du"), "du", '\0', "si")
		       ? DECIMAL_PREFIX
		       : BINARY_PREFIX;
}

/* "2988", or "2.9M": only a size with a letter has decimals. */
static bool read_size(struct slice text, const struct sink *sink, struct reading *reading)
{
	double factor;

	scan_blanks(&text);
	if (!scan_number_of_any_locale(&text, reading))
		return false;
	if (slice_is_empty(text))
		factor = reading->resolution < 1 ? 0 : unit_of(sink);
	else if (!read_suffix(text, base_of(text, sink), &factor))
		return false;
	*reading = reading_scaled(*reading, factor);
	return factor > 0;
}

/* A locked tree gives an error a folder: a flood of them is one failure. */
static void report(struct state *state, struct sink *sink, const struct line *line,
	struct slice text, const char *why)
{
	if (state->in_a_row++ < HANDFUL)
		sink_add_problem(sink, PROBLEM_FAILED, line->number, "%.*s%s",
			(int)slice_length(text), text.start, why);
	else if (state->rest_count++ == 0)
		state->rest_line = line->number;
}

static void remember(struct state *state, struct slice text)
{
	size_t length = slice_length(text);

	if (length >= sizeof state->errors - state->errors_length) {
		state->errors_lost = true;
		return;
	}
	memcpy(state->errors + state->errors_length, text.start, length);
	state->errors_length += length;
	state->errors[state->errors_length++] = '\n';
}

/* "du: ...", whatever its language; a warning is none. */
static bool error_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;

	if (!scan_until(&at, "du: ", NULL) || (at.start > text.start && at.start[-1] != '/'))
		return false;
	scan_text(&at, "du: ");
	if (slice_contains(at, "arning: "))
		return true;
	report(state, sink, line, text, "");
	remember(state, at);
	return true;
}

/* One of set, or of the quotes that are not ASCII. */
static bool is_one_of(char c, const char *set)
{
	return (c && strchr(set, c)) || (unsigned char)c >= 0x80;
}

/* Whether an error is about name or a file below it: 'name', 'name/file' or name/file: */
static bool is_in_errors(const struct state *state, struct slice name)
{
	const char *end = state->errors + state->errors_length;
	const char *at = state->errors;
	size_t length = slice_length(name) - slice_ends_with(name, "/");

	for (; (at = memmem(at, (size_t)(end - at), name.start, length)) && at < end; at++)
		if ((at == state->errors || is_one_of(at[-1], " \n'\"")) &&
			is_one_of(at[length], "/:'\""))
			return true;
	return false;
}

static bool lacks_something(const struct state *state, struct slice name)
{
	if (state->errors_length == 0)
		return state->errors_lost;
	return state->errors_lost || slice_equals(name, "total") || is_in_errors(state, name);
}

/* A number right-aligned in six columns is that of a line, as `cat -n` and nl have it. */
static bool is_line_number(struct slice text)
{
	return slice_length(text) == 6 && *text.start == ' ';
}

static bool size_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice number;
	struct slice name = text;
	struct reading reading;

	if (!scan_until(&name, "\t", &number) || !scan_char(&name, '\t') || slice_is_empty(name) ||
		!slice_is_text(name) || slice_contains(name, "\t") || is_line_number(number) ||
		!read_size(number, sink, &reading))
		return false;
	if (lacks_something(state, name)) {
		report(state, sink, line, text, ": du could not read all of it");
		return true;
	}
	sink_begin_result(sink);
	sink_add(sink, &(struct measurement){
			       .metric = &size,
			       .reading = reading,
			       .line = line->number,
		       });
	return true;
}

static bool du_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	struct slice text = line->text;

	if (line->number > state->last_line + 1)
		state->in_a_row = 0;
	if (line->overwritten ||
		(!error_line(state, text, line, sink) && !size_line(state, text, line, sink)))
		return false;
	state->last_line = line->number;
	return true;
}

static void du_end(void *memory, struct sink *sink)
{
	const struct state *state = memory;

	if (state->rest_count)
		sink_add_problem(sink, PROBLEM_FAILED, state->rest_line,
			"and %zu more lines of du with such problems", state->rest_count);
}

static const char *const signs[] = {
	"\t",
	"du: ",
	NULL,
};

const struct format du_format = {
	.name = "du",
	.summary =
		"sizes of files and folders, as du(1) prints them: KiB, unless the command or -s unit=B says",
	.state_size = sizeof(struct state),
	.signs = signs,
	.line = du_line,
	.end = du_end,
};
