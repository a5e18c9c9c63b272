/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_column - lists of numbers in which a few stand for many */
#include "core/record/flat.h"
#include "stats/stream/column.h"
#include "tests/unit/unit.h"

/* With the NULs behind it that a record's line has. */
static bool reads(struct text *text, double *values, size_t count)
{
	size_t length = text->length;

	text_add_repeated(text, '\0', FLAT_PADDING);
	text->length = length;
	return column_read((struct slice){ text->data, text->data + length }, values, count);
}

static void test_equal_steps_are_written_once(void **state)
{
	static const struct {
		double values[8];
		size_t n;
		const char *written;
	} rows[] = {
		{ { 0 }, 0, "[]" },
		{ { 7 }, 1, "[7]" },
		{ { 1, 2, 3 }, 3, "[1,2,3]" },
		{ { 1, 2, 3, 4 }, 4, "[[1,1,4]]" },
		{ { 5, 5, 5, 5, 5, 9 }, 6, "[[5,0,5],9]" },
		{ { 9, 7, 5, 3, 1, 2, 4 }, 7, "[[9,-2,5],2,4]" },
		{ { 0.5, 0.5, 0.5, 0.5 }, 4, "[[0.5,0,4]]" },
		{ { 0.5, 1, 1.5, 2, 2.5 }, 5, "[0.5,1,1.5,2,2.5]" }, /* sums of such are rounded */
		{ { 1, NAN, NAN, NAN, NAN }, 5, "[1,null,null,null,null]" },
		{ { 0x1p53, 0x1p53 + 2, 0x1p53 + 4, 0x1p53 + 6 }, 4,
			"[9007199254740992,9007199254740994,9007199254740996,9007199254740998]" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text out = TEXT_INIT;

		column_write(&out, NULL, rows[i].values, rows[i].n);
		assert_text(out.data, rows[i].written, rows[i].written);
		text_release(&out);
	}
}

static void test_what_is_written_is_read(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (size_t round = 0; round < 200; round++) {
		double values[64];
		size_t n = random_below(&seed, COUNT(values) + 1);
		struct text out = TEXT_INIT;
		double read[COUNT(values) + 1];
		double value = 0;

		for (size_t i = 0; i < n; i++) {
			value = random_below(&seed, 4)   ? value + (double)(round % 3)
				: random_below(&seed, 4) ? (double)random_below(&seed, 10)
							 : 0.1 * (double)random_below(&seed, 99);
			values[i] = random_below(&seed, 20) ? value : NAN;
		}
		column_write(&out, NULL, values, n);
		assert_row(reads(&out, read, n), out.data);
		for (size_t i = 0; i < n; i++)
			assert_row(read[i] == values[i] || (isnan(read[i]) && isnan(values[i])),
				out.data);
		assert_row(!reads(&out, read, n + 1), out.data);
		assert_row(n == 0 || !reads(&out, read, n - 1), out.data);
		text_release(&out);
	}
}

static void test_what_is_no_list_of_numbers_is_refused(void **state)
{
	static const char *const lists[] = {
		"[]",
		"[\"1\"]",
		"[{}]",
		"[[]]",
		"[[1]]",
		"[[1,2]]",
		"[[1,2,0]]",
		"[[1,2,-1]]",
		"[[1,2,0.5]]",
		"[[1,2,2.5]]",
		"[[1,2,1e300]]",
		"[[1,\"2\",3]]",
		"[[1,null,3]]",
		"[[1,2,3,4]]",
		"[[[1,2,3],2,3]]",
		"[1e999,\"\\n\"]",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		struct text list = TEXT_INIT;
		double values[4];

		text_add(&list, lists[i]);
		for (size_t count = 0; count <= COUNT(values); count++)
			assert_row((count == 0 && i == 0) == reads(&list, values, count), lists[i]);
		text_release(&list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_equal_steps_are_written_once),
		cmocka_unit_test(test_what_is_written_is_read),
		cmocka_unit_test(test_what_is_no_list_of_numbers_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
