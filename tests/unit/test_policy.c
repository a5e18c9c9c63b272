/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_policy - the margins of a metric, as docs/VERDICTS.md declares them */
#include "stats/methods/policy.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

static const char own_margins[] =
	"{\"title\":\"T\",\"tests\":["
	"{\"name\":\"both\",\"category\":\"network\",\"tau\":0.5,\"delta\":0.4},"
	"{\"name\":\"one\",\"category\":\"disk\",\"delta\":0.4},"
	"{\"name\":\"other\",\"category\":\"other\"},"
	"{\"name\":\"time\",\"category\":\"time\"},{\"name\":\"memory\",\"category\":\"memory\"},"
	"{\"name\":\"storage\",\"category\":\"storage\"},{\"name\":\"cpu\",\"category\":\"cpu\"},"
	"{\"name\":\"disk\",\"category\":\"disk\"},{\"name\":\"network\",\"category\":\"network\"}]}";

static const struct margins nothing = { NAN, NAN, NAN };

struct row {
	const char *test;
	const char *metric;
	const char *unit;
	double tau;
	double delta;
};

static void check_rows(const struct experiment *experiment, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct policy policy = { experiment, nothing };
		struct margins margins = policy_margins(
			&policy, rows[i].test, rows[i].metric, rows[i].unit);
		const char *row = rows[i].test ? rows[i].test : "(no test)";

		assert_close(margins.tau, rows[i].tau, 1e-15, row);
		assert_close(margins.delta, rows[i].delta, 1e-15, row);
	}
}

static void read_text(struct experiment *experiment, const char *text)
{
	char path[PATH_SIZE];

	make_file(path, text, strlen(text));
	experiment_read(experiment, path);
	unlink(path);
}

static void test_margins_are_those_of_the_category(void **state)
{
	static const struct row rows[] = {
		{ "time", "real", "s", 0.05, 0.03 },
		{ "memory", "used", "B", 0.05, 0.03 },
		{ "storage", "size", "B", 0.05, 0.03 },
		{ "cpu", "events", "1/s", 0.05, 0.03 },
		{ "disk", "seconds", "s", 0.10, 0.05 }, /* whatever the unit */
		{ "network", "seconds", "s", 0.10, 0.10 },
		{ "network", NULL, NULL, 0.10, 0.10 },
	};
	struct experiment experiment;

	(void)state;
	read_text(&experiment, own_margins);
	check_rows(&experiment, rows, COUNT(rows));
	experiment_release(&experiment);
}

static void test_a_tests_own_margins_come_first(void **state)
{
	static const struct row rows[] = {
		{ "both", "m", "s", 0.5, 0.4 }, { "one", "m", "s", 0.10, 0.4 }, /* tau of disk */
	};
	struct experiment experiment;

	(void)state;
	read_text(&experiment, own_margins);
	check_rows(&experiment, rows, COUNT(rows));
	experiment_release(&experiment);
}

static void test_unknown_tests_have_the_margins_of_their_unit(void **state)
{
	static const struct row rows[] = {
		{ "mine", "real", "s", 0.05, 0.03 },
		{ "mine", "size", "B", 0.05, 0.03 },
		{ "mine", "throughput", "B/s", 0.10, 0.10 },
		{ "mine", "rate", "1/s", 0.10, 0.10 },
		{ "mine", NULL, NULL, 0.10, 0.10 },
		{ NULL, NULL, NULL, 0.10, 0.10 },
		{ NULL, "real", "s", 0.05, 0.03 },
		{ "mine", "read.bw", "B/s", 0.10, 0.05 }, /* fio's: a disk's */
		{ "mine", "write.clat.p99", "s", 0.10, 0.05 },
	};
	struct experiment experiment;

	(void)state;
	experiment_read(&experiment, NULL);
	check_rows(&experiment, rows, COUNT(rows));
	experiment_release(&experiment);
}

static void test_tests_built_in_have_their_categories(void **state)
{
	static const struct row rows[] = {
		{ "start-time", "real", "s", 0.05, 0.03 },
		{ "memory", "used", "B", 0.05, 0.03 },
		{ "storage", "size", "B", 0.05, 0.03 },
		{ "dd", "write.throughput", "B/s", 0.10, 0.05 },
		{ "fio-randrw", "read.bw", "B/s", 0.10, 0.05 },
		{ "iperf-to", "throughput", "B/s", 0.10, 0.10 },
	};
	struct experiment experiment;

	(void)state;
	experiment_read(&experiment, NULL);
	check_rows(&experiment, rows, COUNT(rows));
	experiment_release(&experiment);
}

/* The command line's, then the test's own, then its category's in the experiment, then the program's. */
static void test_each_source_says_more_than_the_one_before(void **state)
{
	static const char text[] =
		"{\"title\":\"T\",\"alpha\":0.01,\"margins\":["
		"{\"category\":\"disk\",\"tau\":0.2},{\"category\":\"other\",\"delta\":0.5}],"
		"\"tests\":[{\"name\":\"a\",\"category\":\"disk\"},"
		"{\"name\":\"b\",\"category\":\"disk\",\"tau\":0.3}]}";
	struct experiment experiment;
	struct policy policy = { &experiment, nothing };
	struct margins margins;

	(void)state;
	read_text(&experiment, text);
	margins = policy_margins(&policy, "a", "m", "s");
	assert_true(margins.tau == 0.2 && margins.delta == 0.05 && margins.alpha == 0.01);
	margins = policy_margins(&policy, "b", "m", "s");
	assert_true(margins.tau == 0.3 && margins.delta == 0.05);
	margins = policy_margins(&policy, "unknown", "rate", "1/s");
	assert_true(margins.tau == 0.10 && margins.delta == 0.5);
	margins = policy_margins(&policy, "unknown", "real", "s");
	assert_true(margins.tau == 0.05 && margins.delta == 0.03);
	policy.wanted = (struct margins){ 0.4, NAN, 0.2 };
	margins = policy_margins(&policy, "b", "m", "s");
	assert_true(margins.tau == 0.4 && margins.delta == 0.05 && margins.alpha == 0.2);
	experiment_release(&experiment);
}

static void test_alpha_is_one_in_twenty_where_nobody_says(void **state)
{
	struct experiment experiment;
	const struct policy policy = { &experiment, nothing };

	(void)state;
	experiment_read(&experiment, NULL);
	assert_true(policy_margins(&policy, "dd", "write.throughput", "B/s").alpha == 0.05);
	experiment_release(&experiment);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_margins_are_those_of_the_category),
		cmocka_unit_test(test_a_tests_own_margins_come_first),
		cmocka_unit_test(test_unknown_tests_have_the_margins_of_their_unit),
		cmocka_unit_test(test_tests_built_in_have_their_categories),
		cmocka_unit_test(test_each_source_says_more_than_the_one_before),
		cmocka_unit_test(test_alpha_is_one_in_twenty_where_nobody_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
