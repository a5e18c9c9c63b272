/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables/cell - what stands in a cell of a published table */
#include "ingest/formats/tables/cell.h"

#include <math.h>
#include <string.h>
#include <strings.h>

/* Notes are referred to in superscript digits, behind what they are about. */
static void skip_note_signs(struct slice *at)
{
	static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	size_t i = 0;

	while (i < sizeof digits / sizeof *digits)
		i = scan_text(at, digits[i]) ? 0 : i + 1;
}

static enum bound scan_bound(struct slice *at)
{
	enum bound bound = BOUND_NONE;

	if (scan_char(at, '<'))
		bound = BOUND_BELOW;
	else if (scan_char(at, '>'))
		bound = BOUND_ABOVE;
	scan_blanks(at);
	return bound;
}

static bool scan_spread(struct slice *at, double *spread)
{
	struct slice rest = *at;
	struct reading reading;

	*spread = NAN;
	scan_blanks(&rest);
	if (!scan_text(&rest, "±"))
		return true;
	scan_blanks(&rest);
	if (!scan_number(&rest, &reading))
		return false;
	*spread = reading.value;
	*at = rest;
	return true;
}

static bool scan_value(struct slice *at, struct cell_value *value)
{
	value->bound = scan_bound(at);
	if (!scan_number(at, &value->reading) || !scan_spread(at, &value->spread))
		return false;
	value->is_cached = scan_text(at, "(C)");
	value->is_exceptional = scan_text(at, "(E)");
	skip_note_signs(at);
	return true;
}

/* A mark behind a pair, and not within it, is of both. */
static void share_marks(struct cell_value pair[2])
{
	if (pair[0].is_cached || pair[0].is_exceptional)
		return;
	pair[0].is_cached = pair[1].is_cached;
	pair[0].is_exceptional = pair[1].is_exceptional;
}

/* "(C: write)" behind a pair: a mark of its second value alone. */
static bool scan_mark_of_one(struct slice *at, const char *begin)
{
	struct slice rest = *at;
	const char *end;

	if (!scan_text(&rest, begin))
		return false;
	end = memchr(rest.start, ')', slice_length(rest));
	if (!end)
		return false;
	at->start = end + 1;
	return true;
}

static bool scan_marks_of_one(struct slice *at, struct cell_value *value)
{
	bool is_cached = scan_mark_of_one(at, "(C: ");
	bool is_exceptional = scan_mark_of_one(at, "(E: ");

	value->is_cached |= is_cached;
	value->is_exceptional |= is_exceptional;
	skip_note_signs(at);
	return is_cached || is_exceptional;
}

/* The values of one run: one, or the two of a pair. */
static bool scan_run(struct slice *at, struct cell *cell, bool is_pair, size_t run)
{
	struct cell_value *values = &cell->values[cell->count];

	if (cell->count + 2 > CELL_LIMIT || !scan_value(at, &values[0]))
		return false;
	values[0].run = run;
	cell->count++;
	if (!is_pair || !scan_char(at, ','))
		return true;
	scan_blanks(at);
	if (!scan_value(at, &values[1]))
		return false;
	values[1].run = run;
	values[1].place = 1;
	cell->count++;
	if (!scan_marks_of_one(at, &values[1]))
		share_marks(values);
	return true;
}

static bool scan_bracketed_run(struct slice *at, struct cell *cell, bool is_pair, size_t run)
{
	size_t first = cell->count;
	bool is_cached, is_exceptional;

	if (!scan_char(at, '['))
		return scan_run(at, cell, is_pair, run);
	if (!scan_run(at, cell, is_pair, run) || !scan_char(at, ']'))
		return false;
	is_cached = scan_text(at, "(C)");
	is_exceptional = scan_text(at, "(E)");
	for (size_t i = first; i < cell->count; i++) {
		cell->values[i].is_set_aside = true;
		cell->values[i].is_cached |= is_cached;
		cell->values[i].is_exceptional |= is_exceptional;
	}
	skip_note_signs(at);
	return true;
}

static bool read_values(struct cell *cell, struct slice at, bool is_pair)
{
	for (size_t run = 1; !scan_end(&at); run++) {
		const char *start;

		scan_blanks(&at);
		start = at.start;
		if (!scan_bracketed_run(&at, cell, is_pair, run))
			return false;
		if (!slice_is_empty(at) && at.start == start)
			return false;
		if (!slice_is_empty(at) && !slice_starts_with(at, " ") &&
			!slice_starts_with(at, "\t") && !slice_starts_with(at, "\u00a0"))
			return false;
	}
	return true;
}

static bool is_blank(struct slice text)
{
	static const char *const dashes[] = { "", "-", "--", "–", "—", "n/a", "N/A", "not run" };

	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (slice_equals(text, dashes[i]))
			return true;
	return false;
}

static bool is_word(struct slice text, const char *word)
{
	size_t length = slice_length(text);

	return strncasecmp(text.start, word, length) == 0 && word[length] == '\0';
}

static bool read_status(struct slice text, enum problem_status *status)
{
	for (int i = 0; i < PROBLEM_STATUS_COUNT; i++) {
		const char *verdict = problem_status_verdict((enum problem_status)i);

		if (*verdict && is_word(text, verdict)) {
			*status = (enum problem_status)i;
			return true;
		}
	}
	return false;
}

static bool is_verdict(struct slice text)
{
	return is_word(text, "Stable") || is_word(text, "Stable?") || is_word(text, "Unstable");
}

struct slice without_note_signs(struct slice text)
{
	struct slice word = text;

	for (word.end = text.start; word.end < text.end; word.end++) {
		struct slice rest = { word.end, text.end };

		skip_note_signs(&rest);
		if (slice_is_empty(rest))
			break;
	}
	return slice_trim(word);
}

void cell_read(struct cell *cell, const char *text, bool is_pair)
{
	struct slice whole = slice_of(text);
	struct slice word = without_note_signs(whole);

	*cell = (struct cell){ .kind = CELL_UNREADABLE };
	if (is_blank(word))
		cell->kind = CELL_BLANK;
	else if (is_verdict(word))
		cell->kind = CELL_VERDICT;
	else if (read_status(word, &cell->status))
		cell->kind = CELL_STATUS;
	else if (read_values(cell, whole, is_pair))
		cell->kind = CELL_VALUES;
}
