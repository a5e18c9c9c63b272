/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_layout - what paths say of system, test and run */
#include <time.h>

#include "ingest/log/layout.h"
#include "tests/unit/unit.h"

static struct experiment experiment;

static int read_experiment(void **state)
{
	(void)state;
	experiment_read(&experiment, NULL);
	return 0;
}

static int release_experiment(void **state)
{
	(void)state;
	experiment_release(&experiment);
	return 0;
}

struct row {
	const char *layout;
	const char *path;
	const char *system; /* NULL: the path does not match */
	const char *test;
	const char *run;
};

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct layout_match match;
		bool matches = layout_matches(rows[i].layout, rows[i].path, &experiment, &match);

		assert_row(matches == !!rows[i].system, rows[i].path);
		if (!matches)
			continue;
		assert_row(slice_equals(match.system, rows[i].system), rows[i].path);
		assert_row(slice_equals(match.test, rows[i].test), rows[i].path);
		assert_row(slice_equals(match.run, rows[i].run), rows[i].path);
	}
}

static void test_default_layout_takes_the_last_three_components(void **state)
{
	static const struct row rows[] = {
		{ LAYOUT_DEFAULT, "Host/dd/1.log", "Host", "dd", "1" },
		{ LAYOUT_DEFAULT, "/a/b/Host/dd/12.log", "Host", "dd", "12" },
		{ LAYOUT_DEFAULT, "./x/unknown/test/007.log", "unknown", "test", "007" },
		{ LAYOUT_DEFAULT, "Host/dd/1.log.gz", "Host", "dd", "1" },
		{ LAYOUT_DEFAULT, "Host/dd/1.log.xz", "Host", "dd", "1" },
		{ LAYOUT_DEFAULT, "Host/dd/1.log.bz2", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host/dd/1.log.gz.gz", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host/dd/one.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host/dd/1a.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host/dd/-1.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host/dd/.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host/dd/1.txt", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "dd/1.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "/dd/1.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Host//1.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, ".gz", NULL, NULL, NULL },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_only_whole_components_match(void **state)
{
	static const struct row rows[] = {
		{ "run-{run}", "a/run-1", "", "", "1" },
		{ "run-{run}", "a/rerun-1", NULL, NULL, NULL },
		{ "run-{run}", "run-1/a", NULL, NULL, NULL },
		{ "x/{test}", "a/x/y", "", "y", "" },
		{ "x/{test}", "ax/y", NULL, NULL, NULL },
		{ "{test}", "a/b/c", "", "c", "" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_a_field_without_a_name_has_no_meaning(void **state)
{
	static const struct row rows[] = {
		{ "{system}/{}/{test}.{}", "Host/2024-01-02/dd.txt", "Host", "dd", "" },
		{ "{}-{test}", "x-dd", "", "dd", "" },
		{ "{}-{test}", "-dd", NULL, NULL, NULL },
		{ "{}/{}/{run}", "a/b/3", "", "", "3" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

/* Systems and tests the experiment knows have dashes in them, too. */
static void test_known_names_are_preferred(void **state)
{
	static const struct row rows[] = {
		{ "{system}-{test}-{run}.log", "Gvisor-KVM-fio-randread-3.log", "Gvisor-KVM",
			"fio-randread", "3" },
		{ "{system}-{test}-{run}.log", "Gvisor-fio-read-3.log", "Gvisor", "fio-read", "3" },
		{ "{system}-{test}-{run}.log", "gvisor-kvm-dd-1.log", "gvisor-kvm", "dd", "1" },
		{ "{test}-{system}-{run}", "start-time-kata-containers-20", "kata-containers",
			"start-time", "20" },
		{ "{test}-{system}", "my-own-test-Host", "Host", "my-own-test", "" },
		{ "{system}-{test}", "Host-my-own-test", "Host", "my-own-test", "" },
		{ "{system}-{test}", "my-host-wget-to", "my-host", "wget-to", "" },
		{ "{test}.{system}", "dd.Docker.gz", "Docker", "dd", "" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_otherwise_fields_on_the_left_are_the_shortest(void **state)
{
	static const struct row rows[] = {
		{ "{system}-{test}-{run}.log", "my-host-my-test-3.log", "my", "host-my-test", "3" },
		{ "{system}-{test}", "a--b", "a", "-b", "" },
		{ "{test}_{}", "a_b_c", "", "a", "" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_run_is_digits_throughout(void **state)
{
	static const struct row rows[] = {
		{ "{test}-{run}", "dd-1-2", "", "dd-1", "2" },
		{ "{run}-{}", "1-", NULL, NULL, NULL },
		{ "{run}.{test}", "12.dd", "", "dd", "12" },
		{ "{run}.{test}", "1 2.dd", NULL, NULL, NULL },
		{ "r{run}", "r99999999999999999999999999", "", "", "99999999999999999999999999" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_a_layout_may_name_the_packing(void **state)
{
	static const struct row rows[] = {
		{ "{test}/{run}.log.gz", "dd/1.log.gz", "", "dd", "1" },
		{ "{test}/{run}.xz", "dd/1.xz", "", "dd", "1" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

/* A log of fio's is of the run whose output lies where its stem does. */
static void test_logs_of_fio_go_by_their_stem(void **state)
{
	static const struct row rows[] = {
		{ LAYOUT_DEFAULT, "Kata/fio-read/1_clat.1.log", "Kata", "fio-read", "1" },
		{ LAYOUT_DEFAULT, "Kata/fio-read/12_bw.log.gz", "Kata", "fio-read", "12" },
		{ LAYOUT_DEFAULT, "Kata/fio-read/1_iops.1.log.host", "Kata", "fio-read", "1" },
		{ LAYOUT_DEFAULT, "Kata/fio-read/x_clat.1.log", NULL, NULL, NULL },
		{ LAYOUT_DEFAULT, "Kata/fio-read/1_speed.1.log", NULL, NULL, NULL },
		{ "{test}-{system}-{run}.txt", "fio-read-Kata-2_lat.1.log", "Kata", "fio-read",
			"2" },
		{ "{test}.{system}.{run}", "fio.Kata.2_lat.1.log", "Kata", "fio", "2" },
		{ "{system}/{test}", "Kata/fio_lat.1.log", "Kata", "fio", "" },
		{ "{run}.x/out.log", "7.x/out_lat.1.log", "", "", "7" },
		{ "{run}/out.log", "7/out_lat.1.log", "", "", "7" },
		{ "{test}_{}.{}.log", "fio_clat.1.log", "", "fio", "" },
		{ "{run}_clat.{}.log", "7_clat.1.log", "", "", "7" },
		{ "{run}_clat.{}.log", "7_lat.1.log", NULL, NULL, NULL },
		{ ".log", "a/_clat.1.log", NULL, NULL, NULL },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_malformed_layouts_are_refused(void **state)
{
	static const char *const good[] = { LAYOUT_DEFAULT, "{test}", "{}", "a", "{}/{}",
		"{run}.{}", "a}b", "{system}-{test}_{run}" };
	static const char *const bad[] = { "", "{", "{test", "{tests}", "{Test}", "{ test}",
		"{{test}}", "{system}{test}", "{}{}", "a/{run}{}", "{test}/{",
		"{system}/{test}/{run}.log{" };

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_text(layout_check(good[i]), NULL, good[i]);
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_row(layout_check(bad[i]) != NULL, bad[i]);
}

/* Very many ways to match, none of which does: what is left is to give up soon. */
static void test_pathological_patterns_end_quickly(void **state)
{
	static const char *const layouts[] = {
		"{}a{}a{}a{}a{}a{}a{}a{}a{}a{}a{}b",
		"{run}1{run}1{run}1{run}1{run}1{run}1{run}b",
		"{system}a{test}a{}a{}a{}a{}a{run}",
	};
	char path[4001];
	clock_t start = clock();

	(void)state;
	for (size_t i = 0; i < COUNT(layouts); i++) {
		struct layout_match match;

		assert_null(layout_check(layouts[i]));
		memset(path, i == 1 ? '1' : 'a', sizeof path - 1);
		path[sizeof path - 1] = '\0';
		assert_false(layout_matches(layouts[i], path, &experiment, &match));
		for (size_t j = 0; j < sizeof path - 1; j += 2)
			path[j] = '/';
		layout_matches(layouts[i], path, &experiment, &match);
	}
	assert_true((double)(clock() - start) / CLOCKS_PER_SEC < 20); /* under valgrind, too */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_default_layout_takes_the_last_three_components),
		cmocka_unit_test(test_only_whole_components_match),
		cmocka_unit_test(test_a_field_without_a_name_has_no_meaning),
		cmocka_unit_test(test_known_names_are_preferred),
		cmocka_unit_test(test_otherwise_fields_on_the_left_are_the_shortest),
		cmocka_unit_test(test_run_is_digits_throughout),
		cmocka_unit_test(test_a_layout_may_name_the_packing),
		cmocka_unit_test(test_logs_of_fio_go_by_their_stem),
		cmocka_unit_test(test_malformed_layouts_are_refused),
		cmocka_unit_test(test_pathological_patterns_end_quickly),
	};

	return cmocka_run_group_tests(tests, read_experiment, release_experiment);
}
