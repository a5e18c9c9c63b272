/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program/read - the records of the inputs, for the verbs that have any: what these need, others do not load */
#include <errno.h>
#include <math.h>
#include <string.h>

#include "core/lines.h"
#include "core/message.h"
#include "core/program.h"

/* A record's line may hold the values of very many runs. */
static const size_t record_limit = (size_t)1 << 30;

/* What was no record becomes one: a problem that says where and why. */
static void make_unreadable(struct record *record, const char *source, const char *why)
{
	struct text out = TEXT_INIT;
	const char *ignored;

	problem_write(&out, &(struct problem){
				    .run = NAN,
				    .part = NAN,
				    .status = PROBLEM_UNREADABLE,
				    .message = why,
				    .source = source,
			    });
	record_read(record, (struct slice){ out.data, out.data + out.length - 1 }, &ignored);
	warn("%s: %s", source, why);
	text_release(&out);
}

static void make_unreadable_line(
	struct record *record, const char *path, size_t line, const char *why)
{
	struct text source = TEXT_INIT;

	text_add_format(&source, "%s:%zu", path, line);
	make_unreadable(record, source.data, why);
	text_release(&source);
}

static void read_records(const char *path, struct input *input, struct record *record,
	void (*take)(struct record *record, void *context), void *context)
{
	struct lines lines;
	struct line line;
	size_t read = 0;
	size_t unread = 0;

	lines_init(&lines, input, record_limit);
	while (lines_next(&lines, &line)) {
		struct slice text = slice_trim(line.text);
		const char *why = "not a record: a line of over 1 GiB";

		if (slice_is_empty(text))
			continue;
		if (line.cut || !record_read(record, text, &why)) {
			make_unreadable_line(record, path, line.number, why);
			unread++;
		} else {
			read++;
		}
		take(record, context);
	}
	if (unread && !read)
		note("%s: no line is a record; of logs, ingest makes records", path);
	if (input_error(input)) {
		make_unreadable_line(record, path, lines.number, input_error(input));
		take(record, context);
	}
	lines_release(&lines);
}

void program_read_records(
	char **paths, void (*take)(struct record *record, void *context), void *context)
{
	static char *standard_input[] = { "-", NULL };
	struct record record = { 0 };

	for (char **path = *paths ? paths : standard_input; *path; path++) {
		struct input *input = input_open(*path);

		if (input) {
			read_records(*path, input, &record, take, context);
			input_close(input);
		} else {
			make_unreadable(&record, *path, strerror(errno));
			take(&record, context);
		}
	}
	record_release(&record);
}

void program_refuse_partial(const struct record *record)
{
	if (record->kind == RECORD_PARTIAL)
		die("a partial: it is for merge");
}
