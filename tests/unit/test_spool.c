/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Samples on their way to the workbook, and where they will stand. */
#include "render/workbook/spool.h"
#include "tests/unit/unit.h"

static void test_rows_come_back(void **state)
{
	static const struct spooled rows[] = {
		{ .system = "Host",
			.test = "dd",
			.metric = "throughput",
			.unit = "B/s",
			.use = "used",
			.source = "1.log:3",
			.part = 1,
			.order = 2,
			.run = NAN,
			.time = NAN,
			.value = 0.1 },
		{ .system = NULL,
			.test = "",
			.remark = "cached: \xFF",
			.part = NAN,
			.order = NAN,
			.run = 3,
			.time = 0.5,
			.value = -1e300 },
		{ .part = NAN, .order = NAN, .run = NAN, .time = NAN, .value = 5e-324 },
	};
	struct spool spool;
	struct spooled row;

	(void)state;
	spool_begin(&spool, 1000);
	for (size_t i = 0; i < COUNT(rows); i++)
		spool_add(&spool, &rows[i]);
	for (int again = 0; again < 2; again++) {
		spool_rewind(&spool);
		for (size_t i = 0; i < COUNT(rows); i++) {
			assert_true(spool_next(&spool, &row));
			assert_true(row.value == rows[i].value);
			assert_true(
				row.run == rows[i].run || (isnan(row.run) && isnan(rows[i].run)));
			assert_true(row.part == rows[i].part ||
				    (isnan(row.part) && isnan(rows[i].part)));
			assert_true(!row.system == !rows[i].system);
			if (rows[i].system)
				assert_string_equal(row.system, rows[i].system);
			if (rows[i].test)
				assert_string_equal(row.test, rows[i].test);
			if (rows[i].remark)
				assert_string_equal(row.remark, rows[i].remark);
			assert_true(!row.source == !rows[i].source);
		}
		assert_false(spool_next(&spool, &row));
	}
	assert_true(spool.columns.part && spool.columns.order && spool.columns.run &&
		    spool.columns.time && spool.columns.use && spool.columns.remark);
	spool_release(&spool);
}

static void test_rows_are_spread_over_sheets(void **state)
{
	static const struct {
		size_t index;
		struct spool_place place;
	} rows[] = {
		{ 0, { 0, 0 } },
		{ 6, { 0, 6 } },
		{ 7, { 1, 0 } },
		{ 13, { 1, 6 } },
		{ 14, { 2, 0 } },
		{ 15, { 2, 1 } },
	};
	struct spool spool;

	(void)state;
	spool_begin(&spool, 7);
	for (int i = 0; i < 16; i++)
		spool_add(&spool,
			&(struct spooled){
				.part = NAN, .order = NAN, .run = NAN, .time = NAN, .value = i });
	assert_int_equal(spool.sheet_count, 3);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct spool_place place = spool_place(&spool, rows[i].index);

		assert_int_equal(place.sheet, rows[i].place.sheet);
		assert_int_equal(place.row, rows[i].place.row);
	}
	assert_false(spool.columns.part || spool.columns.use);
	spool_release(&spool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_come_back),
		cmocka_unit_test(test_rows_are_spread_over_sheets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
