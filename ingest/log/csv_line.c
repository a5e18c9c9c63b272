/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_line - the fields of a line of CSV (RFC 4180) */
#include "ingest/log/csv_line.h"

#include <csv.h>
#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum { WORD = sizeof(uint64_t) };

static const uint64_t every_byte = UINT64_C(0x0101010101010101);
static const uint64_t low_bits = UINT64_C(0x7F7F7F7F7F7F7F7F);

static inline void add_field(struct csv_fields *fields, const char *start, const char *end)
{
	if (fields->count == fields->capacity)
		fields->items = memory_reserve_one(
			fields->items, fields->count, &fields->capacity, sizeof *fields->items);
	fields->items[fields->count++] = (struct slice){ start, end };
}

static void take_field(void *bytes, size_t length, void *context)
{
	struct csv_fields *fields = context;
	char *copy = fields->unquoted + fields->unquoted_size;

	memcpy(copy, bytes, length);
	fields->unquoted_size += length;
	add_field(fields, copy, copy + length);
}

/* libcsv wants to be told where a row ends to know. */
static void end_of_row(int terminator, void *context)
{
	(void)terminator;
	(void)context;
}

/* All fields of a line together are no longer than the line. */
static void reserve_unquoted(struct csv_fields *fields, size_t length)
{
	fields->unquoted_size = 0;
	if (length + 1 <= fields->unquoted_capacity)
		return;
	fields->unquoted_capacity = length + 1;
	fields->unquoted = memory_resize(fields->unquoted, fields->unquoted_capacity, 1);
}

bool csv_line_split_slowly(struct csv_fields *fields, struct slice line, char separator)
{
	struct csv_parser parser;
	size_t length = slice_length(line);
	bool whole;

	fields->count = 0;
	reserve_unquoted(fields, length);
	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&parser, (unsigned char)separator);
	whole = csv_parse(&parser, line.start, length, take_field, end_of_row, fields) == length &&
		csv_fini(&parser, take_field, end_of_row, fields) == 0;
	csv_free(&parser);
	return whole;
}

static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline void add_trimmed(struct csv_fields *fields, const char *start, const char *end)
{
	while (start < end && is_blank(*start))
		start++;
	while (start < end && is_blank(end[-1]))
		end--;
	add_field(fields, start, end);
}

/* Eight bytes, the first the lowest. */
static inline uint64_t load_word(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, WORD);
	return le64toh(word);
}

/* The highest bit of each byte that equals that of the pattern (Warren, Hacker's Delight, 6-1). */
static inline uint64_t find_equal(uint64_t word, uint64_t pattern)
{
	uint64_t difference = word ^ pattern;

	return ~(((difference & low_bits) + low_bits) | difference | low_bits);
}

/* Adds the fields that end in a word that begins at; start is that of the next field. */
static inline const char *end_fields(
	struct csv_fields *fields, const char *start, const char *at, uint64_t separators)
{
	for (; separators; separators &= separators - 1) {
		const char *end = at + __builtin_ctzll(separators) / 8;

		add_trimmed(fields, start, end);
		start = end + 1;
	}
	return start;
}

/* Eight bytes at a time; the last eight overlap those before them, which then do not count. */
static const char *split_words(struct csv_fields *fields, struct slice line, uint64_t pattern)
{
	const char *start = line.start;
	const char *at = line.start;

	for (; line.end - at >= WORD; at += WORD)
		start = end_fields(fields, start, at, find_equal(load_word(at), pattern));
	if (at < line.end) {
		const char *last = line.end - WORD;
		uint64_t seen = ~UINT64_C(0) << 8 * (at - last);

		start = end_fields(
			fields, start, last, find_equal(load_word(last), pattern) & seen);
	}
	return start;
}

static const char *split_bytes(struct csv_fields *fields, struct slice line, char separator)
{
	const char *start = line.start;

	for (const char *at = line.start; at < line.end; at++) {
		if (*at != separator)
			continue;
		add_trimmed(fields, start, at);
		start = at + 1;
	}
	return start;
}

static void split_unquoted(struct csv_fields *fields, struct slice line, char separator)
{
	const char *last = slice_length(line) < WORD
				   ? split_bytes(fields, line, separator)
				   : split_words(
					     fields, line, (unsigned char)separator * every_byte);

	add_trimmed(fields, last, line.end);
}

/*
 * The next field of a row that has quotes; at moves to its separator, or the end.
 * False for what is left to libcsv.
 */
static inline bool next_field(
	struct csv_fields *fields, const char **at, const char *end, char separator)
{
	const char *start = *at;
	const char *close;

	while (start < end && is_blank(*start) && *start != separator)
		start++;
	if (start < end && *start == '"') {
		start++;
		close = memchr(start, '"', (size_t)(end - start));
		if (!close)
			return false;
		add_field(fields, start, close);
		for (*at = close + 1; *at < end && is_blank(**at) && **at != separator; ++*at)
			;
		return *at == end || **at == separator;
	}
	close = memchr(start, separator, (size_t)(end - start));
	*at = close ? close : end;
	if (memchr(start, '"', (size_t)(*at - start)))
		return false;
	add_trimmed(fields, start, *at);
	return true;
}

static bool split_quoted(struct csv_fields *fields, struct slice line, char separator)
{
	const char *at = line.start;

	while (next_field(fields, &at, line.end, separator)) {
		if (at == line.end)
			return true;
		at++;
	}
	return false;
}

static bool is_blank_line(struct slice line, char separator)
{
	while (line.start < line.end && is_blank(*line.start) && *line.start != separator)
		line.start++;
	return slice_is_empty(line);
}

bool csv_line_split(struct csv_fields *fields, struct slice line, char separator)
{
	fields->count = 0;
	if (is_blank_line(line, separator))
		return true;
	if (!memchr(line.start, '"', slice_length(line))) {
		split_unquoted(fields, line, separator);
		return true;
	}
	return split_quoted(fields, line, separator) ||
	       csv_line_split_slowly(fields, line, separator);
}

bool csv_next_line(struct block *block, struct slice *line)
{
	const char *start = block->text.start;
	const char *newline;

	if (slice_is_empty(block->text))
		return false;
	newline = memchr(start, '\n', slice_length(block->text));
	*line = (struct slice){ start, newline - (newline > start && newline[-1] == '\r') };
	if (memchr(start, '\r', slice_length(*line)))
		return false;
	block->text.start = newline + 1;
	block->number++;
	return true;
}

void csv_fields_release(struct csv_fields *fields)
{
	free(fields->items);
	free(fields->unquoted);
	*fields = (struct csv_fields){ 0 };
}
