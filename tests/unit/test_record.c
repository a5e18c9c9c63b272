/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_record - records written to a line and read from it again */
#include <stdlib.h>

#include "core/record.h"
#include "tests/unit/unit.h"

static struct record *parse(const char *line)
{
	const char *why = NULL;
	struct record *record = record_parse(slice_of(line), &why);

	if (!record)
		fail_msg("%s: %s", line, why);
	return record;
}

/* Parses what was written, which must be one line. */
static struct record *parse_written(const struct text *out)
{
	assert_int_equal(out->data[out->length - 1], '\n');
	assert_ptr_equal(strchr(out->data, '\n'), out->data + out->length - 1);
	return parse(out->data);
}

static void test_kinds_are_known_by_name(void **state)
{
	static const struct {
		const char *line;
		enum record_kind kind;
	} rows[] = {
		{ "{\"kind\":\"sample\"}", RECORD_SAMPLE },
		{ "{\"kind\":\"problem\"}", RECORD_PROBLEM },
		{ "{\"kind\":\"series\"}", RECORD_SERIES },
		{ "{\"kind\":\"summary\"}", RECORD_SUMMARY },
		{ "{\"kind\":\"ranking\"}", RECORD_RANKING },
		{ "{\"kind\":\"conclusion\"}", RECORD_CONCLUSION },
		{ "{\"kind\":\"environment\"}", RECORD_ENVIRONMENT },
		{ "{\"kind\":\"note\"}", RECORD_NOTE },
		{ "{\"kind\":\"Sample\"}", RECORD_OTHER },
		{ "{\"kind\":\"\"}", RECORD_OTHER },
		{ "{\"kind\":1}", RECORD_OTHER },
		{ "{}", RECORD_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct record *record = parse(rows[i].line);

		assert_row(record->kind == rows[i].kind, rows[i].line);
		record_free(record);
	}
}

static void test_line_is_kept_byte_for_byte(void **state)
{
	char line[] = " {\"kind\" : \"sample\",\"x\":1.50}\t";
	struct record *record = parse(line);

	(void)state;
	line[0] = 'x';
	assert_true(slice_equals(record->line, " {\"kind\" : \"sample\",\"x\":1.50}\t"));
	record_free(record);
	record_free(NULL);
}

static void test_what_is_no_object_is_no_record(void **state)
{
	static const char *const lines[] = { "", "x", "1", "[]", "null", "{", "{} {}", "\"{}\"" };

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		const char *why = NULL;

		assert_row(record_parse(slice_of(lines[i]), &why) == NULL, lines[i]);
		assert_row(why != NULL, lines[i]);
	}
}

static void test_sample_reads_back(void **state)
{
	const struct sample sample = { .system = "Host",
		.test = "dd \"x\"\n",
		.run = 12,
		.part = 2,
		.metric = "read.throughput",
		.time = 0.5,
		.value = 1.0 / 3,
		.unit = "B/s",
		.better = BETTER_HIGHER,
		.resolution = 1e-3,
		.bound = BOUND_ABOVE,
		.cached = "the disk moved 4 MB",
		.source = "Host/dd/1.log:7" };
	struct text out = TEXT_INIT;
	struct record *record;
	struct sample again;

	(void)state;
	sample_write(&out, &sample);
	record = parse_written(&out);
	assert_int_equal(record->kind, RECORD_SAMPLE);
	assert_null(sample_read(&again, record));
	assert_string_equal(again.system, sample.system);
	assert_string_equal(again.test, sample.test);
	assert_string_equal(again.metric, sample.metric);
	assert_string_equal(again.unit, sample.unit);
	assert_string_equal(again.source, sample.source);
	assert_true(again.run == 12 && again.part == 2 && again.time == 0.5);
	assert_true(again.value == sample.value && again.resolution == sample.resolution);
	assert_int_equal(again.better, BETTER_HIGHER);
	assert_int_equal(again.bound, BOUND_ABOVE);
	assert_string_equal(again.cached, sample.cached);
	record_free(record);
	text_release(&out);
}

static void test_absent_fields_stay_absent(void **state)
{
	const struct sample sample = {
		.run = NAN, .part = NAN, .metric = "m", .time = NAN, .value = 0, .resolution = NAN
	};
	struct text out = TEXT_INIT;
	struct record *record;
	struct sample again;

	(void)state;
	sample_write(&out, &sample);
	record = parse_written(&out);
	assert_false(record_has(record, "system"));
	assert_false(record_has(record, "run"));
	assert_false(record_has(record, "better"));
	assert_false(record_has(record, "bound"));
	assert_false(record_has(record, "cached"));
	assert_null(sample_read(&again, record));
	assert_null(again.system);
	assert_null(again.unit);
	assert_null(again.source);
	assert_null(again.cached);
	assert_int_equal(again.bound, BOUND_NONE);
	assert_true(isnan(again.run) && isnan(again.part) && isnan(again.time));
	assert_true(isnan(again.resolution) && again.value == 0);
	assert_int_equal(again.better, BETTER_NEITHER);
	record_free(record);
	text_release(&out);
}

