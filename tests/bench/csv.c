/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * csv - a table of samples, and two readers of its rows: libcsv, and ours on its lines
 *
 *	csv make ROWS >TABLE       system, test, run, metric, value, unit, better; always the same
 *	csv make-quoted ROWS >TABLE    the same with quotes around every text
 *	csv libcsv TABLE           number of rows and of fields, and the bytes of these
 *	csv ours TABLE             likewise
 *
 * Ours is what ingest has (ingest/log/csv_line): only its speed is measured here.
 */
#include <csv.h>
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/input.h"
#include "core/lines.h"
#include "ingest/log/csv_line.h"
#include "tests/random.h"

enum {
	BUFFER = 256 * 1024,
	LINE_LIMIT = 1024 * 1024,
};

struct counts {
	uint64_t rows;
	uint64_t fields;
	uint64_t bytes;
};

/* Repeats of three systems in turn. */
static void make(long rows, const char *quote)
{
	static const char *const systems[] = { "Kata", "Gvisor", "Docker" };
	uint64_t random = 1;

	puts("system,test,run,metric,value,unit,better");
	for (long i = 0; i < rows; i++)
		printf("%s%s%s,%sdd%s,%ld,%sthroughput%s,%.2f,%sMB/s%s,%shigher%s\n", quote,
			systems[i % 3], quote, quote, quote, 1 + i / 3, quote, quote,
			100 + 400 * random_share(&random), quote, quote, quote, quote);
}

static void count_field(void *field, size_t length, void *context)
{
	struct counts *counts = context;

	(void)field;
	counts->fields++;
	counts->bytes += length;
}

static void count_row(int terminator, void *context)
{
	struct counts *counts = context;

	(void)terminator;
	counts->rows++;
}

static struct counts read_by_libcsv(const char *path)
{
	static char buffer[BUFFER];
	struct counts counts = { 0 };
	struct csv_parser parser;
	int table = open(path, O_RDONLY);
	ssize_t count;

	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
	while ((count = read(table, buffer, sizeof buffer)) > 0)
		csv_parse(&parser, buffer, (size_t)count, count_field, count_row, &counts);
	csv_fini(&parser, count_field, count_row, &counts);
	csv_free(&parser);
	return counts;
}

static void count_line(struct counts *counts, struct csv_fields *fields, struct slice line)
{
	if (!csv_line_split(fields, line, ','))
		return;
	counts->rows += fields->count > 0;
	counts->fields += fields->count;
	for (size_t i = 0; i < fields->count; i++)
		counts->bytes += slice_length(fields->items[i]);
}

/* As the reader of logs has them: a line, and then the block behind it. */
static struct counts read_by_us(const char *path)
{
	struct counts counts = { 0 };
	struct csv_fields fields = { 0 };
	struct input *input = input_open(path);
	struct lines lines;
	struct line line;
	struct block block;
	struct slice row;

	lines_init(&lines, input, LINE_LIMIT);
	while (lines_next(&lines, &line)) {
		count_line(&counts, &fields, line.text);
		if (!lines_block(&lines, &block))
			continue;
		while (csv_next_line(&block, &row))
			count_line(&counts, &fields, row);
		lines_skip(&lines, &block);
	}
	lines_release(&lines);
	input_close(input);
	csv_fields_release(&fields);
	return counts;
}

static void print_counts(struct counts counts)
{
	printf("%llu %llu %llu\n", (unsigned long long)counts.rows,
		(unsigned long long)counts.fields, (unsigned long long)counts.bytes);
}

int main(int argc, char **argv)
{
	const char *what = argc == 3 ? argv[1] : "";

	if (strcmp(what, "make") == 0) {
		make(atol(argv[2]), "");
	} else if (strcmp(what, "make-quoted") == 0) {
		make(atol(argv[2]), "\"");
	} else if (strcmp(what, "libcsv") == 0) {
		print_counts(read_by_libcsv(argv[2]));
	} else if (strcmp(what, "ours") == 0) {
		print_counts(read_by_us(argv[2]));
	} else {
		fputs("usage: csv make ROWS | make-quoted ROWS | libcsv TABLE | ours TABLE\n",
			stderr);
		return 2;
	}
	return 0;
}
