/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tsv - the tables of tests/reference: tab-separated, one header line
 */
#ifndef TESTS_UNIT_TSV_H
#define TESTS_UNIT_TSV_H

#include <stdio.h>
#include <stdlib.h>

#include "core/input.h"
#include "core/record.h"
#include "core/text.h"
#include "tests/unit/unit.h"

struct tsv {
	struct text bytes;
	struct strings heads;
	struct strings cells; /* row by row */
};

/* The whole of a file, which must be there. */
static inline void read_whole(struct text *bytes, const char *path)
{
	struct input *input = input_open(path);
	char chunk[4096];
	size_t count;

	if (!input)
		fail_msg("%s: cannot be opened", path);
	while ((count = input_read(input, chunk, sizeof chunk)))
		text_add_bytes(bytes, chunk, count);
	assert_null(input_error(input));
	input_close(input);
}

static inline void tsv_read(struct tsv *tsv, const char *path)
{
	char *rest;
	bool is_head = true;

	*tsv = (struct tsv){ .bytes = TEXT_INIT };
	read_whole(&tsv->bytes, path);
	rest = tsv->bytes.data;
	for (char *line = strsep(&rest, "\n"); line && *line; line = strsep(&rest, "\n")) {
		for (char *cell = strsep(&line, "\t"); cell; cell = strsep(&line, "\t"))
			strings_add(is_head ? &tsv->heads : &tsv->cells, cell);
		is_head = false;
	}
	assert_true(tsv->heads.count > 0);
	assert_int_equal(tsv->cells.count % tsv->heads.count, 0);
}

static inline size_t tsv_row_count(const struct tsv *tsv)
{
	return tsv->cells.count / tsv->heads.count;
}

static inline const char *tsv_text(const struct tsv *tsv, size_t row, const char *head)
{
	for (size_t i = 0; i < tsv->heads.count; i++)
		if (strcmp(tsv->heads.items[i], head) == 0)
			return tsv->cells.items[row * tsv->heads.count + i];
	fail_msg("no column %s", head);
	return NULL;
}

/* NaN for "NA". */
static inline double tsv_number(const struct tsv *tsv, size_t row, const char *head)
{
	const char *text = tsv_text(tsv, row, head);
	char *end;
	double number = strtod(text, &end);

	return end == text ? NAN : number;
}

/* Whether the cell of that column is the same in a row of each of two tables. */
static inline bool tsv_same(
	const struct tsv *a, size_t row_a, const struct tsv *b, size_t row_b, const char *head)
{
	return strcmp(tsv_text(a, row_a, head), tsv_text(b, row_b, head)) == 0;
}

static inline void tsv_release(struct tsv *tsv)
{
	text_release(&tsv->bytes);
	free(tsv->heads.items);
	free(tsv->cells.items);
}

/* Numbers that stand a line each, or with commas between them. */
static inline struct numbers numbers_of(const char *text)
{
	struct numbers numbers = { 0 };
	char *end;

	for (;;) {
		double number = strtod(text, &end);

		if (end == text)
			return numbers;
		numbers_add(&numbers, number);
		text = end + strspn(end, ",\r\n");
	}
}

#endif
