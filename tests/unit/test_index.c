/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_index - numbering the distinct keys of a stream */
#include <stdio.h>

#include "core/index.h"
#include "tests/unit/unit.h"

static void test_numbers_keys_as_they_first_come(void **state)
{
	struct index index = { 0 };

	(void)state;
	assert_int_equal(index_add(&index, slice_of("b")), 0);
	assert_int_equal(index_add(&index, slice_of("a")), 1);
	assert_int_equal(index_add(&index, slice_of("b")), 0);
	assert_int_equal(index_add(&index, slice_of("")), 2);
	assert_int_equal(index_add(&index, slice_of("a")), 1);
	assert_int_equal(index.count, 3);
	index_release(&index);
}

static void test_finds_only_what_was_added(void **state)
{
	struct index index = { 0 };
	size_t number = 99;

	(void)state;
	assert_false(index_find(&index, slice_of("a"), &number));
	index_add(&index, slice_of("a"));
	index_add(&index, slice_of("ab"));
	assert_true(index_find(&index, slice_of("ab"), &number));
	assert_int_equal(number, 1);
	assert_false(index_find(&index, slice_of("b"), &number));
	assert_false(index_find(&index, slice_of(""), &number));
	index_release(&index);
}

static void test_copies_keys_with_their_nuls(void **state)
{
	char bytes[] = "a\0b";
	struct index index = { 0 };
	size_t number;

	(void)state;
	index_add(&index, (struct slice){ bytes, bytes + 3 });
	index_add(&index, (struct slice){ bytes, bytes + 1 });
	bytes[2] = 'c';
	assert_false(index_find(&index, (struct slice){ bytes, bytes + 3 }, &number));
	bytes[2] = 'b';
	assert_true(index_find(&index, (struct slice){ bytes, bytes + 3 }, &number));
	assert_int_equal(number, 0);
	assert_string_equal(index.keys[1], "a");
	index_release(&index);
}

static void test_tells_very_many_keys_apart(void **state)
{
	enum { KEYS = 100000 };
	struct index index = { 0 };
	char key[16];

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < KEYS; i++) {
			snprintf(key, sizeof key, "%zu", i);
			if (index_add(&index, slice_of(key)) != i)
				fail_msg("%s has another number", key);
		}
	}
	assert_int_equal(index.count, KEYS);
	assert_string_equal(index.keys[4711], "4711");
	index_release(&index);
	assert_int_equal(index.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers_keys_as_they_first_come),
		cmocka_unit_test(test_finds_only_what_was_added),
		cmocka_unit_test(test_copies_keys_with_their_nuls),
		cmocka_unit_test(test_tells_very_many_keys_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
