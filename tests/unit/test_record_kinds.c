/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_record_kinds - summaries, rankings and conclusions written and read again */
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

static struct strings list_of(const char *const *items)
{
	struct strings list = { 0 };

	for (; *items; items++)
		strings_add(&list, *items);
	return list;
}

static void check_list(const struct strings *got, const struct strings *expected, const char *name)
{
	assert_row(got->count == expected->count, name);
	for (size_t i = 0; i < got->count; i++)
		assert_text(got->items[i], expected->items[i], name);
}

/* A summary with every field set, each to a number of its own. */
static void fill_summary(struct summary *summary)
{
	*summary = (struct summary){ .system = "Host",
		.test = "dd",
		.part = 1,
		.metric = "write.throughput",
		.unit = "B/s",
		.better = BETTER_LOWER,
		.n = 2,
		.mean = 0.1,
		.variance = 0.2,
		.sd = 0.3,
		.cv = 0.4,
		.ci = { -0.5, 0.6 },
		.median = 0.7,
		.mad = 0.8,
		.min = 0.9,
		.max = 1.1,
		.resolution = 1.2,
		.tau = 1.3,
		.alpha = 0.01,
		.bound = BOUND_BELOW,
		.verdict = "Stable?" };
	numbers_add(&summary->first, 1e300);
	numbers_add(&summary->cached, 1e200);
	numbers_add(&summary->cached, 2);
	summary->failed = 3;
	summary->not_steady = 4;
	summary->bounds = list_of((const char *const[]){ "< 5", "> 6", NULL });
	numbers_add(&summary->values, 0.1);
	numbers_add(&summary->values, -5e-324);
	summary->marks = list_of((const char *const[]){ "cached", NULL });
	summary->reasons = list_of((const char *const[]){ "a\n", "≈ \"b\"", NULL });
	summary->sources = list_of((const char *const[]){ "1.log:3", "2.log:3", NULL });
}

static void test_summary_reads_back(void **state)
{
	struct text out = TEXT_INIT;
	struct summary summary, again;
	struct record *record;

	(void)state;
	fill_summary(&summary);
	summary_write(&out, &summary);
	record = parse(out.data);
	assert_int_equal(record->kind, RECORD_SUMMARY);
	assert_null(summary_read(&again, record));
	assert_string_equal(again.metric, summary.metric);
	assert_string_equal(again.verdict, summary.verdict);
	assert_string_equal(again.unit, summary.unit);
	assert_int_equal(again.better, summary.better);
	assert_true(again.n == 2 && again.part == 1 && again.mean == 0.1 && again.variance == 0.2);
	assert_true(again.sd == 0.3 && again.cv == 0.4 && again.median == 0.7 && again.mad == 0.8);
	assert_true(again.ci[0] == -0.5 && again.ci[1] == 0.6 && again.min == 0.9);
	assert_true(again.max == 1.1 && again.resolution == 1.2 && again.tau == 1.3);
	assert_true(again.first.count == 1 && again.first.items[0] == 1e300);
	assert_true(again.cached.count == 2 && again.cached.items[0] == 1e200);
	assert_true(again.alpha == 0.01 && again.bound == BOUND_BELOW);
	assert_true(again.values.items[0] == 0.1 && again.values.items[1] == -5e-324);
	assert_int_equal(again.failed, 3);
	assert_int_equal(again.not_steady, 4);
	check_list(&again.bounds, &summary.bounds, "bounds");
	check_list(&again.marks, &summary.marks, "marks");
	check_list(&again.reasons, &summary.reasons, "reasons");
	check_list(&again.sources, &summary.sources, "sources");
	summary_release(&again);
	summary_release(&summary);
	record_free(record);
	text_release(&out);
}

static void test_summary_of_no_value_has_no_numbers(void **state)
{
	struct summary summary = summary_of_nothing();
	struct text out = TEXT_INIT;
	struct summary again;
	struct record *record;

	(void)state;
	summary.system = "Kata";
	summary.test = "dd";
	summary.verdict = "Failed";
	summary_write(&out, &summary);
	record = parse(out.data);
	assert_null(summary_read(&again, record));
	assert_null(again.metric);
	assert_int_equal(again.n, 0);
	assert_int_equal(again.values.count, 0);
	assert_false(record_has(record, "cached"));
	assert_false(record_has(record, "bounds"));
	assert_false(record_has(record, "failed"));
	assert_true(again.cached.count == 0 && again.bound == BOUND_NONE);
	assert_true(isnan(again.mean) && isnan(again.sd) && isnan(again.cv) && isnan(again.tau));
	assert_true(isnan(again.ci[0]) && isnan(again.ci[1]) && isnan(again.part));
	summary_release(&again);
	record_free(record);
	text_release(&out);
}

