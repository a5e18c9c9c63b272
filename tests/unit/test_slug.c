/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_slug - a title as a part of a file's name or of an address */
#include "render/report/slug.h"
#include "tests/unit/unit.h"

static void test_titles_become_small_letters_digits_and_dashes(void **state)
{
	static const struct {
		const char *title;
		const char *slug;
	} rows[] = {
		{ "Start Time", "start-time" },
		{ "dd: write.throughput (MB/s, more is better)",
			"dd-write-throughput-mb-s-more-is-better" },
		{ "../../etc/passwd", "etc-passwd" },
		{ "--a--b--", "a-b" },
		{ "<script>", "script" },
		{ "\xE6\x80\xA7\xE8\x83\xBD", "" }, /* no ASCII letter */
		{ "\xff\x01 x", "x" },
		{ "", "" },
		{ "1234567890123456789012345678901234567890123456789012345678901234",
			"123456789012345678901234567890123456789012345678901234567890" },
	};
	struct text slug = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&slug);
		slug_add(&slug, rows[i].title);
		assert_text(slug.data, rows[i].slug, rows[i].title);
	}
	text_release(&slug);
}

static void test_a_slug_is_added_behind_what_is_there(void **state)
{
	struct text slug = TEXT_INIT;

	(void)state;
	text_add(&slug, "table_");
	slug_add(&slug, " B ");
	assert_string_equal(slug.data, "table_b");
	text_release(&slug);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_titles_become_small_letters_digits_and_dashes),
		cmocka_unit_test(test_a_slug_is_added_behind_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
