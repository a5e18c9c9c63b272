/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_moderation - what a class says of its variances, against R, which limma agrees with */
#include "stats/methods/moderation.h"

#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

static void test_trigamma_is_inverted(void **state)
{
	struct tsv table;

	(void)state;
	tsv_read(&table, "tests/reference/trigamma-inverse.tsv");
	assert_int_equal(tsv_row_count(&table), 12);
	for (size_t row = 0; row < tsv_row_count(&table); row++)
		assert_close(trigamma_inverse(tsv_number(&table, row, "y")),
			tsv_number(&table, row, "x"), 1e-11, tsv_text(&table, row, "y"));
	assert_close(trigamma_inverse(acos(-1) * acos(-1) / 6), 1, 1e-14, "trigamma(1)");
	assert_close(trigamma_inverse(acos(-1) * acos(-1) / 2), 0.5, 1e-14, "trigamma(1/2)");
	assert_close(trigamma_inverse(1e-300), 1e300, 1e-14, "tiny");
	assert_close(trigamma_inverse(1e300), 1e-150, 1e-12, "huge");
	tsv_release(&table);
}

static struct level level(double spread, size_t n)
{
	return (struct level){
		.spread = spread,
		.n = n,
		.degrees_of_freedom = (double)n - 1,
	};
}

static void check_pool(const struct tsv *table, size_t row)
{
	const char *id = tsv_text(table, row, "id");
	struct numbers spreads = numbers_of(tsv_text(table, row, "spreads"));
	struct numbers runs = numbers_of(tsv_text(table, row, "n"));
	struct numbers expected = numbers_of(tsv_text(table, row, "moderated"));
	struct level *levels = calloc(spreads.count, sizeof *levels);
	double d0 = tsv_number(table, row, "d0");
	struct prior prior;

	for (size_t i = 0; i < spreads.count; i++)
		levels[i] = level(spreads.items[i], (size_t)runs.items[i]);
	prior = prior_of(levels, spreads.count);
	assert_int_equal(prior.series, spreads.count);
	assert_close(prior.variance, tsv_number(table, row, "s02"), 1e-10, id);
	assert_close(prior.degrees_of_freedom, fmin(d0, MODERATION_MOST_DF), 1e-10, id);
	for (size_t i = 0; i < spreads.count; i++) {
		struct level moderated = levels[i];

		if (!moderate(&moderated, &prior)) {
			assert_true(moderated.spread == levels[i].spread);
			continue;
		}
		assert_close(moderated.degrees_of_freedom,
			levels[i].degrees_of_freedom + prior.degrees_of_freedom, 1e-15, id);
		if (d0 < MODERATION_MOST_DF)
			assert_close(moderated.spread, expected.items[i], 1e-10, id);
	}
	free(levels);
	free(spreads.items);
	free(runs.items);
	free(expected.items);
}

static void test_priors_are_those_of_r(void **state)
{
	struct tsv table;

	(void)state;
	tsv_read(&table, "tests/reference/moderation.tsv");
	assert_int_equal(tsv_row_count(&table), 10);
	for (size_t row = 0; row < tsv_row_count(&table); row++)
		check_pool(&table, row);
	tsv_release(&table);
}

/* s^2 = 4 on 2 degrees of freedom and s0^2 = 9 worth 3 are (8 + 27) / 5 on 5. */
static void test_levels_are_drawn_to_their_class(void **state)
{
	const struct prior prior = { .degrees_of_freedom = 3, .variance = 9, .series = 20 };
	struct level quiet = level(2, 3);
	struct level noisy = level(3.7, 3);
	struct level two_runs = level(2, 2);
	struct level still = level(0, 4);

	(void)state;
	assert_true(moderate(&quiet, &prior));
	assert_close(quiet.spread, sqrt(7), 1e-15, "spread");
	assert_close(quiet.degrees_of_freedom, 5, 0, "degrees of freedom");
	assert_int_equal(quiet.n, 3);
	assert_false(moderate(&noisy, &prior)); /* 13.69 > 1.5 * 9 */
	assert_true(noisy.spread == 3.7 && noisy.degrees_of_freedom == 2);
	assert_false(moderate(&two_runs, &prior));
	assert_true(moderate(&still, &prior));
	assert_close(still.spread, sqrt(27.0 / 6), 1e-15, "no spread of its own");
}

/* The pooled variance must be between 3 and 9. */
static void test_only_a_family_like_its_class_suits(void **state)
{
	const struct prior prior = { .degrees_of_freedom = 3, .variance = 9, .series = 20 };
	struct level levels[] = { level(3, 3), level(3, 3), level(3, 3) };

	(void)state;
	assert_true(prior_suits(&prior, levels, 3));
	assert_false(prior_suits(&prior, levels, 2));
	levels[0].spread = 3.01;
	assert_false(prior_suits(&prior, levels, 3));
	levels[1].spread = levels[2].spread = 0.1; /* 9.0801 / 3 = 3.03 */
	assert_true(prior_suits(&prior, levels, 3));
	levels[0].spread = 2.9;
	assert_false(prior_suits(&prior, levels, 3));
	/* By degrees of freedom: (2 * 9 + 2 * 9 + 18 * .01) / 22 = 1.6; a run alone does not count. */
	levels[0] = levels[1] = level(3, 3);
	levels[2] = level(0.1, 19);
	assert_false(prior_suits(&prior, levels, 3));
	levels[2] = level(0, 1);
	assert_false(prior_suits(&prior, levels, 3));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_trigamma_is_inverted),
		cmocka_unit_test(test_priors_are_those_of_r),
		cmocka_unit_test(test_levels_are_drawn_to_their_class),
		cmocka_unit_test(test_only_a_family_like_its_class_suits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