static void test_series_reads_back(void **state)
{
	struct series series = { .system = "Kata",
		.test = "iperf-to",
		.run = 3,
		.part = 2,
		.metric = "throughput",
		.unit = "B/s",
		.better = BETTER_HIGHER,
		.n = 60,
		.interval = 0.5,
		.dropped = 1,
		.zero = 2,
		.cut = 5,
		.cut_time = 2.5,
		.mean = 0.1,
		.sd = 0.2,
		.ci = { -0.3, 0.4 },
		.effective_n = 31.5,
		.r = -0.6,
		.min = 0.7,
		.max = 0.8,
		.whole_mean = 0.9,
		.tau = 1.1,
		.verdict = "Not steady" };
	struct text out = TEXT_INIT;
	struct series again;
	struct record *record;

	(void)state;
	series.reasons = list_of((const char *const[]){ "step: -30 %", NULL });
	series.sources = list_of((const char *const[]){ "1.log:7", "1.log:66", NULL });
	series_write(&out, &series);
	record = parse(out.data);
	assert_int_equal(record->kind, RECORD_SERIES);
	assert_null(series_read(&again, record));
	assert_string_equal(again.system, "Kata");
	assert_string_equal(again.test, "iperf-to");
	assert_string_equal(again.metric, "throughput");
	assert_string_equal(again.unit, "B/s");
	assert_string_equal(again.verdict, "Not steady");
	assert_int_equal(again.better, BETTER_HIGHER);
	assert_true(again.run == 3 && again.part == 2 && again.n == 60 && again.interval == 0.5);
	assert_true(again.dropped == 1 && again.zero == 2 && again.cut == 5);
	assert_true(again.cut_time == 2.5 && again.mean == 0.1 && again.sd == 0.2);
	assert_true(again.ci[0] == -0.3 && again.ci[1] == 0.4 && again.effective_n == 31.5);
	assert_true(again.r == -0.6 && again.min == 0.7 && again.max == 0.8);
	assert_true(again.whole_mean == 0.9 && again.tau == 1.1);
	check_list(&again.reasons, &series.reasons, "reasons");
	check_list(&again.sources, &series.sources, "sources");
	series_release(&again);
	series_release(&series);
	record_free(record);
	text_release(&out);
}

static void test_ranking_reads_back(void **state)
{
	struct pair pairs[RELATION_COUNT];
	struct letter letters[] = { { "b", "a" }, { "a", "ab" } };
	struct ranking ranking = { .test = "dd",
		.part = NAN,
		.metric = "m",
		.unit = "B/s",
		.better = BETTER_HIGHER,
		.chain = "a > b",
		.baseline = "b",
		.delta = 0.05,
		.alpha = 0.1,
		.pairs = pairs,
		.pair_count = RELATION_COUNT,
		.letters = letters,
		.letter_count = 2 };
	struct text out = TEXT_INIT;
	struct ranking again;
	struct record *record;

	(void)state;
	for (int i = 0; i < RELATION_COUNT; i++)
		pairs[i] = (struct pair){ "a", "b", 1.5 + i, { i ? 0.5 : NAN, i ? 2.5 : NAN },
			(enum relation)i, i ? "because" : NULL };
	ranking.left_out = list_of((const char *const[]){ "Kata: Failed", NULL });
	ranking.reasons = list_of((const char *const[]){ "spread moderated", NULL });
	ranking_write(&out, &ranking);
	record = parse(out.data);
	assert_null(ranking_read(&again, record));
	assert_string_equal(again.chain, "a > b");
	assert_string_equal(again.baseline, "b");
	assert_true(again.delta == 0.05 && again.alpha == 0.1 && isnan(again.part));
	assert_int_equal(again.pair_count, RELATION_COUNT);
	for (int i = 0; i < RELATION_COUNT; i++) {
		assert_int_equal(again.pairs[i].relation, i);
		assert_true(again.pairs[i].ratio == 1.5 + i);
		assert_true(i ? again.pairs[i].ci[1] == 2.5 : isnan(again.pairs[i].ci[1]));
		assert_text(again.pairs[i].evidence, pairs[i].evidence, "evidence");
	}
	check_list(&again.left_out, &ranking.left_out, "left_out");
	check_list(&again.reasons, &ranking.reasons, "reasons");
	assert_int_equal(again.letter_count, 2);
	for (size_t i = 0; i < 2; i++) {
		assert_string_equal(again.letters[i].system, letters[i].system);
		assert_string_equal(again.letters[i].letters, letters[i].letters);
	}
	free(ranking.left_out.items);
	free(ranking.reasons.items);
	ranking_release(&again);
	record_free(record);
	text_release(&out);
}

