/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_record_errors - records that lack a field, or have one of another type */
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

static const char *read_by_kind(const struct record *record)
{
	union {
		struct sample sample;
		struct problem problem;
		struct environment environment;
		struct annotation annotation;
	} any;

	switch (record->kind) {
	case RECORD_SAMPLE:
		return sample_read(&any.sample, record);
	case RECORD_PROBLEM:
		return problem_read(&any.problem, record);
	case RECORD_NOTE:
		return annotation_read(&any.annotation, record);
	default:
		return environment_read(&any.environment, record);
	}
}

static void test_what_is_wrong_with_a_sample_problem_or_environment_is_said(void **state)
{
	static const char *const lines[] = {
		"{\"kind\":\"sample\",\"value\":1}",
		"{\"kind\":\"sample\",\"metric\":1,\"value\":1}",
		"{\"kind\":\"sample\",\"metric\":\"m\"}",
		"{\"kind\":\"sample\",\"metric\":\"m\",\"value\":\"1\"}",
		"{\"kind\":\"sample\",\"metric\":\"m\",\"value\":null}",
		"{\"kind\":\"sample\",\"metric\":\"m\",\"value\":1e999}",
		"{\"kind\":\"sample\",\"metric\":\"m\",\"value\":1,\"bound\":\"<=\"}",
		"{\"kind\":\"problem\"}",
		"{\"kind\":\"problem\",\"status\":\"bad luck\"}",
		"{\"kind\":\"problem\",\"status\":1}",
		"{\"kind\":\"note\",\"topic\":\"unit\"}",
		"{\"kind\":\"environment\",\"name\":\"a\"}",
		"{\"kind\":\"environment\",\"value\":\"a\"}",
		"{\"kind\":\"environment\",\"name\":1,\"value\":\"a\"}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct record *record = parse(lines[i]);

		assert_row(read_by_kind(record) != NULL, lines[i]);
		record_free(record);
	}
}

static const char *read_and_release(const struct record *record)
{
	struct series series;
	struct summary summary;
	struct ranking ranking;
	struct conclusion conclusion;
	const char *why;

	if (record->kind == RECORD_SERIES) {
		why = series_read(&series, record);
		series_release(&series);
	} else if (record->kind == RECORD_SUMMARY) {
		why = summary_read(&summary, record);
		summary_release(&summary);
	} else if (record->kind == RECORD_RANKING) {
		why = ranking_read(&ranking, record);
		ranking_release(&ranking);
	} else {
		why = conclusion_read(&conclusion, record);
		conclusion_release(&conclusion);
	}
	return why;
}

static void test_what_is_wrong_with_a_list_in_a_record_is_said(void **state)
{
	static const char *const lines[] = {
		"{\"kind\":\"series\",\"n\":1,\"mean\":1,\"verdict\":\"Steady\"}",
		"{\"kind\":\"series\",\"metric\":\"m\",\"mean\":1,\"verdict\":\"Steady\"}",
		"{\"kind\":\"series\",\"metric\":\"m\",\"n\":1,\"verdict\":\"Steady\"}",
		"{\"kind\":\"series\",\"metric\":\"m\",\"n\":1,\"mean\":1}",
		"{\"kind\":\"summary\",\"n\":0}",
		"{\"kind\":\"summary\",\"n\":1,\"verdict\":\"Stable\"}",
		"{\"kind\":\"summary\",\"n\":1,\"values\":[\"1\"],\"verdict\":\"Stable\"}",
		"{\"kind\":\"summary\",\"n\":1,\"values\":[1,2],\"verdict\":\"Stable\"}",
		"{\"kind\":\"summary\",\"n\":1e30,\"values\":[1],\"verdict\":\"Stable\"}",
		"{\"kind\":\"summary\",\"n\":-1,\"values\":[1],\"verdict\":\"Stable\"}",
		"{\"kind\":\"summary\",\"n\":0,\"first\":[null],\"verdict\":\"Stable\"}",
		"{\"kind\":\"ranking\",\"metric\":\"m\"}",
		"{\"kind\":\"ranking\",\"chain\":\"a\"}",
		"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":[1]}",
		"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":[{\"a\":\"x\",\"b\":\"y\"}]}",
		"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":"
		"[{\"a\":\"x\",\"relation\":\"<\"}]}",
		"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":"
		"[{\"a\":\"x\",\"b\":\"y\",\"relation\":\"=<\"}]}",
		"{\"kind\":\"conclusion\",\"chain\":\"a\"}",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		struct record *record = parse(lines[i]);

		assert_row(read_and_release(record) != NULL, lines[i]);
		record_free(record);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_wrong_with_a_sample_problem_or_environment_is_said),
		cmocka_unit_test(test_what_is_wrong_with_a_list_in_a_record_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
