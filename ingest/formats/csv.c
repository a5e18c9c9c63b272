/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * csv - a table with a sample in each row
 *
 *	system,test,run,metric,value,unit,better
 *	Kata,dd,1,throughput,12.6,MB/s,higher
 *	"gVisor, KVM",dd,1,throughput,212,MB/s,higher
 *
 * The heading has the fields of a sample, or columns that the user maps to
 * them, among any others: value, and metric or both system and test. Without a
 * metric, a sample is called after the column of its value. A value may be only
 * a bound, "< 59" or "> 59". Fields are parted by commas, semicolons or tabs; a
 * row is a line, and a blank line ends the table. There may be millions of rows:
 * block() takes them.
 */
#include <math.h>
#include <string.h>

#include "ingest/log/bad_rows.h"
#include "ingest/log/csv_line.h"
#include "ingest/log/format.h"
#include "ingest/log/given.h"

enum { LONGEST_USUAL = 64 * 1024 }; /* bytes of a row that is read with others */

struct state {
	char separator;                     /* '\0': no table is open */
	size_t width;                       /* columns */
	size_t columns[SAMPLE_FIELD_COUNT]; /* from 1; 0: there is none */
	struct csv_fields fields;           /* of the last line */
	struct text texts[SAMPLE_FIELD_COUNT];
	struct bad_rows bad_rows;
};

static void find_columns(struct state *state, const struct sink *sink)
{
	memset(state->columns, 0, sizeof state->columns);
	for (size_t column = 0; column < state->fields.count; column++)
		for (size_t i = 0; i < SAMPLE_FIELD_COUNT; i++)
			if (slice_equals(state->fields.items[column],
				    sink_column(sink, sample_field_names[i])))
				state->columns[i] = column + 1;
}

static bool is_table(const struct state *state, const struct sink *sink)
{
	const char *value = sample_field_names[FIELD_VALUE];

	return state->columns[FIELD_VALUE] &&
	       (state->columns[FIELD_METRIC] || strcmp(sink_column(sink, value), value) != 0 ||
		       (state->columns[FIELD_SYSTEM] && state->columns[FIELD_TEST]));
}

static bool heading_line(struct state *state, struct slice text, const struct sink *sink)
{
	static const char separators[] = { ',', ';', '\t' };

	if (!slice_contains(text, sink_column(sink, sample_field_names[FIELD_VALUE])))
		return false;
	for (size_t i = 0; i < sizeof separators; i++) {
		if (!csv_line_split(&state->fields, text, separators[i]))
			continue;
		find_columns(state, sink);
		if (!is_table(state, sink))
			continue;
		state->separator = separators[i];
		state->width = state->fields.count;
		return true;
	}
	return false;
}

/* Empty when there is none. */
static struct slice field_of(const struct state *state, enum sample_field field)
{
	size_t column = state->columns[field];

	return column ? state->fields.items[column - 1] : slice_of("");
}

/* NULL when the field is empty or not there. Most texts are those of the row before. */
static const char *text_of(struct state *state, enum sample_field field)
{
	struct slice slice = field_of(state, field);
	struct text *text = &state->texts[field];
	size_t length = slice_length(slice);

	if (length == 0)
		return NULL;
	if (text->length != length || memcmp(text->data, slice.start, length) != 0) {
		text_clear(text);
		text_add_bytes(text, slice.start, length);
	}
	return text->data;
}

/* A value below 0 is read, so that it can be said what is wrong with it. */
static bool read_number(struct slice at, struct reading *reading)
{
	bool is_negative = scan_char(&at, '-');

	if (!scan_number_of_any_locale(&at, reading) || !scan_end(&at))
		return false;
	if (is_negative)
		reading->value = -reading->value;
	return true;
}

/* "12.6", "< 59" */
static bool read_value(struct slice text, struct reading *value, enum bound *bound)
{
	struct slice at = text;

	*bound = BOUND_NONE;
	scan_blanks(&at);
	if (scan_char(&at, '<'))
		*bound = BOUND_BELOW;
	else if (scan_char(&at, '>'))
		*bound = BOUND_ABOVE;
	if (*bound == BOUND_NONE)
		return read_number(text, value);
	return scan_blanks(&at) && read_number(at, value);
}

