/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_column - lists of numbers in which a few stand for many */
#include "stats/stream/column.h"
#include "tests/unit/unit.h"

static struct slice slice_of_text(const struct text *text)
{
	return (struct slice){ text->data, text->data + text->length };
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
		struct json *list;
		struct column column;
		double value = 0;

		for (size_t i = 0; i < n; i++) {
			value = random_below(&seed, 4)   ? value + (double)(round % 3)
				: random_below(&seed, 4) ? (double)random_below(&seed, 10)
							 : 0.1 * (double)random_below(&seed, 99);
			values[i] = random_below(&seed, 20) ? value : NAN;
		}
		column_write(&out, NULL, values, n);
		list = json_parse(slice_of_text(&out), NULL);
		column = column_of(list);
		for (size_t i = 0; i < n; i++) {
			assert_false(column_is_over(&column));
			assert_row(column_next(&column, &value), out.data);
			assert_row(
				value == values[i] || (isnan(value) && isnan(values[i])), out.data);
		}
		assert_true(column_is_over(&column));
		assert_false(column_next(&column, &value));
		json_free(list);
		text_release(&out);
	}
}

static void test_what_is_no_number_ends_a_column(void **state)
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
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		struct json *list = json_parse(slice_of(lists[i]), NULL);
		struct column column = column_of(list);
		double value;

		assert_row(list, lists[i]);
		assert_row(!column_next(&column, &value), lists[i]);
		json_free(list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_equal_steps_are_written_once),
		cmocka_unit_test(test_what_is_written_is_read),
		cmocka_unit_test(test_what_is_no_number_ends_a_column),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
