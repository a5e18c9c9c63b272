/* SPDX-License-Identifier: GPL-3.0-or-later */
/* free/table - the rows that free(1) prints at a time, and what they say */
#include "ingest/formats/free/table.h"

#include <math.h>

/* By position, in every row that has them. */
enum { TOTAL, USED, FREE };

static const struct column {
	const char *word;
	struct metric metric;
	enum free_layout layout; /* that the column speaks for */
} columns[] = {
	{ "total", { "total", "B", BETTER_NEITHER }, FREE_NO_CACHE },
	{ "used", { "used", "B", BETTER_LOWER }, FREE_NO_CACHE },
	{ "free", { "free", "B", BETTER_NEITHER }, FREE_NO_CACHE },
	{ "shared", { "shared", "B", BETTER_NEITHER }, FREE_NO_CACHE },
	{ "buffers", { "buffers", "B", BETTER_NEITHER }, FREE_NO_CACHE },
	{ "cached", { "cache", "B", BETTER_NEITHER }, FREE_BEFORE_3_3_10 },
	{ "cache", { "cache", "B", BETTER_NEITHER }, FREE_SINCE_3_3_10 },
	{ "buff/cache", { "cache", "B", BETTER_NEITHER }, FREE_SINCE_3_3_10 },
	{ "buffer/cache", { "cache", "B", BETTER_NEITHER }, FREE_SINCE_3_3_10 },
	{ "available", { "available", "B", BETTER_HIGHER }, FREE_NO_CACHE },
};

/*
 * Of the other rows, by position. More may be committed than the limit: the
 * third number of that row may be negative, so it is no metric.
 */
static const struct metric metrics[FREE_ROW_KINDS][4] = {
	[FREE_WITHOUT_CACHE] = {
		{ "used", "B", BETTER_LOWER },
		{ "free_with_cache", "B", BETTER_NEITHER },
	},
	[FREE_WITHOUT_BUFFERS] = {
		{ "used_without_buffers", "B", BETTER_LOWER },
		{ "free_with_buffers", "B", BETTER_NEITHER },
	},
	[FREE_LOW] = {
		{ "low.total", "B", BETTER_NEITHER },
		{ "low.used", "B", BETTER_LOWER },
		{ "low.free", "B", BETTER_NEITHER },
	},
	[FREE_HIGH] = {
		{ "high.total", "B", BETTER_NEITHER },
		{ "high.used", "B", BETTER_LOWER },
		{ "high.free", "B", BETTER_NEITHER },
	},
	[FREE_SWAP] = {
		{ "swap.total", "B", BETTER_NEITHER },
		{ "swap.used", "B", BETTER_LOWER },
		{ "swap.free", "B", BETTER_NEITHER },
	},
	[FREE_WITH_SWAP] = {
		{ "with_swap.total", "B", BETTER_NEITHER },
		{ "with_swap.used", "B", BETTER_LOWER },
		{ "with_swap.free", "B", BETTER_NEITHER },
	},
	[FREE_COMMIT] = {
		{ "commit.limit", "B", BETTER_NEITHER },
		{ "commit.used", "B", BETTER_LOWER },
	},
	[FREE_ONE_LINE] = {
		{ "swap.used", "B", BETTER_LOWER },
		{ "cache", "B", BETTER_NEITHER },
		{ "used", "B", BETTER_LOWER },
		{ "free", "B", BETTER_NEITHER },
	},
};

/* The same where free counts the cache as used. */
static const struct metric used_with_cache[FREE_ROW_KINDS] = {
	[FREE_MEMORY] = { "used_with_cache", "B", BETTER_LOWER },
	[FREE_WITH_SWAP] = { "with_swap.used_with_cache", "B", BETTER_LOWER },
};

static void add_column(struct free_header *header, struct slice word)
{
	const struct metric **metric = &header->metrics[header->count++];

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		if (!slice_equals(word, columns[i].word))
			continue;
		*metric = &columns[i].metric;
		if (columns[i].layout > header->layout)
			header->layout = columns[i].layout;
	}
}

bool free_header_read(struct free_header *header, struct slice text)
{
	struct free_header read = { .count = 0 };
	struct slice at = text;
	struct slice word;

	if (!scan_blanks(&at) || !scan_text(&at, "total") || !scan_blanks(&at) ||
		!scan_text(&at, "used") || !scan_blanks(&at) || !scan_text(&at, "free"))
		return false;
	while (scan_blanks(&text) && scan_word(&text, &word)) {
		if (read.count == FREE_ROW_LIMIT)
			return false;
		add_column(&read, word);
	}
	*header = read;
	return true;
}

static bool count_fits(const struct free_table *table, enum free_row_kind kind, size_t count)
{
	static const size_t counts[FREE_ROW_KINDS] = {
		[FREE_WITHOUT_CACHE] = 2,
		[FREE_WITHOUT_BUFFERS] = 2,
		[FREE_LOW] = 3,
		[FREE_HIGH] = 3,
		[FREE_SWAP] = 3,
		[FREE_WITH_SWAP] = 3,
		[FREE_COMMIT] = 3,
	};

	if (kind != FREE_MEMORY)
		return count == counts[kind];
	return table->header.count ? count == table->header.count : count >= 5 && count <= 7;
}