/* NaN when it is not there. */
static bool read_optional(const struct state *state, enum sample_field field, double *number)
{
	struct slice text = field_of(state, field);
	struct reading reading = { NAN, NAN };

	if (!slice_is_empty(text) && !read_number(text, &reading))
		return false;
	*number = reading.value;
	return true;
}

/* Evidence in words; another's table may have a column of that name for yes and no. */
static const char *evidence_of(struct state *state, enum sample_field field)
{
	static const char *const none[] = { "0", "no", "No", "false", "False", "FALSE" };
	const char *text = text_of(state, field);

	for (size_t i = 0; text && i < sizeof none / sizeof *none; i++)
		if (strcmp(text, none[i]) == 0)
			return NULL;
	return text;
}

/* What the row says of its value, as our own tables have it; its bound may be said with the value, too. */
static void read_marks(struct state *state, struct sample *sample)
{
	enum bound bound = bound_signed(text_of(state, FIELD_BOUND));

	if (bound != BOUND_NONE)
		sample->bound = bound;
	sample->cached = evidence_of(state, FIELD_CACHED);
	sample->set_aside = evidence_of(state, FIELD_SET_ASIDE);
	sample->exceptional = evidence_of(state, FIELD_EXCEPTIONAL);
}

/* What is wrong with the row, or NULL. */
static const char *read_sample(struct state *state, const struct sink *sink, struct sample *sample)
{
	struct reading value;

	if (!read_value(field_of(state, FIELD_VALUE), &value, &sample->bound))
		return "the value is no number";
	if (!read_optional(state, FIELD_RUN, &sample->run) ||
		!read_optional(state, FIELD_PART, &sample->part) ||
		!read_optional(state, FIELD_TIME, &sample->time))
		return "run, part or time is no number";
	read_marks(state, sample);
	sample->system = text_of(state, FIELD_SYSTEM);
	sample->test = text_of(state, FIELD_TEST);
	sample->metric = state->columns[FIELD_METRIC]
				 ? text_of(state, FIELD_METRIC)
				 : sink_column(sink, sample_field_names[FIELD_VALUE]);
	sample->value = value.value;
	sample->resolution = value.resolution;
	sample->unit = text_of(state, FIELD_UNIT);
	sample->better = better_named(text_of(state, FIELD_BETTER));
	return sample->metric ? NULL : "a row without a metric";
}

static void row_line(struct state *state, const struct line *line, struct sink *sink)
{
	struct sample sample = { 0 };
	const char *wrong = NULL;

	if (line->cut || !csv_line_split(&state->fields, line->text, state->separator))
		wrong = "a quote is not closed, or stands where none may be";
	else if (state->fields.count != state->width)
		wrong = "a row with more or fewer fields than the heading";
	else
		wrong = read_sample(state, sink, &sample);
	if (wrong)
		bad_rows_add(&state->bad_rows, line, "csv", wrong, sink);
	else
		sink_give_sample(sink, &sample, NULL, line->number);
}

static bool csv_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;

	if (line->overwritten)
		return false;
	if (slice_is_empty(slice_trim(line->text)))
		state->separator = '\0';
	if (!state->separator)
		return !line->cut && heading_line(state, line->text, sink);
	row_line(state, line, sink);
	return true;
}

/* What line() is given as it stands there; not that before which something was put, or a document. */
static bool is_usual(struct slice line)
{
	struct slice text = slice_trim(line);

	return !slice_is_empty(text) && slice_length(line) <= LONGEST_USUAL &&
	       !memchr(">^[{", *text.start, 4) && !memchr(line.start, '\033', slice_length(line));
}

static void csv_block(void *memory, struct block *block, struct sink *sink)
{
	struct state *state = memory;
	struct block rest = *block;
	struct line line = { .cut = false };

	if (!state->separator)
		return;
	while (csv_next_line(&rest, &line.text) && is_usual(line.text)) {
		line.number = block->number;
		row_line(state, &line, sink);
		*block = rest;
	}
}

static void csv_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	bad_rows_end(&state->bad_rows, "csv", sink);
	for (size_t i = 0; i < SAMPLE_FIELD_COUNT; i++)
		text_release(&state->texts[i]);
	csv_fields_release(&state->fields);
}

const struct format csv_format = {
	.name = "csv",
	.summary = "a table with a sample in each row",
	.state_size = sizeof(struct state),
	.line = csv_line,
	.block = csv_block,
	.end = csv_end,
};
