/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_walk - names in the order people count in */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ingest/log/walk.h"
#include "tests/unit/unit.h"

static int sign(int number)
{
	return (number > 0) - (number < 0);
}

static void test_numbers_within_names_compare_as_numbers(void **state)
{
	/* In order. */
	static const char *const names[] = { "", "1.log", "2.log", "10.log", "10.log.gz", "10a",
		"11", "A", "a", "a0", "a00", "a1", "a1b", "a2", "a9b10", "a10b9", "a10b10",
		"a18446744073709551616", "a18446744073709551617", "a99999999999999999999999",
		"run1", "run02", "run3", "\xC3\xA4" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		for (size_t j = 0; j < COUNT(names); j++)
			assert_row(
				sign(walk_compare_names(names[i], names[j])) == (i > j) - (i < j),
				names[i]);
}

static void test_only_equal_names_are_equal(void **state)
{
	static const char *const same[] = { "", "0", "00", "a01b", "a1b", "1.log" };

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++)
		for (size_t j = 0; j < COUNT(same); j++)
			assert_row(
				(walk_compare_names(same[i], same[j]) == 0) == (i == j), same[i]);
}

static void test_leading_zeros_do_not_count_first(void **state)
{
	(void)state;
	assert_true(walk_compare_names("01", "2") < 0);
	assert_true(walk_compare_names("2", "010") < 0);
	assert_true(walk_compare_names("a01c", "a1d") < 0);
	assert_true(walk_compare_names("a1c", "a01d") < 0);
	assert_true(walk_compare_names("000", "1") < 0);
}

/* What qsort() asks of an order (C11 7.22.5): that it is one. */
static void test_it_is_an_order(void **state)
{
	enum { NAMES = 120 };
	char names[NAMES][6];
	uint64_t random = 6;

	(void)state;
	for (size_t i = 0; i < NAMES; i++) {
		size_t length = random_below(&random, 6);

		for (size_t j = 0; j < length; j++)
			names[i][j] = "001a-\xFF"[random_below(&random, 6)];
		names[i][length] = '\0';
	}
	for (size_t i = 0; i < NAMES; i++) {
		for (size_t j = 0; j < NAMES; j++) {
			int order = sign(walk_compare_names(names[i], names[j]));

			assert_row(
				order == -sign(walk_compare_names(names[j], names[i])), names[i]);
			assert_row((order == 0) == (strcmp(names[i], names[j]) == 0), names[i]);
			for (size_t k = 0; order < 0 && k < NAMES; k++)
				if (walk_compare_names(names[j], names[k]) < 0)
					assert_row(walk_compare_names(names[i], names[k]) < 0,
						names[i]);
		}
	}
}

enum { NAMES = 100, PATH_SIZE = 256 };

/* Every third of these names is a file. */
static void name_file(char path[PATH_SIZE], const char *folder, int i)
{
	static const char *const endings[] = { "json", "log", "log.gz", "txt" };

	snprintf(path, PATH_SIZE, "%s/%d.%s", folder, i / 4, endings[i % 4]);
}

static bool is_there(int i)
{
	return i % 3 == 0;
}

static void look_for_all(const struct walk_file *file, void *context)
{
	char path[PATH_SIZE];
	size_t *visited = context;

	++*visited;
	for (int i = 0; i < NAMES; i++) {
		name_file(path, "elsewhere", i);
		assert_row(walk_has_name(file->folder, path) == is_there(i), file->path);
		assert_row(walk_has_file(file->folder, path) == is_there(i), path);
	}
}

static void test_names_are_found_from_each_of_them(void **state)
{
	const char *temporary = getenv("TMPDIR");
	char folder[PATH_SIZE - 32];
	char path[PATH_SIZE];
	size_t visited = 0;

	(void)state;
	snprintf(folder, sizeof folder, "%s/benchpipe-unit-XXXXXX", temporary ? temporary : "/tmp");
	assert_non_null(mkdtemp(folder));
	for (int i = 0; i < NAMES; i += 3) {
		name_file(path, folder, i);
		close(open(path, O_WRONLY | O_CREAT | O_EXCL, 0666));
	}
	walk(folder, look_for_all, &visited);
	assert_int_equal(visited, (NAMES + 2) / 3);
	for (int i = 0; i < NAMES; i += 3) {
		name_file(path, folder, i);
		assert_int_equal(unlink(path), 0);
	}
	assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers_within_names_compare_as_numbers),
		cmocka_unit_test(test_only_equal_names_are_equal),
		cmocka_unit_test(test_leading_zeros_do_not_count_first),
		cmocka_unit_test(test_it_is_an_order),
		cmocka_unit_test(test_names_are_found_from_each_of_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