bool free_table_add(struct free_table *table, enum free_row_kind kind, const struct free_row *row)
{
	const struct free_row *memory = &table->rows[FREE_MEMORY];

	if (!count_fits(table, kind, row->count))
		return false;
	if (row->has_letter && memory->line && !memory->has_letter)
		return false;
	table->rows[kind] = *row;
	return true;
}

/* Of a table whose header was not pasted, or is in another language: by the number of columns. */
static struct free_header header_of(const struct free_table *table)
{
	static const char *const words[FREE_ROW_LIMIT] = {
		[5] = "total used free shared buffers",
		[6] = "total used free shared buff/cache available",
		[7] = "total used free shared buffers cache available",
	};
	struct free_header header = table->header;
	size_t count = table->rows[FREE_MEMORY].count;

	if (header.count)
		return header;
	if (count == 6 && table->rows[FREE_WITHOUT_CACHE].line)
		free_header_read(&header, slice_of("total used free shared buffers cached"));
	else if (words[count])
		free_header_read(&header, slice_of(words[count]));
	return header;
}

/* The first row, which tells of the memory. */
static const struct free_row *memory_row(const struct free_table *table)
{
	return &table->rows[table->rows[FREE_MEMORY].line ? FREE_MEMORY : FREE_ONE_LINE];
}

/* Bytes that a number stands for. With letters those without one are bytes. */
static double scale_of(const struct free_table *table, const struct free_header *header)
{
	bool is_toybox = header->layout == FREE_NO_CACHE && table->rows[FREE_WITHOUT_CACHE].line;

	if (memory_row(table)->has_letter)
		return 1;
	if (table->unit.factor > 0)
		return table->unit.factor;
	return is_toybox ? 1 : KIB;
}

static double total_of(const struct free_table *table)
{
	const struct reading *numbers = memory_row(table)->numbers;

	if (table->rows[FREE_MEMORY].line)
		return numbers[TOTAL].value;
	return numbers[1].value + numbers[2].value + numbers[3].value;
}

static bool are_multiples(const struct free_row *row, double factor)
{
	for (size_t i = 0; i < row->count; i++)
		if (fmod(row->numbers[i].value, factor) != 0)
			return false;
	return true;
}

/*
 * Memory comes in pages of at least 4 KiB: in KiB a total is a multiple of 4,
 * and only in bytes are all numbers multiples of 1024.
 */
static bool can_be_kib(const struct free_table *table)
{
	double total = total_of(table);

	return fmod(total, 4) == 0 && !(total >= GIB && are_multiples(memory_row(table), 1024));
}

/* Where the user does not say the unit, the size of the memory may tell that it is another. */
static bool unit_can_be(const struct free_table *table, double scale)
{
	const struct free_row *row = memory_row(table);
	double most = total_of(table) + row->numbers[TOTAL].resolution;

	if (row->has_letter || table->unit.is_certain)
		return true;
	if (most * scale < 64 * MIB)
		return false;
	return table->unit.factor > 0 || scale != KIB || can_be_kib(table);
}

static bool row_can_be(enum free_row_kind kind, const struct free_row *row)
{
	const struct reading *numbers = row->numbers;
	double most = numbers[TOTAL].value + numbers[TOTAL].resolution;

	switch (kind) {
	case FREE_MEMORY:
	case FREE_LOW:
	case FREE_HIGH:
	case FREE_SWAP:
	case FREE_WITH_SWAP:
		return numbers[USED].value <= most && numbers[FREE].value <= most;
	default:
		return true;
	}
}

/* NULL: the number is no metric. */
static const struct metric *metric_of(
	const struct free_header *header, enum free_row_kind kind, size_t column)
{
	if (column == USED && header->layout != FREE_SINCE_3_3_10 && used_with_cache[kind].name)
		return &used_with_cache[kind];
	if (kind == FREE_MEMORY)
		return header->metrics[column];
	if (kind == FREE_WITHOUT_CACHE && header->layout == FREE_NO_CACHE)
		kind = FREE_WITHOUT_BUFFERS;
	return metrics[kind][column].name ? &metrics[kind][column] : NULL;
}

static void report_row(const struct free_header *header, enum free_row_kind kind,
	const struct free_row *row, double scale, struct sink *sink)
{
	if (!row_can_be(kind, row)) {
		sink_add_problem(sink, PROBLEM_INVALID, row->line,
			"%.0f used or %.0f free of a total of %.0f cannot be",
			row->numbers[USED].value, row->numbers[FREE].value,
			row->numbers[TOTAL].value);
		return;
	}
	for (size_t i = 0; i < row->count; i++) {
		const struct metric *metric = metric_of(header, kind, i);

		if (metric)
			sink_add(sink, &(struct measurement){
					       .metric = metric,
					       .reading = reading_scaled(row->numbers[i], scale),
					       .line = row->line,
				       });
	}
}

void free_table_report(const struct free_table *table, struct sink *sink)
{
	struct free_header header = header_of(table);
	double scale = scale_of(table, &header);

	sink_begin_result(sink);
	if (!unit_can_be(table, scale)) {
		sink_add_problem(sink, PROBLEM_INVALID, memory_row(table)->line,
			"a total of %.12g KiB cannot be: say the unit with ingest -s unit=MiB, "
			"or what it is",
			total_of(table) * scale / KIB);
		return;
	}
	for (enum free_row_kind kind = 0; kind < FREE_ROW_KINDS; kind++)
		if (table->rows[kind].line)
			report_row(&header, kind, &table->rows[kind], scale, sink);
}
