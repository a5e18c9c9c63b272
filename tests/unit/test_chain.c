/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_chain - the names and signs of a chain, as rankings and people write it */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/chain.h"

static void names_and_signs(void **state)
{
	static const struct {
		const char *name;
		enum relation relation; /* RELATION_COUNT: the end */
	} expected[] = {
		{ "Docker", RELATION_UNDECIDED },
		{ "Kata", RELATION_GREATER },
		{ "Gvisor(host)", RELATION_LESS_OR_EQUAL },
		{ "runc 1.1", RELATION_EQUIVALENT },
		{ "Host", RELATION_COUNT },
	};
	struct slice rest = slice_of(" Docker ?=? Kata > Gvisor(host) ≤ runc 1.1 ~Host ");
	struct slice name;
	enum relation relation;

	(void)state;
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
		assert_true(chain_name(&rest, &name));
		assert_true(slice_equals(name, expected[i].name));
		if (expected[i].relation == RELATION_COUNT)
			break;
		assert_true(scan_relation(&rest, &relation));
		assert_int_equal(relation, expected[i].relation);
	}
	assert_true(slice_is_empty(rest));
	assert_false(chain_name(&rest, &name));
}

static void no_name_before_a_sign(void **state)
{
	struct slice rest = slice_of(" > Kata");
	struct slice name;

	(void)state;
	assert_false(chain_name(&rest, &name));
	rest = slice_of("");
	assert_false(chain_name(&rest, &name));
}

static void qualified_systems(void **state)
{
	(void)state;
	assert_true(slice_equals(chain_system(slice_of("Gvisor(host)")), "Gvisor"));
	assert_true(slice_equals(chain_system(slice_of("Gvisor (host)")), "Gvisor"));
	assert_true(slice_equals(chain_system(slice_of("Gvisor")), "Gvisor"));
	assert_true(slice_equals(chain_system(slice_of("(host)")), "(host)"));
	assert_true(slice_equals(chain_system(slice_of("a(b) c")), "a(b) c"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_signs),
		cmocka_unit_test(no_name_before_a_sign),
		cmocka_unit_test(qualified_systems),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
