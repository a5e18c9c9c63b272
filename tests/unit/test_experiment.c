/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_experiment - the experiment built in, one of a file, and what is wrong with others */
#include "core/experiment.h"
#include "core/experiment/schema.h"
#include "core/input.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

static void test_built_in_experiment_is_that_of_the_template(void **state)
{
	struct experiment experiment;
	const struct experiment_test *dd;

	(void)state;
	experiment_read(&experiment, NULL);
	assert_string_equal(experiment.title, "Container runtimes compared");
	assert_string_equal(experiment.baseline, "Host");
	assert_int_equal(experiment.system_count, 5);
	assert_string_equal(experiment.systems[0].runtime, "kata-runtime");
	assert_null(experiment.systems[4].runtime);
	assert_int_equal(experiment.test_count, 15);
	dd = experiment_test(&experiment, "dd");
	assert_non_null(dd);
	assert_int_equal(dd->category, CATEGORY_DISK);
	assert_string_equal(dd->format, "dd");
	assert_int_equal(dd->parts.count, 2);
	assert_string_equal(dd->parts.items[1], "read");
	assert_string_equal(dd->host_command, dd->container_command); /* "command" is both */
	assert_true(isnan(dd->tau) && isnan(dd->delta));
	assert_int_equal(experiment.conclusion_count, 5);
	assert_string_equal(experiment.conclusions[0].metrics.items[0], "storage/size");
	experiment_release(&experiment);
}

static void test_built_in_experiment_says_how_it_is_run(void **state)
{
	struct experiment experiment;
	const struct experiment_test *test;

	(void)state;
	experiment_read(&experiment, NULL);
	assert_string_equal(
		experiment.container, "docker run --rm --runtime=RUNTIME IMAGE COMMAND");
	assert_int_equal(experiment.file_count, 1);
	assert_string_equal(experiment.files[0].text, "#!/bin/sh\necho \"Hello World!\"\n");
	test = experiment_test(&experiment, "start-time");
	assert_true(test->container_is_whole);
	assert_int_equal(test->runs, 0);
	assert_true(isnan(test->timeout));
	assert_int_equal(test->cache, CACHE_KEEP);
	test = experiment_test(&experiment, "storage");
	assert_false(test->container_is_whole);
	assert_int_equal(test->side, SIDE_HOST);
	assert_int_equal(test->runs, 1);
	test = experiment_test(&experiment, "curl-from");
	assert_int_equal(test->side, SIDE_SYSTEM);
	assert_int_equal(test->port, 80);
	assert_non_null(test->server);
	experiment_release(&experiment);
}

static void test_systems_are_found_by_name_or_alias(void **state)
{
	static const struct {
		const char *name;
		size_t order;
	} rows[] = {
		{ "Kata", 0 },
		{ "kata-containers", 0 },
		{ "runsc", 5 }, /* a runtime is no name */
		{ "gVisor", 1 },
		{ "Docker", 3 },
		{ "runc", 3 },
		{ "Host", 4 },
		{ "HOST", 5 },
		{ "", 5 },
	};
	struct experiment experiment;

	(void)state;
	experiment_read(&experiment, NULL);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(experiment_system_order(&experiment, rows[i].name) == rows[i].order,
			rows[i].name);
	assert_string_equal(experiment_system_name(&experiment, "kata-containers"), "Kata");
	assert_string_equal(experiment_system_name(&experiment, "Kata"), "Kata");
	assert_string_equal(experiment_system_name(&experiment, "Firecracker"), "Firecracker");
	assert_null(experiment_system_name(&experiment, NULL));
	assert_null(experiment_test(&experiment, "Dd"));
	assert_null(experiment_test(&experiment, ""));
	assert_null(experiment_test(&experiment, NULL));
	experiment_release(&experiment);
}

