/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_job_log - what the names of fio's logs say */
#include "ingest/log/job_log.h"
#include "tests/unit/unit.h"

static const struct row {
	const char *path;
	const char *stem; /* NULL: no such name */
	const char *quantity;
	uint64_t job;
} rows[] = {
	{ "results/Kata/fio-read/1_clat.3.log", "results/Kata/fio-read/1", "clat", 3 },
	{ "1_clat.log", "1", "clat", 0 },
	{ "a_lat.1.log", "a", "lat", 1 },
	{ "a_slat.12.log.gz", "a", "slat", 12 },
	{ "a_bw.1.log.xz", "a", "bw", 1 },
	{ "agg-read_bw.log", "agg-read", "bw", 0 },
	{ "a_iops.1.log.192.168.0.1", "a", "iops", 1 },
	{ "1_clat_hist.1.log", "1", "clat_hist", 1 },
	{ "my_lat_test_clat.1.log", "my_lat_test", "clat", 1 },
	{ "x.y_clat.1.log", "x.y", "clat", 1 },
	{ "_clat.1.log", "", "clat", 1 },
	{ "dir_clat.1.log/1.log", NULL, NULL, 0 },
	{ "clat.1.log", NULL, NULL, 0 },
	{ "1_clat.1.txt", NULL, NULL, 0 },
	{ "1_clat.x.log", NULL, NULL, 0 },
	{ "1_clat.1.logs", NULL, NULL, 0 },
	{ "1_clats.1.log", NULL, NULL, 0 },
	{ "1_clat", NULL, NULL, 0 },
	{ "1_clat.99999999999999999999.log", NULL, NULL, 0 },
	{ "_", NULL, NULL, 0 },
	{ "", NULL, NULL, 0 },
};

static void test_names(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct job_log log;
		bool found = job_log_scan(rows[i].path, &log);

		assert_row(found == !!rows[i].stem, rows[i].path);
		if (!found)
			continue;
		assert_row(slice_equals(log.stem, rows[i].stem), rows[i].path);
		assert_row(slice_equals(log.quantity, rows[i].quantity), rows[i].path);
		assert_row(log.job == rows[i].job, rows[i].path);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
