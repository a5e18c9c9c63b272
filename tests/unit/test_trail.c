/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_trail - what there is to say of each of many values comes back as it was, and in order */
#include <stdlib.h>

#include "core/json.h"
#include "core/memory.h"
#include "stats/trail/pattern.h"
#include "stats/trail/traced.h"
#include "tests/unit/unit.h"

/* The text as JSON, by its pattern and by itself. */
static void check_quoted(const struct pattern *pattern, const uint64_t *numbers, const char *text)
{
	struct text written = TEXT_INIT;
	struct text by_pattern = TEXT_INIT;
	struct text by_itself = TEXT_INIT;
	struct pattern quoted;

	pattern_quote(pattern, &written);
	quoted = pattern_read(written.data);
	pattern_add_text(&quoted, numbers, &by_pattern);
	json_add_text(&by_itself, NULL, text);
	assert_text(by_pattern.data, by_itself.data, text);
	text_release(&written);
	text_release(&by_pattern);
	text_release(&by_itself);
}

static void test_texts_come_back_from_their_patterns(void **state)
{
	static const char *const texts[] = {
		"",
		"1.log:3",
		"results/Kata-2/dd/017.log:3-66",
		"0",
		"00",
		"-5",
		"a:",
		"a:07",
		"123456789012345",
		"1234567890123456",
		"99999999999999999999:1",
		"1/2/3/4/5/6",
		"\1",
		"x\1"
		"3",
		"\2y",
		"\xff\xfe"
		"1",
		"2026-11-25/1.5e3",
		"1:0:00:000",
		"a \"b\"\\1\t2",
		"\xE2\x82"
		"1\xAC\x7F",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct text written = TEXT_INIT;
		struct pattern pattern;
		struct text text = TEXT_INIT;
		uint64_t numbers[PATTERN_NUMBERS];

		pattern_of(&written, texts[i]);
		pattern = pattern_read(written.data);
		assert_row(pattern_fits(&pattern, texts[i], numbers), texts[i]);
		pattern_add_text(&pattern, numbers, &text);
		assert_text(text.data, texts[i], texts[i]);
		check_quoted(&pattern, numbers, texts[i]);
		text_release(&written);
		text_release(&text);
	}
}

