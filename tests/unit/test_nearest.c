/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_nearest - which of several names somebody may have meant */
#include "core/nearest.h"
#include "tests/unit/unit.h"

static const char *const names[] = { "title", "tests", "tables", "tau", "baseline",
	"write.throughput" };

/* Distances counted by hand. */
static void test_the_nearest_name_is_found(void **state)
{
	static const struct {
		const char *given;
		const char *best;
	} rows[] = {
		{ "tests", "tests" }, /* itself */
		{ "test", "tests" },  /* one left out, of four */
		{ "tets", "tests" },  /* one left out or two swapped */
		{ "TITLE", "title" }, /* case is no difference */
		{ "titel", "title" }, /* two swapped count once */
		{ "tabels", "tables" },
		{ "tua", "tau" },
		{ "base-line", "baseline" },
		{ "wriet.throughput", "write.throughput" },
		{ "xyz", NULL },
		{ "columns", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct nearest nearest = { .given = rows[i].given };

		for (size_t name = 0; name < COUNT(names); name++)
			nearest_try(&nearest, names[name]);
		assert_text(nearest.best, rows[i].best, rows[i].given);
	}
}

static void test_the_first_of_equals_stays(void **state)
{
	struct nearest nearest = { .given = "read" };
	struct text out = TEXT_INIT;

	(void)state;
	nearest_add_hint(&out, &nearest);
	assert_string_equal(out.data, "");
	nearest_try(&nearest, "bead");
	nearest_try(&nearest, "lead");
	nearest_add_hint(&out, &nearest);
	assert_string_equal(out.data, "; did you mean 'bead'?");
	text_release(&out);
}

/* Names are others' bytes: one that is too long is not looked at. */
static void test_long_names_are_near_to_nothing(void **state)
{
	char name[100000];
	struct nearest nearest = { .given = name };

	(void)state;
	memset(name, 'a', sizeof name);
	name[sizeof name - 1] = '\0';
	nearest_try(&nearest, name);
	nearest_try(&nearest, "a");
	assert_null(nearest.best);
	nearest.given = "aaaa";
	nearest_try(&nearest, name);
	assert_null(nearest.best);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_nearest_name_is_found),
		cmocka_unit_test(test_the_first_of_equals_stays),
		cmocka_unit_test(test_long_names_are_near_to_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
