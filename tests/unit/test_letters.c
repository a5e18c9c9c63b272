/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_letters - two systems share a letter exactly when they are not separated */
#include "stats/methods/letters.h"

#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

static void separate(bool *separated, size_t k, size_t a, size_t b)
{
	separated[a * k + b] = separated[b * k + a] = true;
}

static bool share(const struct letters *letters, size_t a, size_t b)
{
	for (size_t i = 0; i < letters->count; i++)
		if (letters->columns[i] >> a & letters->columns[i] >> b & 1)
			return true;
	return false;
}

static void check(const struct letters *letters, const bool *separated, size_t k, const char *row)
{
	for (size_t a = 0; a < k; a++) {
		assert_row(share(letters, a, a), row);
		for (size_t b = 0; b < k; b++)
			assert_row(a == b || share(letters, a, b) != separated[a * k + b], row);
	}
}

/* What multcompView's multcompLetters() says, letters in the order of first use. */
static void test_letters_are_those_of_r(void **state)
{
	struct tsv table;

	(void)state;
	tsv_read(&table, "tests/reference/letters.tsv");
	assert_true(tsv_row_count(&table) >= 20);
	for (size_t row = 0; row < tsv_row_count(&table); row++) {
		const char *id = tsv_text(&table, row, "id");
		struct numbers pairs = numbers_of(tsv_text(&table, row, "separated"));
		size_t k = (size_t)tsv_number(&table, row, "k");
		bool *separated = calloc(k * k, sizeof *separated);
		struct text all = TEXT_INIT;
		struct letters letters;

		for (size_t i = 0; i + 1 < pairs.count; i += 2)
			separate(separated, k, (size_t)pairs.items[i] - 1,
				(size_t)pairs.items[i + 1] - 1);
		assert_true(letters_of(&letters, separated, k));
		check(&letters, separated, k, id);
		for (size_t i = 0; i < k; i++) {
			char own[LETTERS_MOST + 1];

			letters_write(&letters, i, own);
			text_add_format(&all, "%s%s", i ? "," : "", own);
		}
		assert_text(all.data, tsv_text(&table, row, "letters"), id);
		text_release(&all);
		free(separated);
		free(pairs.items);
	}
	tsv_release(&table);
}

/* Whatever is separated, in whatever order: hostile graphs, not only those of intervals. */
static void test_any_relation_is_shown_or_refused(void **state)
{
	uint64_t random = 3;
	size_t shown_count = 0;

	(void)state;
	for (size_t round = 0; round < 2000; round++) {
		size_t k = 1 + random_below(&random, 20);
		size_t share_of_ten = random_below(&random, 11);
		bool *separated = calloc(k * k, sizeof *separated);
		struct letters letters;

		for (size_t a = 0; a < k; a++)
			for (size_t b = a + 1; b < k; b++)
				if (random_below(&random, 10) < share_of_ten)
					separate(separated, k, a, b);
		if (letters_of(&letters, separated, k)) {
			check(&letters, separated, k, "random");
			shown_count++;
		}
		free(separated);
	}
	assert_true(shown_count > 1900);
}

/* k pairs, each separated within: 2^k letters would be needed, were they all kept. */
static void test_too_many_letters_are_refused(void **state)
{
	enum { K = 40 };
	bool *separated = calloc(65 * 65, sizeof *separated);
	struct letters letters;

	(void)state;
	for (size_t a = 0; a < K; a += 2)
		separate(separated, K, a, a + 1);
	assert_false(letters_of(&letters, separated, K));
	assert_int_equal(letters.count, 0);
	memset(separated, 0, 65 * 65);
	assert_true(letters_of(&letters, separated, 64));
	assert_int_equal(letters.count, 1);
	assert_false(letters_of(&letters, separated, 65));
	assert_false(letters_of(&letters, separated, 0));
	free(separated);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_letters_are_those_of_r),
		cmocka_unit_test(test_any_relation_is_shown_or_refused),
		cmocka_unit_test(test_too_many_letters_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
