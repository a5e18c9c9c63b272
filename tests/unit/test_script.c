/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_script - a figure's numbers and texts, as gnuplot's inline data */
#include "core/scan.h"
#include "render/report/plot/script.h"
#include "tests/unit/unit.h"

static void test_blocks_hold_numbers_and_texts(void **state)
{
	struct script script;
	struct text out = TEXT_INIT;

	(void)state;
	script_init(&script);
	script_set(&script, "width", 760);
	assert_int_equal(script_add_text(&script, "Host"), 1);
	assert_int_equal(script_add_text(&script, "END"), 2);
	script_open(&script, "rows");
	SCRIPT_ROW(&script, 1, 0.1, NAN);
	script_end_line(&script);
	SCRIPT_ROW(&script, INFINITY, -2.5e-300);
	script_end_part(&script);
	SCRIPT_ROW(&script, 3);
	script_close(&script);
	script_write(&out, &script);
	assert_string_equal(out.data, "width = 760\n"
				      "$rows << END\n1 0.1 NaN\n\nNaN -2.5e-300\n\n\n3\nEND\n"
				      "$text << END\n|Host\n|END\nEND\n");
	script_release(&script);
	text_release(&out);
}

/* Whatever a name is, it is one line of the block, and not its end. */
static void test_names_stay_in_their_line(void **state)
{
	static const char *const names[] = { "", "END", "\nEND\nsystem ('x')", "\r\n", "\x1E",
		"\xE2\x80\xA8", "`x`", "\\", "\xFF\xFE" };
	struct script script;
	struct text out = TEXT_INIT;
	struct slice rest;
	struct slice line;

	(void)state;
	script_init(&script);
	for (size_t i = 0; i < COUNT(names); i++) {
		script_add_name(&script, names[i], 20);
		script_add_label(&script, names[i], 20);
	}
	script_write(&out, &script);
	rest = slice_of(out.data);
	assert_true(scan_text(&rest, "$text << END\n"));
	for (size_t i = 0; i < 2 * COUNT(names); i++) {
		assert_row(scan_until(&rest, "\n", &line) && scan_char(&rest, '\n'), names[i / 2]);
		assert_row(slice_starts_with(line, "|"), names[i / 2]);
		assert_row(!slice_contains(line, "\r"), names[i / 2]);
	}
	assert_true(slice_equals(rest, "END\n"));
	script_release(&script);
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks_hold_numbers_and_texts),
		cmocka_unit_test(test_names_stay_in_their_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