static void test_every_status_of_a_problem_reads_back(void **state)
{
	(void)state;
	for (int i = 0; i < PROBLEM_STATUS_COUNT; i++) {
		const struct problem problem = { .system = "Kata",
			.test = "storage",
			.run = 3,
			.part = NAN,
			.status = (enum problem_status)i,
			.message = "no du \x1B" };
		struct text out = TEXT_INIT;
		struct problem again;
		struct record *record;

		problem_write(&out, &problem);
		record = parse_written(&out);
		assert_null(problem_read(&again, record));
		assert_int_equal(again.status, i);
		assert_string_equal(again.message, problem.message);
		assert_string_equal(again.system, "Kata");
		assert_true(again.run == 3 && isnan(again.part));
		assert_null(again.source);
		assert_non_null(problem_status_verdict(again.status));
		record_free(record);
		text_release(&out);
	}
}

static void test_environment_reads_back(void **state)
{
	const struct environment environment = { "Host", "kernel", "6.1 \xFF" };
	struct text out = TEXT_INIT;
	struct environment again;
	struct record *record;

	(void)state;
	environment_write(&out, &environment);
	record = parse_written(&out);
	assert_null(environment_read(&again, record));
	assert_string_equal(again.system, "Host");
	assert_string_equal(again.name, "kernel");
	assert_string_equal(again.value, "6.1 \xEF\xBF\xBD"); /* U+FFFD for what is not UTF-8 */
	record_free(record);
	text_release(&out);
}

static void test_a_field_is_added_to_the_last_line(void **state)
{
	const struct environment environment = { NULL, "a", "1" };
	struct text out = TEXT_INIT;

	(void)state;
	environment_write(&out, &environment);
	environment_write(&out, &environment);
	record_add_text(&out, "host", "x\"y");
	assert_string_equal(out.data,
		"{\"kind\":\"environment\",\"name\":\"a\",\"value\":\"1\"}\n"
		"{\"kind\":\"environment\",\"name\":\"a\",\"value\":\"1\",\"host\":\"x\\\"y\"}\n");
	text_release(&out);
}

static void test_a_line_and_lists_can_be_forgotten(void **state)
{
	static const char *const lists[] = { "sources", "nosuch", NULL };
	static const char *const lines[] = {
		"{\"kind\":\"summary\",\"verdict\":\"Stable\",\"marks\":[\"a\",\"bc\"],"
		"\"sources\":[\"1.log:3\"]}",
		"{\"kind\":\"summary\",\"verdict\":\"\\u0053table\",\"marks\":[\"a\",\"bc\"],"
		"\"sources\":[\"1.log:3\"]}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct record *record = parse(lines[i]);
		const char *verdict = record_text(record, "verdict");
		struct strings marks = { 0 };
		struct strings sources = { 0 };

		record_add_strings(&marks, record, "marks");
		record_add_strings(&sources, record, "sources");
		record_forget(record, lists);
		assert_true(slice_is_empty(record->line));
		assert_text(verdict, "Stable", lines[i]);
		assert_int_equal(marks.count, 2);
		assert_text(marks.items[0], "a", lines[i]);
		assert_text(marks.items[1], "bc", lines[i]);
		free(marks.items);
		free(sources.items);
		record_free(record);
	}
}

static void test_list_owns_its_records(void **state)
{
	struct records records = { 0 };

	(void)state;
	for (int i = 0; i < 100; i++)
		records_add(&records, parse("{\"kind\":\"sample\"}"));
	assert_int_equal(records.count, 100);
	records_release(&records);
	assert_int_equal(records.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds_are_known_by_name),
		cmocka_unit_test(test_line_is_kept_byte_for_byte),
		cmocka_unit_test(test_what_is_no_object_is_no_record),
		cmocka_unit_test(test_sample_reads_back),
		cmocka_unit_test(test_absent_fields_stay_absent),
		cmocka_unit_test(test_every_status_of_a_problem_reads_back),
		cmocka_unit_test(test_environment_reads_back),
		cmocka_unit_test(test_a_field_is_added_to_the_last_line),
		cmocka_unit_test(test_a_line_and_lists_can_be_forgotten),
		cmocka_unit_test(test_list_owns_its_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
