/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of others, as a spreadsheet's cell can hold it. */
#include <stdlib.h>

#include "core/memory.h"
#include "render/workbook/file/cell_text.h"
#include "tests/unit/unit.h"

static void test_text_reads_as_it_stands(void **state)
{
	static const struct {
		const char *foreign;
		const char *cell; /* NULL: as it is */
	} rows[] = {
		{ "", NULL },
		{ "fio-read", NULL },
		{ "=cmd|' /C calc'!A0", NULL }, /* a cell's type says that it is text */
		{ "max_rss", NULL },
		{ "_x", NULL },
		{ "_x004_", NULL },
		{ "Größe 测", NULL },
		{ "_x0041_", "_x005F_x0041_" },
		{ "a_x00e4_x00E4_", "a_x005F_x00e4_x005F_x00E4_" },
		{ "a\tb\nc\x01", "a b c " },
		{ "\x7F\xC2\x80", "  " },
		{ "a\xFF", "a\xEF\xBF\xBD" },
		{ "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
		{ "\xE2\x80\xAEx", "\xEF\xBF\xBDx" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text buffer = TEXT_INIT;

		assert_text(cell_text(&buffer, rows[i].foreign),
			rows[i].cell ? rows[i].cell : rows[i].foreign, rows[i].foreign);
		text_release(&buffer);
	}
}

static void test_no_escape_where_none_is_read(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	plain_text_add(&out, "_x0041_\n", CELL_TEXT_LIMIT);
	assert_string_equal(out.data, "_x0041_ ");
	text_release(&out);
}

/* So many letters, what is said behind them, and how many UTF-16 units that takes. */
static void check_cut(const char *letter, size_t count, size_t limit, const char *ending)
{
	struct text foreign = TEXT_INIT;
	struct text out = TEXT_INIT;
	size_t units = 0;

	for (size_t i = 0; i < count; i++)
		text_add(&foreign, letter);
	cell_text_add(&out, foreign.data, limit);
	for (const char *c = out.data; *c; c++)
		units += ((unsigned char)*c & 0xC0) != 0x80 ? (unsigned char)*c >= 0xF0 ? 2 : 1 : 0;
	assert_true(units <= limit);
	assert_true(out.length >= strlen(ending));
	assert_string_equal(out.data + out.length - strlen(ending), ending);
	text_release(&foreign);
	text_release(&out);
}

static void test_a_cut_is_said(void **state)
{
	(void)state;
	check_cut("x", 32767, CELL_TEXT_LIMIT, "xxx");
	check_cut("x", 32768, CELL_TEXT_LIMIT, "… [cut: 32768 characters]");
	check_cut("测", 40000, CELL_TEXT_LIMIT, "测… [cut: 40000 characters]");
	check_cut("\xF0\x9F\x98\x80", 16383, CELL_TEXT_LIMIT, "\xF0\x9F\x98\x80");
	check_cut("\xF0\x9F\x98\x80", 16384, CELL_TEXT_LIMIT, "… [cut: 16384 characters]");
	check_cut("_x0041_", 3000, CELL_TEXT_LIMIT, "… [cut: 21000 characters]");
	check_cut("x", 101, 100, "x… [cut: 101 characters]");
}

static void test_a_long_cell_is_cut(void **state)
{
	char *foreign = memory_allocate(70001, 1);
	struct text buffer = TEXT_INIT;

	(void)state;
	memset(foreign, 'y', 70000);
	assert_true(strlen(cell_text(&buffer, foreign)) <=
		    CELL_TEXT_LIMIT + 2); /* "…" is three bytes */
	text_release(&buffer);
	free(foreign);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_reads_as_it_stands),
		cmocka_unit_test(test_no_escape_where_none_is_read),
		cmocka_unit_test(test_a_cut_is_said),
		cmocka_unit_test(test_a_long_cell_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
