/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_fio_log_row - rows of fio's logs: what is one, and the fast reader beside the slow one */
#include <stdlib.h>

#include "core/text.h"
#include "ingest/formats/fio_log/row.h"
#include "tests/unit/unit.h"

static const struct row {
	const char *line;
	struct fio_log_row row;
} rows[] = {
	{ "1, 25, 0", { .time = 1, .value = 25, .columns = 3 } },
	{ "1, 25, 2", { .time = 1, .value = 25, .direction = 2, .columns = 3 } },
	{ "1, 25, 1, 4096",
		{ .time = 1, .value = 25, .direction = 1, .size = 4096, .columns = 4 } },
	{ "1, 25, 0, 4096, 8192",
		{ .time = 1, .value = 25, .size = 4096, .fifth = 8192, .columns = 5 } },
	{ "1, 25, 0, 4096, 0x4003",
		{ .time = 1, .value = 25, .size = 4096, .columns = 5, .has_hexadecimal = true } },
	{ "1, 25, 0, 4096, 8192, 0x4003", { .time = 1,
						  .value = 25,
						  .size = 4096,
						  .fifth = 8192,
						  .columns = 6,
						  .has_hexadecimal = true } },
	{ "1, 25, 0, 4096, 18446744073709551615, 1",
		{ .time = 1, .value = 25, .size = 4096, .fifth = UINT64_MAX, .columns = 6 } },
	{ "99999999999999, 99999999999999, 0, 99999999999999, 0", { .time = 99999999999999,
									  .value = 99999999999999,
									  .size = 99999999999999,
									  .columns = 5 } },
	{ "1,25,0,4096", { .time = 1, .value = 25, .size = 4096, .columns = 4 } },
	{ " 1\t,  25 ,0 ,4096 ", { .time = 1, .value = 25, .size = 4096, .columns = 4 } },
	{ "0001, 025, 0, 4096", { .time = 1, .value = 25, .size = 4096, .columns = 4 } },
	{ "1000, 20, 50, 1, 0, 0", { .time = 1000,
					   .value = 20,
					   .maximum = 50,
					   .direction = 1,
					   .columns = 6,
					   .has_maximum = true } },
	{ "1000, 20, 0, 1, 4096, 0", /* no block has one byte */
		{ .time = 1000,
			.value = 20,
			.direction = 1,
			.size = 4096,
			.columns = 6,
			.has_maximum = true } },
};

static const char *const no_rows[] = { "", "1", "1, 2", "1, 2, 3", "1, 2, 3, 4", "1, 2, -1, 4",
	"-1, 2, 0, 4", "1, 2.5, 0, 4", "1, 2, 0, 4,", ", 1, 2, 0", "1,, 2, 0", "1, 2, 0, 4 5",
	"1, 2, 0, 0x", "1, 2, 0x0, 4", "0x1, 2, 0, 4", "1, 2, 0, 4, 0x4G", "1; 2; 0; 4",
	"100000000000000, 2, 0, 4", "1, 100000000000000, 0, 4", "1, 2, 0, 100000000000000",
	"1, 99999999999999999999, 0, 4", "1, 2, 0, 4, 5, 6, 7, 8, 9, 10", "1, 2, 0, 4 x", "a" };

static bool same_row(const struct fio_log_row *a, const struct fio_log_row *b)
{
	return a->time == b->time && a->value == b->value && a->direction == b->direction &&
	       a->size == b->size && a->fifth == b->fifth;
}

static void test_rows_of_every_layout(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct fio_log_row row;

		assert_row(fio_log_row_scan(slice_of(rows[i].line), &row), rows[i].line);
		assert_row(same_row(&row, &rows[i].row), rows[i].line);
		assert_row(row.columns == rows[i].row.columns, rows[i].line);
		assert_row(row.has_maximum == rows[i].row.has_maximum, rows[i].line);
		assert_row(row.maximum == rows[i].row.maximum, rows[i].line);
		assert_row(row.has_hexadecimal == rows[i].row.has_hexadecimal, rows[i].line);
	}
	for (size_t i = 0; i < COUNT(no_rows); i++) {
		struct fio_log_row row;

		assert_row(!fio_log_row_scan(slice_of(no_rows[i]), &row), no_rows[i]);
	}
}

