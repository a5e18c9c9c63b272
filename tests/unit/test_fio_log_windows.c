/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_fio_log_windows - windows of a run's time, however long it is and wherever it begins */
#include "ingest/formats/fio_log/windows.h"
#include "tests/unit/unit.h"

enum { MOST_TIMES = 5000 };

/* What the windows must hold, from all times at once. */
static void check(const struct windows *windows, const int64_t *times, size_t count)
{
	size_t found = 0;

	for (size_t i = 0; i < WINDOWS_COUNT; i++) {
		int64_t start = windows_start(windows, i);
		struct window expected = { .line = SIZE_MAX };

		for (size_t j = 0; j < count; j++) {
			if (times[j] < start || times[j] >= start + windows->width)
				continue;
			expected.sum += (double)(j % 7);
			expected.weight++;
			expected.last = expected.weight == 1 || times[j] > expected.last
						? times[j]
						: expected.last;
			expected.line = j + 1 < expected.line ? j + 1 : expected.line;
		}
		assert_true(windows->items[i].weight == expected.weight);
		if (expected.weight == 0)
			continue;
		assert_true(windows->items[i].sum == expected.sum);
		assert_true(windows->items[i].last == expected.last);
		assert_true(windows->items[i].line == expected.line);
		found += (size_t)expected.weight;
	}
	assert_int_equal(found, count);
}

static void add_all(struct windows *windows, const int64_t *times, size_t count)
{
	windows_init(windows, times[0] < 0 ? times[0] : 0);
	for (size_t i = 0; i < count; i++)
		windows_add(windows, times[i], (double)(i % 7), 1, i + 1);
}

/* Runs of 10 s to 30 years: at least half of the windows are in use once they were widened. */
static void test_any_length_fits(void **state)
{
	static int64_t times[MOST_TIMES];

	(void)state;
	for (int64_t length = 5000; length < INT64_C(1000000000000); length *= 13) {
		struct windows windows;

		for (int64_t i = 0; i < MOST_TIMES; i++)
			times[i] = length * i / MOST_TIMES;
		add_all(&windows, times, MOST_TIMES);
		check(&windows, times, MOST_TIMES);
		assert_true(windows.width >= WINDOWS_FIRST_WIDTH);
		assert_true(windows.width == WINDOWS_FIRST_WIDTH ||
			    length / windows.width >= WINDOWS_COUNT / 2 - 1);
		assert_true(length <= windows.width * WINDOWS_COUNT);
		windows_release(&windows);
	}
}

/* In any order, and before the time that it began with. */
static void test_any_order_fits(void **state)
{
	static int64_t times[MOST_TIMES];
	uint64_t random = 4;

	(void)state;
	for (int shift = 20; shift < 60; shift += 5) {
		struct windows windows;
		size_t count = MOST_TIMES / 10;

		for (size_t i = 0; i < count; i++)
			times[i] = (int64_t)(random_bits(&random) >> shift) *
				   (random_below(&random, 2) ? 1 : -1) % INT64_C(100000000000000);
		add_all(&windows, times, count);
		check(&windows, times, count);
		windows_release(&windows);
	}
}

static void test_nothing_is_moved_without_need(void **state)
{
	struct windows windows;

	(void)state;
	windows_init(&windows, 1000);
	assert_int_equal(windows_find(&windows, 1000), 0);
	assert_int_equal(windows_find(&windows, 1009), 0);
	assert_int_equal(windows_find(&windows, 1010), 1);
	assert_int_equal(windows_find(&windows, 10999), WINDOWS_COUNT - 1);
	assert_int_equal(windows.width, WINDOWS_FIRST_WIDTH);
	assert_int_equal(windows_find(&windows, 11000), WINDOWS_COUNT / 2);
	assert_int_equal(windows.width, 2 * WINDOWS_FIRST_WIDTH);
	assert_int_equal(windows_find(&windows, 999), WINDOWS_COUNT / 2 - 1);
	assert_int_equal(windows.width, 4 * WINDOWS_FIRST_WIDTH);
	assert_int_equal(windows_start(&windows, WINDOWS_COUNT / 2), 1000);
	windows_release(&windows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_any_length_fits),
		cmocka_unit_test(test_any_order_fits),
		cmocka_unit_test(test_nothing_is_moved_without_need),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