static const char whole[] =
	"{\"title\":\"T\",\"comment\":[1,{\"for\":\"people\"}],\"container\":\"run COMMAND\","
	"\"systems\":[{\"name\":\"A\"},{\"name\":\"B\",\"aliases\":\"b\"}],"
	"\"tests\":[{\"name\":\"t\",\"tau\":0.2,\"delta\":1,\"parts\":\"only\",\"command\":\"c\","
	"\"host\":\"h\"},{\"name\":\"u\",\"category\":\"cpu\"}],"
	"\"tables\":[{\"title\":\"X\",\"columns\":[{\"head\":\"Status\"},{\"head\":\"p\","
	"\"test\":\"t\",\"metric\":[\"m\",\"n\"],\"unit\":\"ms\"}]}],"
	"\"conclusions\":[{\"title\":\"C\",\"metrics\":[\"t/m\",\"u/x.y\"]}]}";

static void read_text(struct experiment *experiment, const char *text)
{
	char path[PATH_SIZE];

	make_file(path, text, strlen(text));
	experiment_read(experiment, path);
	unlink(path);
}

static void test_experiment_of_a_file_is_read(void **state)
{
	const struct experiment_column *pair;
	struct experiment experiment;

	(void)state;
	read_text(&experiment, whole);
	assert_null(experiment.baseline);
	assert_string_equal(experiment.container, "run COMMAND");
	assert_string_equal(experiment.systems[1].aliases.items[0], "b");
	assert_string_equal(experiment.tests[0].host_command, "h");
	assert_string_equal(experiment.tests[0].container_command, "c");
	assert_true(experiment.tests[0].tau == 0.2 && experiment.tests[0].delta == 1);
	assert_int_equal(experiment.tests[0].category, CATEGORY_UNKNOWN);
	assert_null(experiment.tests[0].format);
	assert_string_equal(experiment.tests[0].parts.items[0], "only");
	assert_int_equal(experiment.tests[1].category, CATEGORY_CPU);
	assert_int_equal(experiment.tables[0].column_count, 2);
	assert_true(experiment.tables[0].columns[0].is_status);
	pair = &experiment.tables[0].columns[1];
	assert_false(pair->is_status);
	assert_int_equal(pair->metrics.count, 2);
	assert_string_equal(pair->unit, "ms");
	assert_string_equal(experiment.conclusions[0].metrics.items[1], "u/x.y");
	experiment_release(&experiment);
}

static void test_all_but_the_title_may_be_left_out(void **state)
{
	struct experiment experiment;

	(void)state;
	read_text(&experiment, " {\"title\":\"\"}\n");
	assert_int_equal(experiment.system_count, 0);
	assert_int_equal(experiment.test_count, 0);
	assert_int_equal(experiment_system_order(&experiment, "A"), 0);
	assert_null(experiment_test(&experiment, "t"));
	experiment_release(&experiment);
}

static void read_path(const void *path)
{
	struct experiment experiment;

	experiment_read(&experiment, path);
	experiment_release(&experiment);
}