/* Of many rows the same. */
static unsigned long long pick_number(uint64_t *random, size_t bits)
{
	return random_below(random, 4) ? 4096 : random_bits(random) >> (64 - bits);
}

/* A row as fio prints it, or nearly: many of them with a byte or two changed. */
static void add_line(struct text *out, uint64_t *random, unsigned columns)
{
	static const char bytes[] = "0123456789,  -x.\r\t";
	size_t start = out->length;

	text_add_format(out, "%llu, %llu, %zu", pick_number(random, 24),
		(unsigned long long)(random_bits(random) >> (16 + random_below(random, 47))),
		random_below(random, 3));
	for (unsigned i = 3; i < columns; i++)
		text_add_format(out, ", %llu", pick_number(random, 14));
	for (size_t i = random_below(random, 4); i > 1; i--)
		out->data[start + random_below(random, out->length - start)] =
			bytes[random_below(random, sizeof bytes - 1)];
	text_add(out, random_below(random, 8) ? "\n" : "\r\n");
}

static void add_lines(struct text *out, uint64_t *random, unsigned columns)
{
	for (size_t left = 1 + random_below(random, 4); left > 0; left--)
		add_line(out, random, columns);
	text_reserve(out, SAME_PADDING);
}

/* Whether a row that the fast reader took is what the slow one makes of its line. */
static bool is_read_slowly(const struct fio_log_row *fast, struct slice line)
{
	struct fio_log_row slow;

	while (line.end > line.start && strchr("\r\n", line.end[-1]))
		line.end--;
	return !memchr(line.start, '\n', slice_length(line)) && fio_log_row_scan(line, &slow) &&
	       slow.columns == fast->columns && (slow.has_maximum || same_row(fast, &slow));
}

/* What the fast reader takes the slow one must take as well, to the same end, whatever row was before. */
static void test_fast_reader_reads_as_the_slow_one(void **state)
{
	uint64_t random = 1;
	size_t taken = 0;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct fio_log_row row = { .columns = 4 + (unsigned)random_below(&random, 4) };
		struct text text = TEXT_INIT;
		struct slice rest;
		struct slice line;

		add_lines(&text, &random, row.columns);
		rest = line = text_slice(&text);
		while (!slice_is_empty(rest) && fio_log_row_next(&rest, &row)) {
			taken++;
			line.end = rest.start;
			assert_row(line.end[-1] == '\n' && is_read_slowly(&row, line), text.data);
			line.start = rest.start;
		}
		text_release(&text);
	}
	assert_true(taken > 15000 && taken < 40000);
}

static bool takes_whole(const char *line)
{
	struct fio_log_row row = { .columns = 5 };
	struct slice rest = slice_of(line);

	return fio_log_row_next(&rest, &row) && slice_is_empty(rest);
}

static void test_fast_reader_takes_what_fio_prints(void **state)
{
	static const char *const good[] = { "1, 25, 0, 4096, 0\n", "0, 0, 2, 0, 1\n",
		"99999999999999, 99999999999999, 1, 99999999999999, 99999999999999\r\n" };
	static const char *const bad[] = { "\n", "1, 25, 0, 4096\n", "1, 25, 0, 4096, 0, 0\n",
		"1,25,0,4096,0\n", "1, 25, 3, 4096, 0\n", "1, 25, 0, 4096, 0x4003\n",
		"1, 25, 0, 4096, 0 \n", "1, 100000000000000, 0, 4096, 0\n",
		"1, 25, 0, 4096, 0\r\r\n", "1, , 0, 4096, 0\n", "1, 25, 0, 4096, \n" };

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_row(takes_whole(good[i]), good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_row(!takes_whole(bad[i]), bad[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_of_every_layout),
		cmocka_unit_test(test_fast_reader_reads_as_the_slow_one),
		cmocka_unit_test(test_fast_reader_takes_what_fio_prints),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
