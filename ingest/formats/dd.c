/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dd - copies, as dd(1) of GNU, BSD, busybox, toybox and uutils reports them
 *
 *	65536+0 records in
 *	65536+0 records out
 *	16777216 bytes (17 MB, 16 MiB) copied, 0.0868265 s, 193 MB/s
 *
 * The last line is a result; dd/statistics.h has its variants. With
 * status=progress such lines, each over the one before, come first; they are
 * none. When they are all there is, the copy was ended from outside:
 *
 *	\r115761408 bytes (116 MB, 110 MiB) copied, 1 s, 116 MB/s\r222251264 bytes ...
 *
 * With status=noxfer, and from busybox as Debian builds it, the last line is
 * missing. A copy that failed has figures as well, which are none:
 *
 *	dd: error writing 'swapfile': No space left on device
 *	33+0 records in
 *	32+0 records out
 *	2097152 bytes (2.1 MB, 2.0 MiB) copied, 0.001235 s, 1.7 GB/s
 *
 * SIGUSR1 (BSD: SIGINFO) makes dd print all three lines before the end. These
 * cannot be told from those of a copy of its own: each is a result.
 */
#include "ingest/formats/dd/copies.h"
#include "ingest/formats/dd/statistics.h"
#include "ingest/formats/dd/words.h"
#include "ingest/log/format.h"

struct dd_state {
	struct dd_copies copies;
};

/* "65536+0"; Chinese has a word before it. */
static bool scan_counts(struct slice *at)
{
	uint64_t whole;
	uint64_t partial;

	while (!slice_is_empty(*at) && (unsigned char)*at->start >= 0x80)
		at->start++;
	return scan_blanks(at) && scan_integer(at, &whole) && scan_char(at, '+') &&
	       scan_integer(at, &partial);
}

/* "65536+0 records in" */
static bool records_line(struct dd_state *state, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;

	if (!scan_counts(&at) || !dd_names_records(line->text))
		return false;
	dd_copies_add_records(&state->copies, line, sink);
	return true;
}

static bool is_behind_records(const struct dd_state *state, const struct line *line)
{
	return state->copies.records && line->number == state->copies.records_line + 1;
}

/* "2 truncated records" */
static bool truncated_records_line(const struct dd_state *state, const struct line *line)
{
	return is_behind_records(state, line) && dd_names_records(line->text);
}

/* "dd: " or "/bin/dd: " */
static bool scan_program(struct slice *at)
{
	struct slice word;

	return scan_word(at, &word) && scan_blanks(at) &&
	       (slice_equals(word, "dd:") || slice_ends_with(word, "/dd:"));
}

static bool error_line(struct dd_state *state, const struct line *line, struct sink *sink)
{
	struct slice message = line->text;

	if (!scan_program(&message))
		return false;
	if (!dd_says_warning(message))
		dd_copies_add_error(&state->copies, line, message, sink);
	return true;
}

/* Where a copied screen or a `tail -n 1` has lost the lines around, the looks decide. */
static bool is_progress(const struct dd_state *state, const struct line *line,
	const struct dd_statistics *statistics)
{
	return line->overwritten || line->overwrites ||
	       (statistics->may_be_progress && !state->copies.records);
}

static bool statistics_line(struct dd_state *state, const struct line *line, struct sink *sink)
{
	struct dd_statistics statistics;

	if (!dd_statistics_read(line->text, &statistics))
		return false;
	if (is_progress(state, line, &statistics))
		dd_copies_add_progress(&state->copies, line, &statistics, sink);
	else
		dd_copies_add_statistics(&state->copies, line, &statistics, sink);
	return true;
}

/* "16777216 bytes (17 MB, 16 Mi" */
static bool garbage_line(struct dd_state *state, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	uint64_t count;

	if (!is_behind_records(state, line) || !scan_integer(&at, &count) || !scan_blanks(&at) ||
		!scan_text(&at, "byte"))
		return false;
	dd_copies_add_garbage(&state->copies, line, sink);
	return true;
}

static bool dd_line(void *of_dd, const struct line *line, struct sink *sink)
{
	struct dd_state *state = of_dd;
	struct line bare = *line;

	bare.text = slice_trim(line->text);
	if (slice_is_empty(bare.text))
		return false;
	if (records_line(state, &bare, sink) || error_line(state, &bare, sink) ||
		statistics_line(state, &bare, sink) || garbage_line(state, &bare, sink) ||
		truncated_records_line(state, &bare))
		return true;
	dd_copies_interrupt(&state->copies, sink);
	return false;
}

static void dd_end(void *of_dd, struct sink *sink)
{
	struct dd_state *state = of_dd;

	dd_copies_end(&state->copies, sink);
}

static const char *const signs[] = {
	"0+0",
	"dd:",
	"/",
	NULL,
};

const struct format dd_format = {
	.name = "dd",
	.summary = "bytes, seconds and throughput of dd",
	.state_size = sizeof(struct dd_state),
	.signs = signs,
	.line = dd_line,
	.end = dd_end,
};
