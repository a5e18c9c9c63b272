/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_latencies - metrics that are percentiles of one thing */
#include "render/report/plot/latencies.h"
#include "tests/unit/unit.h"

static void test_names_of_percentiles(void **state)
{
	static const struct {
		const char *metric;
		double percent; /* 0: it is none */
		const char *of;
	} rows[] = {
		{ "read.clat.p50", 50, "read.clat" },
		{ "read.clat.p99.9", 99.9, "read.clat" },
		{ "write.clat.p0.5", 0.5, "write.clat" },
		{ "p.p1", 1, "p" },
		{ ".p5", 5, "" },
		{ "read.clat.p0", 0, NULL },
		{ "read.clat.p100", 0, NULL },
		{ "read.clat.p", 0, NULL },
		{ "read.clat.p50x", 0, NULL },
		{ "read.clat.mean", 0, NULL },
		{ "read.packets", 0, NULL },
		{ "p50", 0, NULL },
		{ "", 0, NULL },
		{ NULL, 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct percentile percentile;
		bool is_one = percentile_read(rows[i].metric, &percentile);

		assert_row(is_one == (rows[i].of != NULL), rows[i].metric);
		if (!is_one)
			continue;
		assert_close(percentile.percent, rows[i].percent, 1e-12, rows[i].metric);
		assert_row(slice_equals(percentile.of, rows[i].of), rows[i].metric);
	}
}

static void test_siblings(void **state)
{
	const struct summary a = { .test = "fio", .metric = "read.clat.p50", .part = NAN };
	const struct {
		const char *name;
		struct summary b;
		bool are;
	} rows[] = {
		{ "itself", { .test = "fio", .metric = "read.clat.p50", .part = NAN }, true },
		{ "another", { .test = "fio", .metric = "read.clat.p99", .part = NAN }, true },
		{ "a part", { .test = "fio", .metric = "read.clat.p99", .part = 1 }, false },
		{ "a test", { .test = "foo", .metric = "read.clat.p99", .part = NAN }, false },
		{ "a thing", { .test = "fio", .metric = "write.clat.p99", .part = NAN }, false },
		{ "no percentile", { .test = "fio", .metric = "read.clat.mean", .part = NAN },
			false },
		{ "no metric", { .test = "fio", .metric = NULL, .part = NAN }, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(percentile_is_sibling(&a, &rows[i].b) == rows[i].are, rows[i].name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_of_percentiles),
		cmocka_unit_test(test_siblings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
