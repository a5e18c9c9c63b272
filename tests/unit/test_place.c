/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_place - what lies beside a log, and what a folder is called */
#include <stdlib.h>

#include "ingest/log/place.h"
#include "tests/unit/unit.h"

static void test_a_log_has_its_companion_beside_it(void **state)
{
	static const struct {
		const char *path;
		const char *companion; /* NULL: none */
	} rows[] = {
		{ "results/Kata/dd/1.log", "results/Kata/dd/1.json" },
		{ "results/Kata/dd/1.log.gz", "results/Kata/dd/1.json" },
		{ "Kata/fio-read/1_clat.2.log", "Kata/fio-read/1.json" },
		{ "Kata/fio-read/1_bw.log.xz", "Kata/fio-read/1.json" },
		{ "one.log", "one.json" },
		{ "a.log/b.log", "a.log/b.json" },
		{ "a.log/b.txt", NULL },
		{ "-", NULL },
		{ "", NULL },
	};
	struct text companion = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_row(place_companion(rows[i].path, &companion) == !!rows[i].companion,
			rows[i].path);
		if (rows[i].companion)
			assert_string_equal(companion.data, rows[i].companion);
	}
	text_release(&companion);
}

static void test_a_folder_is_called_as_it_is_in_the_path(void **state)
{
	static const struct {
		const char *path;
		const char *name; /* NULL: none */
	} rows[] = {
		{ "results/Kata/environment.json", "Kata" },
		{ "Kata/environment.json", "Kata" },
		{ "/environment.json", "" },
		{ "environment.json", NULL },
	};
	struct place place = { .layout = "{run}.log" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *name = place_folder_name(&place, rows[i].path);

		if (rows[i].name)
			assert_string_equal(name, rows[i].name);
		else
			assert_null(name);
		free(name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_log_has_its_companion_beside_it),
		cmocka_unit_test(test_a_folder_is_called_as_it_is_in_the_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