static void test_what_differs_in_numbers_alone_has_one_pattern(void **state)
{
	static const struct {
		const char *a;
		const char *b;
		bool is_one;
	} rows[] = {
		{ "1.log:3", "20.log:17", true },
		{ "1.log:3", "1.txt:3", false },
		{ "1.log:3", "1.log", false },
		{ "1.log", "1.log:3", false },
		{ "007", "112", true },
		{ "007", "07", false },
		{ "7", "07", false },
		{ "1:2:3:4:5", "1:9:9:9:9", true },
		{ "1:2:3:4:5", "2:2:3:4:5", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text written = TEXT_INIT;
		struct pattern pattern;
		uint64_t numbers[PATTERN_NUMBERS];

		pattern_of(&written, rows[i].a);
		pattern = pattern_read(written.data);
		assert_row(pattern_fits(&pattern, rows[i].b, numbers) == rows[i].is_one, rows[i].a);
		text_release(&written);
	}
}

static const double keys[] = { 1, 2, 3, 0.1, 0.30000000000000004, -7, NAN, INFINITY, -0.0, 1e300,
	9e9, 123456.789 };

/* Regular stretches, and between them anything. */
static struct trace next_trace(const struct trace *before, uint64_t *seed)
{
	struct trace trace = *before;

	trace.key = before->key + 1;
	trace.order = before->order + 1;
	trace.numbers[0] += 1;
	if (random_below(seed, 10))
		return trace;
	trace.key = keys[random_below(seed, COUNT(keys))];
	trace.order = random_bits(seed);
	trace.form = random_below(seed, 3);
	trace.place = random_below(seed, 1000000);
	trace.resolution = random_below(seed, 2) ? 0 : keys[random_below(seed, 6)];
	trace.numbers[random_below(seed, PATTERN_NUMBERS)] = random_bits(seed) >>
							     random_below(seed, 64);
	return trace;
}

static void assert_same_trace(const struct trace *a, const struct trace *b)
{
	assert_memory_equal(&a->key, &b->key, sizeof a->key);
	assert_memory_equal(&a->resolution, &b->resolution, sizeof a->resolution);
	assert_memory_equal(a->numbers, b->numbers, sizeof a->numbers);
	assert_true(a->order == b->order && a->place == b->place && a->form == b->form);
}

static void test_trails_come_back(void **state)
{
	static const size_t limits[] = { 0, 1 }; /* in memory, and in a file as soon as may be */
	static const size_t sizes[] = { 0, 1, 2, 100, 40000 };

	(void)state;
	for (size_t i = 0; i < COUNT(limits) * COUNT(sizes); i++) {
		struct spill spill = { .limit = limits[i % COUNT(limits)] };
		size_t n = sizes[i / COUNT(limits)];
		struct trail trail = { 0 };
		struct trace trace = { 0 };
		struct trace read;
		struct trail_cursor cursor;
		uint64_t seed = n;

		for (size_t j = 0; j < n; j++) {
			trace = next_trace(&trace, &seed);
			trail_add(&trail, &spill, &trace);
		}
		assert_true((trail.part_count > 0) == (spill.limit && n > 10000));
		trace = (struct trace){ 0 };
		seed = n;
		trail_begin(&cursor, &trail, &spill);
		for (size_t j = 0; j < n; j++) {
			trace = next_trace(&trace, &seed);
			trail_next(&cursor, &read);
			assert_same_trace(&trace, &read);
		}
		trail_end(&cursor);
		trail_release(&trail, &spill);
		assert_int_equal(spill.held, 0);
		spill_release(&spill);
	}
}

static void test_a_regular_trail_takes_next_to_nothing(void **state)
{
	struct spill spill = { 0 };
	struct trail trail = { 0 };

	(void)state;
	for (uint64_t i = 0; i < 100000; i++)
		trail_add(&trail, &spill,
			&(struct trace){ (double)i / 10, 3 * i, 7, 2, 0.001, { i, 0, 100 - i } });
	assert_in_range(trail.length, 1, 100);
	trail_release(&trail, &spill);
}

static int compare(const void *a, const void *b)
{
	const struct traced_value *x = a;
	const struct traced_value *y = b;

	if (x->trace.key != y->trace.key)
		return x->trace.key < y->trace.key ? -1 : 1;
	return x->trace.order < y->trace.order ? -1 : 1;
}

static bool is_same(const struct traced_value *a, const struct traced_value *b, const void *context)
{
	return a->trace.key == b->trace.key && a->value == b->value && context;
}

/* As qsort() and a pass over what it gives. */
static size_t sort_and_drop(struct traced_value *values, size_t *n)
{
	size_t kept = 0;
	size_t dropped;

	qsort(values, *n, sizeof *values, compare);
	for (size_t i = 0; i < *n; i++)
		if (kept == 0 || !is_same(&values[kept - 1], &values[i], ""))
			values[kept++] = values[i];
	dropped = *n - kept;
	*n = kept;
	return dropped;
}

static void test_values_are_sorted_with_their_trail(void **state)
{
	static const size_t sizes[] = { 1, 2, 1000, SORT_AT_ONCE, SORT_AT_ONCE + 1, 200000 };
	static const struct traced_order order = { compare, is_same, "" };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		size_t n = sizes[i];
		struct traced_value *values = memory_allocate(n, sizeof *values);
		struct spill spill = { .limit = i % 2 };
		struct traced traced = { 0 };
		struct trail_cursor cursor;
		struct trace trace;
		uint64_t seed = n;

		for (size_t j = 0; j < n; j++) {
			values[j].value = (double)random_below(&seed, 3);
			values[j].trace.key = (double)random_below(&seed, n);
			values[j].trace.order = j;
			values[j].trace.numbers[1] = random_below(&seed, 100);
			traced_add(&traced, &spill, &values[j].trace, values[j].value);
		}
		assert_int_equal(traced_sort(&traced, &spill, &order), sort_and_drop(values, &n));
		assert_int_equal(traced.values.count, n);
		trail_begin(&cursor, &traced.trail, &spill);
		for (size_t j = 0; j < n; j++) {
			trail_next(&cursor, &trace);
			assert_same_trace(&trace, &values[j].trace);
			assert_true(traced.values.items[j] == values[j].value);
		}
		trail_end(&cursor);
		traced_release(&traced, &spill);
		assert_int_equal(spill.held, 0);
		spill_release(&spill);
		free(values);
	}
}

static void test_without_a_file_bytes_stay_in_memory(void **state)
{
	struct spill spill = { .limit = 1, .failed = true };
	struct trail trail = { 0 };
	struct trace trace = { 0 };
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < 10000; i++) {
		trace = next_trace(&trace, &seed);
		trail_add(&trail, &spill, &trace);
	}
	assert_int_equal(trail.part_count, 0);
	assert_int_equal(spill.held, trail.length);
	trail_release(&trail, &spill);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts_come_back_from_their_patterns),
		cmocka_unit_test(test_what_differs_in_numbers_alone_has_one_pattern),
		cmocka_unit_test(test_trails_come_back),
		cmocka_unit_test(test_a_regular_trail_takes_next_to_nothing),
		cmocka_unit_test(test_values_are_sorted_with_their_trail),
		cmocka_unit_test(test_without_a_file_bytes_stay_in_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
