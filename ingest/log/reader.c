/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader - a log's lines, each given to the format that knows it */
#include "ingest/log/reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/input.h"
#include "core/lines.h"
#include "core/memory.h"
#include "core/message.h"
#include "ingest/log/account.h"
#include "ingest/log/collector.h"
#include "ingest/log/document.h"
#include "ingest/log/prefix.h"
#include "ingest/log/tally.h"

enum {
	LINE_LIMIT = 1024 * 1024,
	COLOUR_LIMIT = 16, /* bytes of an escape sequence */
};

static void add_formats(struct recognisers *recognisers, const struct format *only)
{
	size_t count = 0;

	while (formats[count])
		count++;
	recognisers->items = memory_allocate(count, sizeof(struct recogniser));
	for (size_t i = 0; i < count; i++)
		if (only ? formats[i] == only : !formats[i]->on_request)
			recognisers->items[recognisers->count++] = (struct recogniser){
				.format = formats[i],
				.state = memory_allocate(1, formats[i]->state_size),
			};
}

static uint64_t bit(size_t index)
{
	return UINT64_C(1) << index;
}

static void recognisers_init(struct recognisers *recognisers, const struct format *only)
{
	const char *const *signs[SIGN_OWNERS];

	add_formats(recognisers, only);
	if (recognisers->count > SIGN_OWNERS)
		die("more than %d formats", SIGN_OWNERS);
	for (size_t i = 0; i < recognisers->count; i++) {
		const struct format *format = recognisers->items[i].format;

		signs[i] = format->signs;
		if (format->line && !format->signs)
			recognisers->awake_first |= bit(i);
	}
	signs_init(&recognisers->signs, signs, recognisers->count);
}

/* The first of a set of recognisers, which must not be empty. */
static size_t first_of(uint64_t set)
{
	return (size_t)__builtin_ctzll(set);
}

static void begin(struct recognisers *recognisers)
{
	recognisers->last = NULL;
	recognisers->awake = recognisers->awake_first;
}

static bool offer(const struct recogniser *recogniser, const struct line *line, struct sink *sink)
{
	collector_set_format(sink, recogniser->format);
	return recogniser->format->line && recogniser->format->line(recogniser->state, line, sink);
}

static bool offer_to_all(
	struct recognisers *recognisers, const struct line *line, struct sink *sink)
{
	struct recogniser *last = recognisers->last;

	if (last && offer(last, line, sink))
		return true;
	recognisers->awake |= signs_find(&recognisers->signs, line->text, recognisers->awake);
	for (uint64_t rest = recognisers->awake; rest; rest &= rest - 1) {
		struct recogniser *recogniser = &recognisers->items[first_of(rest)];

		if (recogniser == last || !offer(recogniser, line, sink))
			continue;
		/* The last format reads what any program may say: it never goes before a tool's own. */
		if (recogniser + 1 < recognisers->items + recognisers->count)
			recognisers->last = recogniser;
		return true;
	}
	return false;
}

/* Leaves all states as they were before the log. */
static void end(struct recognisers *recognisers, struct sink *sink)
{
	for (uint64_t rest = recognisers->awake; rest; rest &= rest - 1) {
		const struct recogniser *recogniser = &recognisers->items[first_of(rest)];

		collector_set_format(sink, recogniser->format);
		if (recogniser->format->end)
			recogniser->format->end(recogniser->state, sink);
		memset(recogniser->state, 0, recogniser->format->state_size);
	}
}

/* "\033[1;32m", as terminals take it to change the colour */
static bool scan_colour(struct slice *at)
{
	struct slice rest = *at;

	if (!scan_text(&rest, "\033["))
		return false;
	while (!slice_is_empty(rest) && strchr("0123456789;", *rest.start) && *rest.start)
		rest.start++;
	if (!scan_char(&rest, 'm') && !scan_char(&rest, 'K'))
		return false;
	*at = rest;
	return true;
}

/* The line without the colours it is wrapped in; those in its midst stay. */
static struct slice without_colours(struct slice text)
{
	struct slice last;

	if (!memchr(text.start, '\033', slice_length(text)))
		return text;
	while (scan_colour(&text))
		;
	for (last.start = last.end = text.end; last.start > text.start;) {
		struct slice at = { --last.start, text.end };

		if (scan_colour(&at) && slice_is_empty(at))
			last.end = text.end = last.start;
		else if (last.end - last.start >= COLOUR_LIMIT)
			break;
	}
	return text;
}

static void read_line(struct recognisers *recognisers, const struct line *line, struct sink *sink)
{
	tally_line(sink, line, offer_to_all(recognisers, line, sink));
}

/* Lets the format that took a line have the lines behind it, many at once. */
static void read_block(struct recognisers *recognisers, struct lines *lines, struct sink *sink)
{
	const struct recogniser *last = recognisers->last;
	struct block block;

	if (!last || !last->format->block || !lines_block(lines, &block))
		return;
	collector_set_format(sink, last->format);
	last->format->block(last->state, &block, sink);
	lines_skip(lines, &block);
	tally_taken(sink, block.number - 1);
}

