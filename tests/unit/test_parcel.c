/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_parcel - tasks come out of a parcel as they went in */
#include <math.h>

#include "ingest/log/parcel.h"
#include "tests/unit/unit.h"

static void assert_same(const char *a, const char *b)
{
	if (a && b)
		assert_string_equal(a, b);
	else
		assert_ptr_equal(a, b);
}

static void test_tasks_come_out_as_they_went_in(void **state)
{
	static const struct task tasks[] = {
		{ TASK_LOG, "a/b/1.log", "a/b/1.json", "a", "b", 1, NULL },
		{ TASK_LOG, "one.log", NULL, NULL, NULL, NAN, NULL },
		{ TASK_FACTS, "a/environment.json", NULL, "", NULL, NAN, NULL },
		{ TASK_LOG, "", NULL, NULL, "test\n\xFF", 1e300, NULL },
	};
	struct text parcel = TEXT_INIT;
	struct slice rest;
	struct task task;

	(void)state;
	for (size_t i = 0; i < COUNT(tasks); i++)
		parcel_add(&parcel, &tasks[i]);
	rest = text_slice(&parcel);
	for (size_t i = 0; i < COUNT(tasks); i++) {
		assert_true(parcel_take(&rest, &task));
		assert_int_equal(task.kind, tasks[i].kind);
		assert_same(task.path, tasks[i].path);
		assert_same(task.companion, tasks[i].companion);
		assert_same(task.system, tasks[i].system);
		assert_same(task.test, tasks[i].test);
		assert_true(task.run == tasks[i].run || (isnan(task.run) && isnan(tasks[i].run)));
	}
	assert_false(parcel_take(&rest, &task));
	text_release(&parcel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tasks_come_out_as_they_went_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
