/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_scan - reading the grammar of a line piece by piece */
#include "core/scan.h"
#include "core/text.h"
#include "tests/unit/unit.h"

static void test_chain_reads_a_line(void **state)
{
	struct slice at = slice_of("user\t0m0.013s");
	struct reading user = { 0 };
	uint64_t minutes = 99;

	(void)state;
	assert_true(scan_text(&at, "user") && scan_blanks(&at) && scan_integer(&at, &minutes) &&
		    scan_char(&at, 'm') && scan_number(&at, &user) && scan_char(&at, 's') &&
		    scan_end(&at));
	assert_int_equal(minutes, 0);
	assert_close(user.value, 0.013, 0, "seconds");
	assert_close(user.resolution, 0.001, 0, "resolution");
}

static void test_leaves_at_alone_when_it_is_not_there(void **state)
{
	struct slice at = slice_of("-x");
	struct slice before = at;
	struct slice found = { 0 };
	struct reading reading;
	uint64_t value;

	(void)state;
	assert_false(scan_text(&at, "-xy"));
	assert_false(scan_char(&at, 'x'));
	assert_false(scan_until(&at, "y", &found));
	assert_false(scan_letters(&at, &found));
	assert_false(scan_integer(&at, &value));
	assert_false(scan_number(&at, &reading));
	assert_false(scan_number_of_any_locale(&at, &reading));
	assert_false(scan_end(&at));
	assert_true(scan_blanks(&at));
	assert_memory_equal(&at, &before, sizeof at);
}

static void test_finds_nothing_in_an_empty_slice(void **state)
{
	static const char text[] = "1a ";
	struct slice at = { text, text };
	struct slice found;
	struct reading reading;
	uint64_t value;

	(void)state;
	assert_false(scan_text(&at, "1"));
	assert_false(scan_char(&at, '1'));
	assert_false(scan_until(&at, "a", &found));
	assert_false(scan_word(&at, &found));
	assert_false(scan_letters(&at, &found));
	assert_false(scan_integer(&at, &value));
	assert_false(scan_number(&at, &reading));
	assert_true(scan_blanks(&at));
	assert_true(scan_end(&at));
	assert_ptr_equal(at.start, text);
}

static void test_blanks_are_space_tab_and_no_break_space(void **state)
{
	struct slice at = slice_of(" \t\xC2\xA0\xC2 a");

	(void)state;
	assert_true(scan_blanks(&at));
	assert_true(slice_equals(at, "\xC2 a")); /* half of a no-break space is no blank */
}

static void test_until_stops_before_the_text(void **state)
{
	struct slice at = slice_of("one, two, three");
	struct slice found;

	(void)state;
	assert_true(scan_until(&at, ", ", &found));
	assert_true(slice_equals(found, "one"));
	assert_true(slice_equals(at, ", two, three"));
	assert_true(scan_until(&at, "two", NULL));
	assert_true(slice_equals(at, "two, three"));
	assert_true(scan_until(&at, "two", &found));
	assert_true(slice_is_empty(found));
}