/* What a wrong experiment's message must name beside the file. */
static const struct {
	const char *text;
	const char *place;
} wrong[] = {
	{ "", "JSON" },
	{ "{", "JSON" },
	{ "{\"title\":\"T\"}x", "JSON" },
	{ "\n\n{\"title\":}", ":3:" },
	{ "[]", "object" },
	{ "{}", "title" },
	{ "{\"title\":1}", "title" },
	{ "{\"title\":\"T\",\"baseline\":[]}", "baseline" },
	{ "{\"title\":\"T\",\"systems\":{}}", "systems" },
	{ "{\"title\":\"T\",\"systems\":[1]}", "systems" },
	{ "{\"title\":\"T\",\"systems\":[{\"name\":\"A\"},{}]}", "systems[1].name" },
	{ "{\"title\":\"T\",\"systems\":[{\"name\":\"A\",\"aliases\":1}]}", "systems[0].aliases" },
	{ "{\"title\":\"T\",\"systems\":[{\"name\":\"A\",\"aliases\":[1]}]}",
		"systems[0].aliases" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\",\"category\":\"x\"}]}",
		"tests[0].category" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\",\"tau\":0}]}", "tests[0].tau" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\",\"tau\":-1}]}", "tests[0].tau" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\",\"delta\":\"5 %\"}]}", "tests[0].delta" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\",\"delta\":1e999}]}", "tests[0].delta" },
	{ "{\"title\":\"T\",\"tables\":[{\"columns\":[]}]}", "tables[0].title" },
	{ "{\"title\":\"T\",\"tables\":[{\"title\":\"X\",\"columns\":[{\"head\":\"h\",\"test\":\"t\"}]}]}",
		"tables[0].columns[0].metric" },
	{ "{\"title\":\"T\",\"tables\":[{\"title\":\"X\",\"columns\":[{\"head\":\"h\",\"test\":\"t\","
	  "\"metric\":\"m\",\"unit\":\"furlong\"}]}]}",
		"tables[0].columns[0].unit" },
	{ "{\"title\":\"T\",\"conclusions\":[{\"title\":\"C\",\"metrics\":[\"m\"]}]}",
		"conclusions[0].metrics" },
	{ "{\"title\":\"T\",\"conclusions\":[{\"title\":\"C\",\"metrics\":[\"/m\"]}]}",
		"conclusions[0].metrics" },
	{ "{\"title\":\"T\",\"conclusions\":[{\"title\":\"C\"}]}",
		"conclusions[0]: expected metrics, or a category" },
	{ "{\"title\":\"T\",\"conclusions\":[{\"title\":\"C\",\"category\":\"disc\"}]}",
		"conclusions[0].category" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"dd\"}],\"conclusions\":"
	  "[{\"title\":\"C\",\"metrics\":[\"dd/m\"],\"category\":\"disk\"}]}",
		"conclusions[0].category: there are metrics already" },
	/* Keys that are none, and those given twice. */
	{ "{\"title\":\"T\",\"test\":[]}", "test: there is no such key; did you mean 'tests'?" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\",\"comand\":\"c\"}]}",
		"tests[0].comand: there is no such key; did you mean 'command'?" },
	{ "{\"title\":\"T\",\"systems\":[{\"name\":\"A\",\"colour\":\"red\"}]}",
		"systems[0].colour: there is no such key; the keys are name, runtime, aliases" },
	{ "{\"title\":\"T\",\n\"title\":\"U\"}", ":2: title: stands here a second time" },
	/* Names that stand for two things. */
	{ "{\"title\":\"T\",\"systems\":[{\"name\":\"A\"},\n{\"name\":\"A\"}]}",
		":2: systems[1].name: 'A' is the name of another" },
	{ "{\"title\":\"T\",\"systems\":[{\"name\":\"A\"},{\"name\":\"B\",\"aliases\":[\"b\",\"A\"]}]}",
		"systems[1].aliases: 'A' is the name of another" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"t\"},{\"name\":\"t\"}]}", "tests[1].name" },
	{ "{\"title\":\"T\",\"tables\":[{\"title\":\"X\"},{\"title\":\"X\"}]}", "tables[1].title" },
	{ "{\"title\":\"T\",\"conclusions\":[{\"title\":\"X\",\"metrics\":[]},"
	  "{\"title\":\"X\",\"metrics\":[]}]}",
		"conclusions[1].title" },
	/* Names that stand for nothing. */
	{ "{\"title\":\"T\",\"baseline\":\"Hots\",\"systems\":[{\"name\":\"Host\"}]}",
		"baseline: there is no system 'Hots'; did you mean 'Host'?" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"dd\"}],\"tables\":[{\"title\":\"X\","
	  "\"columns\":[{\"head\":\"h\",\"test\":\"fio\",\"metric\":\"m\"}]}]}",
		"tables[0].columns[0].test: there is no test 'fio'\n" },
	{ "{\"title\":\"T\",\"tests\":[{\"name\":\"fio-read\"}],"
	  "\"conclusions\":[{\"title\":\"C\",\"metrics\":[\"fio-raed/read.bw\"]}]}",
		"conclusions[0].metrics: there is no test 'fio-raed'; did you mean 'fio-read'?" },
	{ "{\"title\":\"T\",\"tables\":[{\"title\":\"X\",\"columns\":[{\"head\":\"h\",\"unit\":\"s\"}]}]}",
		"tables[0].columns[0].test: is missing" },
};

