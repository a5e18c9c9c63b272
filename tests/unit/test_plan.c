/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_plan - every cell as often as it must, in an order that the seed decides */
#include "run/plan/plan.h"
#include "run/plan/shuffle.h"
#include <stdlib.h>

#include "tests/unit/unit.h"

static const char *place_of(const struct step *step)
{
	static char place[128];

	snprintf(place, sizeof place, "%s/%s/%zu", step->system->name, step->test->name, step->run);
	return place;
}

/* How often a step is in the plan. */
static size_t count_of(const struct plan *plan, const char *place)
{
	size_t count = 0;

	for (size_t i = 0; i < plan->count; i++)
		count += strcmp(place_of(&plan->steps[i]), place) == 0;
	return count;
}

static void test_the_built_in_experiment_is_whole(void **state)
{
	struct experiment experiment;
	struct plan plan;

	(void)state;
	experiment_read(&experiment, NULL);
	plan_make(&plan, &experiment, &(struct plan_choice){ .runs = 3, .seed = 1 });
	/* 15 tests on 5 systems, but that Host needs no storage. */
	assert_int_equal(plan.count, 3 * (15 * 5 - 1));
	for (size_t s = 0; s < experiment.system_count; s++) {
		for (size_t t = 0; t < experiment.test_count; t++) {
			char place[128];

			snprintf(place, sizeof place, "%s/%s/3", experiment.systems[s].name,
				experiment.tests[t].name);
			assert_row(count_of(&plan, place) == (strcmp(place, "Host/storage/3") != 0),
				place);
		}
	}
	plan_release(&plan);
	experiment_release(&experiment);
}

static void test_a_test_has_runs_of_its_own(void **state)
{
	struct experiment experiment;
	struct plan plan;

	(void)state;
	experiment_read(&experiment, NULL);
	plan_make(&plan, &experiment, &(struct plan_choice){ .seed = 1 });
	assert_int_equal(plan.count, 5 * 14 * 5 + 1 * 4); /* storage: one run says all */
	plan_release(&plan);
	experiment_release(&experiment);
}

static void test_a_round_meets_every_system(void **state)
{
	struct experiment experiment;
	struct plan plan;

	(void)state;
	experiment_read(&experiment, NULL);
	plan_make(&plan, &experiment, &(struct plan_choice){ .runs = 2, .seed = 7 });
	for (size_t i = 1; i < plan.count; i++) {
		const struct step *before = &plan.steps[i - 1];
		const struct step *step = &plan.steps[i];

		assert_row(step->run >= before->run, place_of(step));
		assert_row(step->run > before->run || step->test >= before->test, place_of(step));
	}
	plan_release(&plan);
	experiment_release(&experiment);
}

static void test_blocked_is_one_system_after_the_other(void **state)
{
	struct plan_choice choice = { .runs = 2, .blocked = true, .warm_up = true };
	struct experiment experiment;
	struct plan plan;

	(void)state;
	experiment_read(&experiment, NULL);
	strings_add(&choice.tests, "memory");
	strings_add(&choice.systems, "runc"); /* an alias */
	strings_add(&choice.systems, "Kata");
	plan_make(&plan, &experiment, &choice);
	assert_int_equal(plan.count, 6);
	assert_string_equal(place_of(&plan.steps[0]), "Kata/memory/0");
	assert_string_equal(place_of(&plan.steps[2]), "Kata/memory/2");
	assert_string_equal(place_of(&plan.steps[3]), "Docker/memory/0");
	plan_release(&plan);
	free(choice.tests.items);
	free(choice.systems.items);
	experiment_release(&experiment);
}

static void test_the_seed_decides(void **state)
{
	struct experiment experiment;
	struct plan plans[3];
	bool differ = false;

	(void)state;
	experiment_read(&experiment, NULL);
	for (size_t i = 0; i < 3; i++)
		plan_make(&plans[i], &experiment, &(struct plan_choice){ .seed = i == 2 ? 2 : 1 });
	for (size_t i = 0; i < plans[0].count; i++) {
		assert_ptr_equal(plans[0].steps[i].system, plans[1].steps[i].system);
		differ |= plans[0].steps[i].system != plans[2].steps[i].system;
	}
	assert_true(differ);
	for (size_t i = 0; i < 3; i++)
		plan_release(&plans[i]);
	experiment_release(&experiment);
}

/* Of 3! orders each comes a sixth of the time: chi-square with 5 degrees of freedom, p = .001. */
static void test_no_order_is_favoured(void **state)
{
	enum { DRAWS = 60000, EXPECTED = DRAWS / 6 };
	size_t counts[27] = { 0 };
	double chi_square = 0;

	(void)state;
	for (size_t i = 0; i < DRAWS; i++) {
		size_t order[3];

		shuffle(order, 3, shuffle_seed(1, i, 2));
		counts[9 * order[0] + 3 * order[1] + order[2]]++;
	}
	for (size_t i = 0; i < COUNT(counts); i++) {
		double difference = (double)counts[i] - EXPECTED;

		if (counts[i])
			chi_square += difference * difference / EXPECTED;
	}
	assert_true(counts[0 * 9 + 1 * 3 + 2] && counts[2 * 9 + 1 * 3 + 0]);
	assert_true(chi_square < 20.515);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_built_in_experiment_is_whole),
		cmocka_unit_test(test_a_test_has_runs_of_its_own),
		cmocka_unit_test(test_a_round_meets_every_system),
		cmocka_unit_test(test_blocked_is_one_system_after_the_other),
		cmocka_unit_test(test_the_seed_decides),
		cmocka_unit_test(test_no_order_is_favoured),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
