/* SPDX-License-Identifier: GPL-3.0-or-later */
/* failures - the runs of a test that gave no number, and what they said */
#include "stats/repeats/failures.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"

static void make_key(struct text *key, const char *system, const char *test)
{
	text_add_format(key, "%s%s\n%s%s", system ? "=" : "", system ? system : "", test ? "=" : "",
		test ? test : "");
}

static struct failed_test *test_of(struct failures *failures, const struct problem *problem)
{
	struct text key = TEXT_INIT;
	size_t known = failures->index.count;
	size_t number;

	make_key(&key, problem->system, problem->test);
	number = index_add(&failures->index, text_slice(&key));
	text_release(&key);
	if (number == known) {
		failures->tests = memory_reserve_one(
			failures->tests, known, &failures->capacity, sizeof *failures->tests);
		failures->tests[number] = (struct failed_test){
			.system = memory_copy_string(problem->system),
			.test = memory_copy_string(problem->test),
		};
	}
	return &failures->tests[number];
}

void failures_add(struct failures *failures, const struct record *record)
{
	struct problem problem;
	struct failed_test *test;

	if (problem_read(&problem, record) || (!problem.system && !problem.test))
		return;
	test = test_of(failures, &problem);
	test->items = memory_reserve_one(
		test->items, test->count, &test->capacity, sizeof *test->items);
	test->items[test->count] = (struct failure){
		.run = problem.run,
		.order = test->count,
		.status = problem.status,
		.message = memory_copy_string(problem.message),
	};
	test->count++;
}

static int compare_failures(const void *a, const void *b)
{
	const struct failure *x = a;
	const struct failure *y = b;

	if (isnan(x->run) != isnan(y->run))
		return isnan(x->run) ? 1 : -1;
	if (x->run < y->run || x->run > y->run)
		return x->run < y->run ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static void settle_test(struct failed_test *test)
{
	size_t kept = 0;

	qsort(test->items, test->count, sizeof *test->items, compare_failures);
	for (size_t i = 0; i < test->count; i++) {
		if (kept && test->items[kept - 1].run == test->items[i].run)
			free(test->items[i].message);
		else
			test->items[kept++] = test->items[i];
	}
	test->count = kept;
}

void failures_settle(struct failures *failures)
{
	for (size_t i = 0; i < failures->index.count; i++)
		settle_test(&failures->tests[i]);
}

/* The first that is not of a lower run. */
const struct failure *failure_of_run(const struct failed_test *test, double run)
{
	size_t low = 0;
	size_t high = test->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		double at = test->items[middle].run;

		if (at < run || (isnan(run) && !isnan(at)))
			low = middle + 1;
		else
			high = middle;
	}
	if (low == test->count || !same_number(test->items[low].run, run))
		return NULL;
	return &test->items[low];
}

struct failed_test *failures_of(
	const struct failures *failures, const char *system, const char *test)
{
	struct text key = TEXT_INIT;
	size_t number;
	bool found;

	make_key(&key, system, test);
	found = index_find(&failures->index, text_slice(&key), &number);
	text_release(&key);
	return found ? &failures->tests[number] : NULL;
}

enum problem_status failed_test_status(const struct failed_test *test)
{
	size_t counts[PROBLEM_STATUS_COUNT] = { 0 };
	enum problem_status most = test->items[0].status;

	for (size_t i = 0; i < test->count; i++)
		counts[test->items[i].status]++;
	if (counts[PROBLEM_NOT_TRIED] < test->count)
		counts[PROBLEM_NOT_TRIED] = 0;
	for (int i = 0; i < PROBLEM_STATUS_COUNT; i++)
		if (counts[i] > counts[most])
			most = (enum problem_status)i;
	return most;
}

void failures_release(struct failures *failures)
{
	for (size_t i = 0; i < failures->index.count; i++) {
		struct failed_test *test = &failures->tests[i];

		for (size_t j = 0; j < test->count; j++)
			free(test->items[j].message);
		free(test->items);
		free(test->system);
		free(test->test);
	}
	free(failures->tests);
	index_release(&failures->index);
	*failures = (struct failures){ 0 };
}
