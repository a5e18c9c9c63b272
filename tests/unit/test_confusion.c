/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_confusion - rates that differ as units do, and rates that just differ */
#include <math.h>
#include <stdint.h>

#include "stats/methods/confusion.h"
#include "tests/unit/unit.h"

enum { MOST = 5 };

struct row {
	const char *name;
	double ratios[MOST]; /* ends in 0 */
	enum confusion confusion;
	size_t agreeing;
};

static const struct row rows[] = {
	{ "nothing", { 0 }, CONFUSION_NONE, 0 },
	{ "one system", { 8 }, CONFUSION_NONE, 0 },
	{ "bits", { 8, 8 }, CONFUSION_BITS, 2 },
	{ "bits and binary megabytes", { 8 * 1.048576, 8.1 }, CONFUSION_BITS, 2 },
	{ "the range's ends, too far apart", { 7.4, 8.8 }, CONFUSION_NONE, 0 },
	{ "below the range", { 7.39, 7.39 }, CONFUSION_NONE, 0 },
	{ "above the range", { 8.81, 8.81 }, CONFUSION_NONE, 0 },
	{ "the other way round is the other pair's", { 1.0 / 8, 1.0 / 8 }, CONFUSION_NONE, 0 },
	{ "half", { 8, 8, 3, 11 }, CONFUSION_NONE, 0 },
	{ "more than half", { 8, 8, 8, 3, 11 }, CONFUSION_BITS, 3 },
	{ "thousand", { 1000, 1024 }, CONFUSION_THOUSAND, 2 },
	{ "a hundred", { 100, 100 }, CONFUSION_NONE, 0 },
	{ "mebi", { 1.048576, 1.0508, 1.0463 }, CONFUSION_BINARY, 3 },
	{ "gibi", { 1.073741824, 1.0737, 1.0738 }, CONFUSION_BINARY, 3 },
	{ "mebi on one, gibi on others", { 1.048576, 1.0737, 1.0738 }, CONFUSION_NONE, 0 },
	{ "mebi on two", { 1.048576, 1.048576 }, CONFUSION_NONE, 0 },
	{ "mebi but for one", { 1.0486, 1.0486, 1.0486, 1.06 }, CONFUSION_NONE, 0 },
	{ "equal", { 1, 1, 1 }, CONFUSION_NONE, 0 },
	/* curl over wget, from containers: Host, Docker, gVisor, gVisor with its own network. */
	{ "gVisor's wget is slow", { 2.62, 3.09, 11.3, 11.8 }, CONFUSION_NONE, 0 },
};

static void test_only_what_units_explain_is_suspected(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t k = 0;
		size_t agreeing;

		while (k < MOST && rows[i].ratios[k] > 0)
			k++;
		assert_row(find_confusion(rows[i].ratios, k, &agreeing) == rows[i].confusion,
			rows[i].name);
		if (rows[i].confusion != CONFUSION_NONE)
			assert_row(agreeing == rows[i].agreeing, rows[i].name);
	}
}

/* Numerical Recipes' quick generator: a fixed seed, the same everywhere. */
static double uniform(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 8) / 16777216.0;
}

/*
 * Two tools of which one is up to 30 times as fast, the ratio of each system
 * up to a third more or less: of 20,000 such sets few look like units.
 */
static void test_tools_that_just_differ_are_seldom_suspected(void **state)
{
	enum { SETS = 20000 };
	uint32_t seed = 1;

	(void)state;
	for (size_t k = 2; k <= MOST; k++) {
		size_t suspected = 0;

		for (size_t set = 0; set < SETS; set++) {
			double typical = exp(log(30) * uniform(&seed));
			double ratios[MOST];
			size_t agreeing;

			for (size_t i = 0; i < k; i++)
				ratios[i] = typical * exp(0.6 * (uniform(&seed) - 0.5));
			suspected += find_confusion(ratios, k, &agreeing) != CONFUSION_NONE;
		}
		print_message("k = %zu: %.4f\n", k, (double)suspected / SETS);
		assert_true((double)suspected < SETS * 0.02);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_units_explain_is_suspected),
		cmocka_unit_test(test_tools_that_just_differ_are_seldom_suspected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
