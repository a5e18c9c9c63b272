/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_warmup - leading values that are set aside, of many at once as of each by itself */
#include "stats/methods/warmup.h"

#include <stdlib.h>

#include "tests/unit/unit.h"

/* As it is defined: one after another, each against all behind it. */
static size_t count_one_by_one(const struct leading *leading, double effects[], size_t most)
{
	size_t count = 0;

	while (count < most && leading->n - count >= 3) {
		struct finding finding = find_leading(
			leading->values, leading->n, count, leading->resolution, leading->tau);

		if (!finding.found)
			break;
		effects[count++] = finding.effect;
	}
	return count;
}

/* A beginning that decays to a level, with noise, or values of any size. */
static void make_values(double *values, size_t n, size_t round, uint64_t *seed)
{
	for (size_t i = 0; i < n; i++) {
		double noise = (double)random_below(seed, 1000) / 1e5;
		double decay = exp(-(double)i / (double)(1 + round % 17));

		values[i] = 1e3 * (1 + noise + (round % 3 == 0 ? -0.9 : 5) * decay);
	}
}

static void test_many_are_found_as_one_by_one(void **state)
{
	double values[400], effects[400];
	uint64_t seed = 1;
	size_t found = 0;

	(void)state;
	for (size_t round = 0; round < 300; round++) {
		size_t n = 1 + random_below(&seed, COUNT(values));
		struct leading leading = { values, n, round % 4 ? NAN : 10, 0.05 };
		struct numbers at_once = { 0 };
		size_t count;

		make_values(values, n, round, &seed);
		count = count_one_by_one(&leading, effects, most_set_aside(n));
		find_set_aside(&leading, &at_once);
		assert_int_equal(at_once.count, count);
		for (size_t i = 0; i < count; i++)
			assert_close(at_once.items[i], effects[i], 1e-10, "effect");
		assert_int_equal(
			count_set_aside(values, n, leading.resolution, leading.tau), count);
		found += count;
		free(at_once.items);
	}
	assert_in_range(found, 1000, 30000);
}

static void test_none_is_found_where_a_value_has_no_logarithm(void **state)
{
	static const double values[] = { 9, 1, 1, 0, 1, 1, 1, 1, 1 };

	(void)state;
	assert_int_equal(count_set_aside(values, COUNT(values), NAN, 0.05), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_many_are_found_as_one_by_one),
		cmocka_unit_test(test_none_is_found_where_a_value_has_no_logarithm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
