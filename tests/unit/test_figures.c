/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_figures - which charts a report has */
#include "render/report/figures.h"
#include "tests/unit/records.h"

static struct experiment experiment;
static struct book book;
static struct tables tables;
static struct figures figures;

static void plan(const struct runs *runs, size_t count, const char *others)
{
	for (size_t i = 0; i < count; i++)
		take_runs(&book, &runs[i]);
	take_records(&book, others);
	plan_tables(&tables, &book, &experiment);
	figures_plan(&figures, &book, &tables);
}

static int release(void **state)
{
	(void)state;
	figures_release(&figures);
	tables_release(&tables);
	book_release(&book);
	experiment_release(&experiment);
	return 0;
}

static const struct figure *figure_of(const char *stem)
{
	for (size_t i = 0; i < figures.count; i++)
		if (strcmp(figures.items[i].stem, stem) == 0)
			return &figures.items[i];
	return NULL;
}

static const char dd_ranking[] =
	"{\"kind\":\"ranking\",\"test\":\"dd\",\"metric\":\"write.throughput\",\"better\":\"higher\","
	"\"chain\":\"Docker < Host\",\"baseline\":\"Host\",\"delta\":0.05,\"pairs\":[{\"a\":\"Docker\","
	"\"b\":\"Host\",\"ratio\":0.5,\"ci\":[0.4,0.6],\"relation\":\"<\",\"evidence\":\"\"}]}\n";

static void test_a_table_has_bars_and_ratios(void **state)
{
	static const struct runs runs[] = {
		{ "Docker", "dd", "write.throughput", "B/s", "higher", "Stable", 0, 1e8, 3 },
		{ "Host", "dd", "write.throughput", "B/s", "higher", "Stable", 0, 2e8, 3 },
		{ "Docker", "dd", "read.throughput", "B/s", "higher", "Stable", 0, 3e8, 3 },
		{ "Kata", "dd", NULL, NULL, NULL, "Failed", 0, 0, 0 },
	};
	const struct figure *bars;
	const struct figure *ranking;

	(void)state;
	plan(runs, COUNT(runs), dd_ranking);
	assert_int_equal(figures.count, 2);
	bars = figure_of("dd-bars");
	assert_non_null(bars);
	assert_ptr_equal(bars->table, &tables.items[0]);
	assert_int_equal(bars->panel_count, 2);
	assert_string_equal(bars->panels[0].head, "Write");
	assert_string_equal(bars->panels[0].axis, "MB/s, more is better");
	ranking = figure_of("dd-ranking");
	assert_non_null(ranking);
	assert_int_equal(ranking->panel_count, 1);
	assert_string_equal(ranking->panels[0].axis, "ratio to Host, more is better");
}

static void test_ratios_are_turned_to_the_baseline(void **state)
{
	static const struct runs runs[] = {
		{ "Docker", "dd", "write.throughput", "B/s", "higher", "Stable", 0, 1e8, 3 },
		{ "Host", "dd", "write.throughput", "B/s", "higher", "Stable", 0, 2e8, 3 },
	};
	struct panel panel;
	struct pair pair;

	(void)state;
	plan(runs, COUNT(runs), dd_ranking);
	panel = figure_of("dd-ranking")->panels[0];
	assert_true(panel_find_pair(&panel, &book, "Docker", &pair));
	assert_true(pair.ratio == 0.5 && pair.relation == RELATION_LESS);
	assert_false(panel_find_pair(&panel, &book, "Host", &pair));
	assert_false(panel_find_pair(&panel, &book, "Kata", &pair));
	panel.other = "Docker";
	assert_true(panel_find_pair(&panel, &book, "Host", &pair));
	assert_close(pair.ratio, 2, 1e-12, "1 / 0.5");
	assert_close(pair.ci[0], 1 / 0.6, 1e-12, "1 / 0.6");
	assert_close(pair.ci[1], 2.5, 1e-12, "1 / 0.4");
	assert_int_equal(pair.relation, RELATION_GREATER);
}

/* A fact, of which neither more nor less is better, is drawn where there is nothing else. */
static void test_facts_come_last(void **state)
{
	static const struct runs runs[] = {
		{ "Host", "mine", "bytes", "B", NULL, "Stable", 0, 5, 3 },
		{ "Host", "mine", "rate", "B/s", "higher", "Stable", 0, 5, 3 },
		{ "Host", "yours", "bytes", "B", NULL, "Stable", 0, 5, 3 },
	};

	(void)state;
	plan(runs, COUNT(runs), "");
	assert_int_equal(figures.count, 2);
	assert_int_equal(figure_of("mine-bars")->panel_count, 1);
	assert_string_equal(figure_of("mine-bars")->panels[0].metric, "rate");
	assert_string_equal(figure_of("yours-bars")->panels[0].metric, "bytes");
}

static void test_boxes_need_ten_runs(void **state)
{
	static const struct runs runs[] = {
		{ "Host", "nine", "rate", "B/s", "higher", "Stable", 0, 5, 9 },
		{ "Host", "ten", "rate", "B/s", "higher", "Stable", 0, 5, 10 },
	};

	(void)state;
	plan(runs, COUNT(runs), "");
	assert_null(figure_of("nine-boxes"));
	assert_non_null(figure_of("ten-boxes"));
}