static void check_refused(const char *text, const char *place)
{
	struct text said = TEXT_INIT;
	char path[PATH_SIZE];

	make_file(path, text, strlen(text));
	assert_row(status_of_ending(read_path, path, &said) == 1, text);
	assert_row(strstr(said.data, path) != NULL, text);
	assert_row(strstr(said.data, place) != NULL, text);
	unlink(path);
	text_release(&said);
}

static void test_what_is_wrong_is_said_with_file_and_key(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrong); i++)
		check_refused(wrong[i].text, wrong[i].place);
}

/* A column has one metric, or the two of a pair. */
static void test_a_column_of_three_metrics_is_wrong(void **state)
{
	(void)state;
	check_refused("{\"title\":\"T\",\"tables\":[{\"title\":\"X\",\"columns\":[{\"head\":\"h\","
		      "\"test\":\"t\",\"metric\":[\"a\",\"b\",\"c\"]}]}]}",
		"tables[0].columns[0].metric");
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	while ((text = strstr(text, part))) {
		text += strlen(part);
		count++;
	}
	return count;
}

static void check_keys(
	const struct schema *schema, struct text *path, const struct text *document, size_t *rows)
{
	size_t length = path->length;

	for (const struct schema_key *key = schema->keys; key->kind != SCHEMA_END; key++) {
		struct text row = TEXT_INIT;

		text_add_format(path, "%s%s", length ? "." : "", key->name);
		text_add_format(&row, "\n| `%s` |", path->data);
		assert_row(count_of(document->data, row.data) == 1, path->data);
		++*rows;
		if (key->kind == SCHEMA_OBJECTS)
			text_add(path, "[]");
		if (key->items)
			check_keys(key->items, path, document, rows);
		path->length = length;
		path->data[length] = '\0';
		text_release(&row);
	}
}

/* docs/EXPERIMENT.md has a row for each key, such as "| `tests[].name` | ...", and no other. */
static void test_every_key_is_documented(void **state)
{
	struct text document = TEXT_INIT;
	struct text path = TEXT_INIT;
	size_t rows = 0;

	(void)state;
	assert_true(input_read_file(&document, "docs/EXPERIMENT.md"));
	check_keys(&experiment_schema, &path, &document, &rows);
	assert_int_equal(rows, count_of(document.data, "\n| `"));
	text_release(&document);
	text_release(&path);
}

static void test_a_file_that_is_not_there_is_said(void **state)
{
	struct text said = TEXT_INIT;

	(void)state;
	assert_int_equal(status_of_ending(read_path, "/no/such/file.json", &said), 1);
	assert_non_null(strstr(said.data, "/no/such/file.json"));
	text_release(&said);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_built_in_experiment_is_that_of_the_template),
		cmocka_unit_test(test_built_in_experiment_says_how_it_is_run),
		cmocka_unit_test(test_systems_are_found_by_name_or_alias),
		cmocka_unit_test(test_experiment_of_a_file_is_read),
		cmocka_unit_test(test_all_but_the_title_may_be_left_out),
		cmocka_unit_test(test_what_is_wrong_is_said_with_file_and_key),
		cmocka_unit_test(test_a_column_of_three_metrics_is_wrong),
		cmocka_unit_test(test_every_key_is_documented),
		cmocka_unit_test(test_a_file_that_is_not_there_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