static void test_conclusion_reads_back(void **state)
{
	struct conclusion conclusion = { .title = "Storage", .better = BETTER_LOWER };
	struct text out = TEXT_INIT;
	struct conclusion again;
	struct record *record;

	(void)state;
	conclusion.from = list_of((const char *const[]){ "storage/size", NULL });
	conclusion.reasons = list_of((const char *const[]){ "x", "y", NULL });
	conclusion_write(&out, &conclusion);
	record = parse(out.data);
	assert_null(conclusion_read(&again, record));
	assert_string_equal(again.title, "Storage");
	assert_null(again.chain);
	assert_int_equal(again.better, BETTER_LOWER);
	check_list(&again.from, &conclusion.from, "from");
	check_list(&again.left_out, &conclusion.left_out, "left_out");
	check_list(&again.reasons, &conclusion.reasons, "reasons");
	free(conclusion.from.items);
	free(conclusion.reasons.items);
	conclusion_release(&again);
	record_free(record);
	text_release(&out);
}

static void test_note_reads_back(void **state)
{
	struct annotation note = { .topic = "unit", .message = "8 times\n" };
	struct text out = TEXT_INIT;
	struct annotation again;
	struct record *record;

	(void)state;
	note.from = list_of(
		(const char *const[]){ "wget-to/throughput", "iperf-to/throughput", NULL });
	annotation_write(&out, &note);
	record = parse(out.data);
	assert_int_equal(record->kind, RECORD_NOTE);
	assert_null(annotation_read(&again, record));
	assert_string_equal(again.topic, "unit");
	assert_string_equal(again.message, "8 times\n");
	check_list(&again.from, &note.from, "from");
	free(note.from.items);
	annotation_release(&again);
	record_free(record);
	text_release(&out);
}

static void test_relations_mirror_one_another(void **state)
{
	static const struct {
		enum relation relation;
		const char *sign;
		enum relation mirrored;
	} rows[] = {
		{ RELATION_LESS, "<", RELATION_GREATER },
		{ RELATION_LESS_OR_EQUAL, "<=", RELATION_GREATER_OR_EQUAL },
		{ RELATION_EQUIVALENT, "≈", RELATION_EQUIVALENT },
		{ RELATION_UNDECIDED, "?=?", RELATION_UNDECIDED },
		{ RELATION_GREATER_OR_EQUAL, ">=", RELATION_LESS_OR_EQUAL },
		{ RELATION_GREATER, ">", RELATION_LESS },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_text(relation_sign(rows[i].relation), rows[i].sign, rows[i].sign);
		assert_row(relation_mirrored(rows[i].relation) == rows[i].mirrored, rows[i].sign);
	}
}

static void claim_round_trip(void **state)
{
	const struct claim claim = {
		.title = "Storage",
		.chain = "Kata > Gvisor(host)",
		.source = "notes.md:71",
	};
	const struct claim verdict = { .system = "Kata", .test = "dd", .verdict = "Stable?" };
	struct text out = TEXT_INIT;
	struct claim again;
	struct record *record;

	(void)state;
	claim_write(&out, &claim);
	assert_string_equal(out.data,
		"{\"kind\":\"claim\",\"title\":\"Storage\","
		"\"chain\":\"Kata > Gvisor(host)\",\"source\":\"notes.md:71\"}\n");
	record = parse(out.data);
	assert_int_equal(record->kind, RECORD_CLAIM);
	assert_null(claim_read(&again, record));
	assert_string_equal(again.chain, claim.chain);
	assert_null(again.verdict);
	record_free(record);
	text_clear(&out);
	claim_write(&out, &verdict);
	record = parse(out.data);
	assert_null(claim_read(&again, record));
	assert_string_equal(again.verdict, "Stable?");
	record_free(record);
	record = parse("{\"kind\":\"claim\",\"title\":\"Storage\"}\n");
	assert_non_null(claim_read(&again, record));
	record_free(record);
	text_release(&out);
}