static void test_word_ends_at_any_blank(void **state)
{
	static const struct {
		const char *text;
		const char *word; /* NULL: there is none */
		const char *rest;
	} rows[] = {
		{ "ab cd", "ab", " cd" },
		{ "ab\tcd", "ab", "\tcd" },
		{ "ab\xC2\xA0"
		  "cd",
			"ab",
			"\xC2\xA0"
			"cd" },
		{ "ab", "ab", "" },
		{ "µs x", "µs", " x" },
		{ " ab", NULL, " ab" },
		{ "", NULL, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice at = slice_of(rows[i].text);
		struct slice word;

		assert_row(scan_word(&at, &word) == !!rows[i].word, rows[i].text);
		assert_row(!rows[i].word || slice_equals(word, rows[i].word), rows[i].text);
		assert_row(slice_equals(at, rows[i].rest), rows[i].text);
	}
}

static void test_letters_are_ascii(void **state)
{
	struct slice at = slice_of("Mbits/sec");
	struct slice micro = slice_of("µs");
	struct slice letters;

	(void)state;
	assert_true(scan_letters(&at, &letters));
	assert_true(slice_equals(letters, "Mbits"));
	assert_true(slice_equals(at, "/sec"));
	assert_false(scan_letters(&micro, &letters));
}

static void test_integer_fits_64_bits(void **state)
{
	static const struct {
		const char *text;
		bool there;
		uint64_t value;
		const char *rest;
	} rows[] = {
		{ "0", true, 0, "" },
		{ "007x", true, 7, "x" },
		{ "12.5", true, 12, ".5" },
		{ "18446744073709551615", true, UINT64_MAX, "" },
		{ "18446744073709551616", false, 0, "18446744073709551616" },
		{ "99999999999999999999999", false, 0, "99999999999999999999999" },
		{ "0000000000000000000000001", true, 1, "" },
		{ "-1", false, 0, "-1" },
		{ "+1", false, 0, "+1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice at = slice_of(rows[i].text);
		uint64_t value = 0;

		assert_row(scan_integer(&at, &value) == rows[i].there, rows[i].text);
		assert_row(value == rows[i].value || !rows[i].there, rows[i].text);
		assert_row(slice_equals(at, rows[i].rest), rows[i].text);
	}
}

static void test_number_takes_the_point_of_its_locale(void **state)
{
	static const struct {
		const char *text;
		double point; /* what scan_number() reads */
		double any;   /* what scan_number_of_any_locale() reads */
	} rows[] = {
		{ "1.5", 1.5, 1.5 },
		{ "1,5", 1, 1.5 },
		{ "0,013s", 0, 0.013 },
		{ "12, 13", 12, 12 },
		{ "12,", 12, 12 },
		{ "7", 7, 7 },
		{ "2,5e3", 2, 2500 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice at = slice_of(rows[i].text);
		struct slice again = at;
		struct reading reading;

		assert_row(scan_number(&at, &reading), rows[i].text);
		assert_close(reading.value, rows[i].point, 0, rows[i].text);
		assert_row(scan_number_of_any_locale(&again, &reading), rows[i].text);
		assert_close(reading.value, rows[i].any, 0, rows[i].text);
	}
}

static void test_end_allows_blanks_only(void **state)
{
	struct slice blank = slice_of(" \t\xC2\xA0");
	struct slice more = slice_of("  x");

	(void)state;
	assert_true(scan_end(&blank));
	assert_false(scan_end(&more));
	assert_true(slice_equals(more, "  x"));
}

static void test_parts_between_separators(void **state)
{
	static const struct {
		const char *text;
		const char *parts; /* each in brackets */
	} rows[] = {
		{ "a,b", "[a][b]" },
		{ "a", "[a]" },
		{ "a,", "[a]" },
		{ ",a", "[][a]" },
		{ "a,,b", "[a][][b]" },
		{ ",", "[]" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice rest = slice_of(rows[i].text);
		struct text parts = TEXT_INIT;
		struct slice part;

		while (scan_part(&rest, ',', &part))
			text_add_format(&parts, "[%.*s]", (int)slice_length(part), part.start);
		assert_text(parts.data, rows[i].parts, rows[i].text);
		text_release(&parts);
	}
}

/* Up to the length, and wherever in a word a byte is another. */
static void test_same_bytes_are_those_of_the_length(void **state)
{
	char a[32 + SAME_PADDING];
	char b[sizeof a];

	(void)state;
	memset(a, 'x', sizeof a);
	for (size_t length = 0; length <= 32; length++)
		for (size_t other = 0; other < sizeof a; other++) {
			memcpy(b, a, sizeof a);
			b[other] ^= (char)(1 << other % 8);
			assert_int_equal(same_bytes(a, b, length), other >= length);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parts_between_separators),
		cmocka_unit_test(test_chain_reads_a_line),
		cmocka_unit_test(test_leaves_at_alone_when_it_is_not_there),
		cmocka_unit_test(test_finds_nothing_in_an_empty_slice),
		cmocka_unit_test(test_blanks_are_space_tab_and_no_break_space),
		cmocka_unit_test(test_until_stops_before_the_text),
		cmocka_unit_test(test_word_ends_at_any_blank),
		cmocka_unit_test(test_letters_are_ascii),
		cmocka_unit_test(test_integer_fits_64_bits),
		cmocka_unit_test(test_number_takes_the_point_of_its_locale),
		cmocka_unit_test(test_end_allows_blanks_only),
		cmocka_unit_test(test_same_bytes_are_those_of_the_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