/* The order is shown where it says something: of five runs or more, some set aside or unstable. */
static void test_runs_are_drawn_where_their_order_tells(void **state)
{
	static const struct runs runs[] = {
		{ "Host", "stable", "rate", "B/s", "higher", "Stable", 0, 5, 8 },
		{ "Host", "warm", "rate", "B/s", "higher", "Stable", 9, 5, 4 },
		{ "Host", "few", "rate", "B/s", "higher", "Stable", 9, 5, 3 },
		{ "Host", "wild", "rate", "B/s", "higher", "Unstable", 0, 5, 5 },
		{ "Docker", "wild", NULL, NULL, NULL, "Failed", 0, 0, 0 },
	};

	(void)state;
	plan(runs, COUNT(runs), "");
	assert_null(figure_of("stable-rate-runs"));
	assert_null(figure_of("few-rate-runs"));
	assert_non_null(figure_of("warm-rate-runs"));
	assert_ptr_equal(figure_of("warm-rate-runs")->metric, book.metrics[1]);
	assert_int_equal(figure_of("wild-rate-runs")->panel_count, 2); /* one for who failed */
	figures_release(&figures);
	figures_plan_kind(&figures, FIGURE_RUNS, &book, &tables);
	assert_non_null(figure_of("stable-rate-runs"));
	assert_int_equal(figures.count, 4);
}

static void test_series_have_a_panel_for_who_has_one(void **state)
{
	static const struct runs runs[] = {
		{ "Docker", "iperf-to", "throughput", "B/s", "higher", "Stable", 0, 5, 3 },
		{ "Host", "iperf-to", "throughput", "B/s", "higher", "Stable", 0, 5, 3 },
	};

	(void)state;
	plan(runs, COUNT(runs),
		"{\"kind\":\"sample\",\"system\":\"Host\",\"test\":\"iperf-to\",\"run\":1,\"metric\":"
		"\"throughput\",\"time\":1,\"value\":5,\"unit\":\"B/s\",\"better\":\"higher\"}\n");
	assert_non_null(figure_of("iperf-to-throughput-series"));
	assert_int_equal(figure_of("iperf-to-throughput-series")->panel_count, 1);
	assert_string_equal(figure_of("iperf-to-throughput-series")->panels[0].system, "Host");
}

static void test_percentiles_are_put_together(void **state)
{
	static const struct runs runs[] = {
		{ "Host", "fio-randrw", "read.bw", "B/s", "higher", "Stable", 0, 5, 3 },
		{ "Host", "fio-randrw", "read.clat.p50", "s", "lower", "Stable", 0, 1e-4, 3 },
		{ "Host", "fio-randrw", "read.clat.p99", "s", "lower", "Stable", 0, 2e-4, 3 },
		{ "Host", "fio-randrw", "read.clat.p99.9", "s", "lower", "Stable", 0, 4e-4, 3 },
		{ "Host", "fio-randrw", "write.clat.p50", "s", "lower", "Stable", 0, 1, 3 },
		{ "Host", "fio-randrw", "write.clat.p99", "s", "lower", "Stable", 0, 1, 3 },
	};
	const struct figure *figure;

	(void)state;
	plan(runs, COUNT(runs), "");
	figure = figure_of("fio-randrw-percentiles");
	assert_non_null(figure);
	assert_int_equal(figure->panel_count, 1); /* two are no curve */
	assert_string_equal(figure->panels[0].head, "read.clat");
	assert_string_equal(figure->panels[0].axis, "µs, less is better");
}

/* Whatever a test is called, its files are safe, and each is one's own. */
static void test_stems_are_safe_and_unique(void **state)
{
	static const char *const names[] = { "a/b", "a b", "../..", "", "漢字", "'.system ('x').'",
		"A-B", "-rf", "CON", "a.b", "|sh", "<script>" };
	struct runs runs[COUNT(names) + 1];
	char long_name[10001];

	(void)state;
	memset(long_name, 'x', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	for (size_t i = 0; i <= COUNT(names); i++)
		runs[i] = (struct runs){ "Host", i < COUNT(names) ? names[i] : long_name, "rate",
			"B/s", "higher", "Stable", 0, 5, 3 };
	plan(runs, COUNT(runs), "");
	assert_int_equal(figures.count, COUNT(runs));
	for (size_t i = 0; i < figures.count; i++) {
		const char *stem = figures.items[i].stem;

		assert_row(strspn(stem, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(stem),
			stem);
		assert_row(*stem && *stem != '-' && strlen(stem) < 100, stem);
		for (size_t k = 0; k < i; k++)
			assert_row(strcmp(stem, figures.items[k].stem) != 0, stem);
	}
}

static void test_nothing_has_no_figures(void **state)
{
	static const struct runs runs[] = {
		{ "Host", "dd", NULL, NULL, NULL, "Failed", 0, 0, 0 },
	};

	(void)state;
	plan(runs, COUNT(runs), "");
	assert_int_equal(figures.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(test_a_table_has_bars_and_ratios, release),
		cmocka_unit_test_teardown(test_ratios_are_turned_to_the_baseline, release),
		cmocka_unit_test_teardown(test_facts_come_last, release),
		cmocka_unit_test_teardown(test_boxes_need_ten_runs, release),
		cmocka_unit_test_teardown(test_runs_are_drawn_where_their_order_tells, release),
		cmocka_unit_test_teardown(test_series_have_a_panel_for_who_has_one, release),
		cmocka_unit_test_teardown(test_percentiles_are_put_together, release),
		cmocka_unit_test_teardown(test_stems_are_safe_and_unique, release),
		cmocka_unit_test_teardown(test_nothing_has_no_figures, release),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