static bool offer_document(
	struct recognisers *recognisers, const struct json *document, struct sink *sink)
{
	for (size_t i = 0; i < recognisers->count; i++) {
		const struct format *format = recognisers->items[i].format;

		if (!format->document)
			continue;
		recognisers->awake |= bit(i);
		collector_set_format(sink, format);
		if (format->document(recognisers->items[i].state, document, sink))
			return true;
	}
	return false;
}

/* The lines of what is no document, or of one that no format knows, are lines like any other. */
static void give_back(struct recognisers *recognisers, struct document *document, struct sink *sink)
{
	const char *at = NULL;
	struct line line;

	if (document->fault)
		sink_add_problem(
			sink, PROBLEM_UNREADABLE, document->fault_line, "%s", document->fault);
	while (document_next_line(document, &at, &line))
		read_line(recognisers, &line, sink);
	document_clear(document);
}

static void read_document(
	struct recognisers *recognisers, struct document *document, struct sink *sink)
{
	struct json *tree = document_parse(document);
	bool taken = tree && offer_document(recognisers, tree, sink);

	json_free(tree);
	if (taken)
		tally_taken(sink, document_last_line(document));
	else
		give_back(recognisers, document, sink);
}

/* A document's lines are many, and each is looked at by itself only where it must be. */
static enum document_state add_to_document(
	struct document *document, const struct line *line, struct lines *lines)
{
	enum document_state state = document_add(document, line);
	struct block block;

	if (state == DOCUMENT_OPEN && lines_block(lines, &block) &&
		slice_length(block.text) <= LINE_LIMIT) {
		state = document_add_block(document, &block);
		lines_skip(lines, &block);
	}
	return state;
}

static void reader_init(struct reader *reader)
{
	recognisers_init(&reader->recognisers, reader->only);
	lines_init(&reader->lines, NULL, LINE_LIMIT);
}

static void read_lines(
	struct reader *reader, struct input *input, struct sink *sink, struct text *out)
{
	struct document document = { .text = TEXT_INIT };
	struct recognisers *recognisers = &reader->recognisers;
	struct lines *lines = &reader->lines;
	struct line line;

	if (!recognisers->items)
		reader_init(reader);
	begin(recognisers);
	lines_restart(lines, input);
	while (lines_next(lines, &line)) {
		line.text = without_prefix(without_colours(line.text));
		switch (add_to_document(&document, &line, lines)) {
		case DOCUMENT_NONE:
			read_line(recognisers, &line, sink);
			read_block(recognisers, lines, sink);
			account_write_given(sink, out, reader);
			break;
		case DOCUMENT_OPEN:
			break;
		case DOCUMENT_WHOLE:
			read_document(recognisers, &document, sink);
			break;
		case DOCUMENT_LOST:
			give_back(recognisers, &document, sink);
			break;
		}
	}
	if (document.depth) {
		sink_add_problem(sink, PROBLEM_UNREADABLE, document.first_line,
			"a JSON document begins here and is not whole");
		give_back(recognisers, &document, sink);
	}
	end(recognisers, sink);
	if (input_error(input))
		sink_add_problem(sink, PROBLEM_UNREADABLE, lines->number, "%s", input_error(input));
	document_release(&document);
}

static struct sink *begin_log(struct reader *reader, const char *path, const struct labels *labels)
{
	reader->sink = collector_begin(reader->sink, path, labels, reader->experiment);
	return reader->sink;
}

static void end_log(struct reader *reader, struct text *out)
{
	account_check(reader->sink, reader->strict);
	account_write(reader->sink, out, reader);
	collector_end(reader->sink);
}

void reader_refuse(struct reader *reader, const char *path, const char *what,
	const struct labels *labels, struct text *out)
{
	struct sink *sink = begin_log(reader, path, labels);

	sink_add_problem(sink, PROBLEM_UNREADABLE, 1, "%s, and no file: it was not opened", what);
	end_log(reader, out);
}

void reader_read(
	struct reader *reader, const char *path, const struct labels *labels, struct text *out)
{
	struct sink *sink = begin_log(reader, path, labels);
	struct input *input = inputs_open(&reader->inputs, path);

	if (input) {
		read_lines(reader, input, sink, out);
		inputs_close(&reader->inputs, input);
	} else if (labels->told && errno == ENOENT) {
		collector_set_missing(sink);
	} else {
		sink_add_problem(sink, PROBLEM_UNREADABLE, 1, "%s", strerror(errno));
	}
	end_log(reader, out);
}

void reader_release(struct reader *reader)
{
	for (size_t i = 0; i < reader->recognisers.count; i++)
		free(reader->recognisers.items[i].state);
	free(reader->recognisers.items);
	signs_release(&reader->recognisers.signs);
	reader->recognisers = (struct recognisers){ 0 };
	lines_release(&reader->lines);
	inputs_release(&reader->inputs);
	collector_free(reader->sink);
	reader->sink = NULL;
}