static void test_difference_reads_back(void **state)
{
	const char *marks[] = { MARK_CACHED };
	struct difference difference = {
		.system = "Kata",
		.test = "dd",
		.part = NAN,
		.metric = "rate",
		.unit = "B/s",
		.better = BETTER_HIGHER,
		.before = summary_of_nothing(),
		.after = summary_of_nothing(),
		.ratio = 0.5,
		.ci = { 0.25, 1 },
		.delta = 0.1,
		.alpha = NAN,
		.verdict = CHANGE_SEEMS_WORSE,
		.evidence = "seen",
	};
	struct difference again;
	struct text out = TEXT_INIT;
	struct record *record;

	(void)state;
	difference.after.n = 2;
	difference.after.mean = 1.5;
	difference.after.verdict = "Stable?";
	difference.after.marks = (struct strings){ marks, 1, 1 };
	difference_write(&out, &difference);
	assert_string_equal(out.data,
		"{\"kind\":\"difference\",\"system\":\"Kata\",\"test\":\"dd\",\"metric\":\"rate\","
		"\"unit\":\"B/s\",\"better\":\"higher\",\"after\":{\"n\":2,\"mean\":1.5,"
		"\"marks\":[\"cached\"],\"verdict\":\"Stable?\"},\"ratio\":0.5,\"ci\":[0.25,1],"
		"\"delta\":0.1,\"verdict\":\"worse?\",\"evidence\":\"seen\"}\n");
	record = parse(out.data);
	assert_int_equal(record->kind, RECORD_DIFFERENCE);
	assert_null(difference_read(&again, record));
	assert_int_equal(again.verdict, CHANGE_SEEMS_WORSE);
	assert_null(again.before.verdict);
	assert_int_equal(again.after.n, 2);
	assert_string_equal(again.after.marks.items[0], MARK_CACHED);
	assert_true(again.ci[0] == 0.25 && again.ci[1] == 1 && isnan(again.alpha));
	difference_release(&again);
	record_free(record);
	record = parse("{\"kind\":\"difference\",\"verdict\":\"nicer\"}\n");
	assert_non_null(difference_read(&again, record));
	difference_release(&again);
	record_free(record);
	text_release(&out);
}

/* What has a name is found by it; what nothing is called gives the one without, or the count. */
static void test_finds_by_name(void **state)
{
	(void)state;
	for (enum better i = BETTER_NEITHER; i <= BETTER_LOWER; i++)
		assert_int_equal(better_named(better_name(i)), i);
	for (enum bound i = BOUND_NONE; i <= BOUND_ABOVE; i++)
		assert_int_equal(bound_signed(bound_sign(i)), i);
	for (enum problem_status i = 0; i < PROBLEM_STATUS_COUNT; i++)
		assert_int_equal(problem_status_named(problem_status_text(i)), i);
	for (enum relation i = 0; i < RELATION_COUNT; i++)
		assert_int_equal(relation_signed(relation_sign(i)), i);
	for (enum change i = 0; i < CHANGE_COUNT; i++)
		assert_int_equal(change_named(change_name(i)), i);

	assert_int_equal(better_named("Higher"), BETTER_NEITHER);
	assert_int_equal(bound_signed("<="), BOUND_NONE);
	assert_int_equal(problem_status_named("Failed"), PROBLEM_STATUS_COUNT);
	assert_int_equal(relation_signed(NULL), RELATION_COUNT);
	assert_int_equal(change_named(""), CHANGE_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_summary_reads_back),
		cmocka_unit_test(test_summary_of_no_value_has_no_numbers),
		cmocka_unit_test(test_series_reads_back),
		cmocka_unit_test(test_ranking_reads_back),
		cmocka_unit_test(test_conclusion_reads_back),
		cmocka_unit_test(test_note_reads_back),
		cmocka_unit_test(test_relations_mirror_one_another),
		cmocka_unit_test(claim_round_trip),
		cmocka_unit_test(test_difference_reads_back),
		cmocka_unit_test(test_finds_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
