/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_canvas - where the panels of a figure lie */
#include "render/report/plot/canvas.h"
#include "tests/unit/unit.h"

static void test_panels_do_not_overlap(void **state)
{
	static const struct panel_grid grid = {
		.columns = 2, .left = 80, .pitch = 340, .plot = 240, .body = 84
	};
	const double height = canvas_height(&canvas_graphic, &grid, 5);

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		struct place a = canvas_place(&canvas_graphic, &grid, i, height);

		assert_true(0 < a.left && a.left < a.right && a.right < 1);
		assert_true(0 < a.bottom && a.bottom < a.top && a.top < 1);
		for (size_t k = 0; k < i; k++) {
			struct place b = canvas_place(&canvas_graphic, &grid, k, height);

			assert_true(b.right < a.left || a.right < b.left || b.top < a.bottom ||
				    a.top < b.bottom);
		}
	}
}

static void test_a_page_of_a_terminal_has_one_panel(void **state)
{
	static const struct panel_grid grid = {
		.columns = 1, .left = 10, .pitch = 70, .plot = 50, .body = 3
	};
	const struct canvas canvas = canvas_text(80, 24);

	(void)state;
	assert_true(canvas_height(&canvas, &grid, 1) == canvas_height(&canvas, &grid, 9));
	assert_true(
		canvas_height(&canvas, &grid, 1) == 6); /* head, three rows, axis, its numbers */
}

static void test_a_window_too_small_is_taken_for_larger(void **state)
{
	(void)state;
	assert_true(canvas_text(132, 24).width == 132);
	assert_true(canvas_text(1, 1).width >= 40);
	assert_true(canvas_text(1, 1).curve >= 4);
	assert_true(canvas_text(80, 1000).curve <= 24);
}

static void test_capitals_take_more(void **state)
{
	const struct canvas canvas = canvas_text(80, 24);

	(void)state;
	assert_true(
		canvas_extent(&canvas_graphic, "KKKK") > canvas_extent(&canvas_graphic, "kkkk"));
	assert_true(canvas_extent(&canvas_graphic, "kkkk\x1Ekk") ==
		    canvas_extent(&canvas_graphic, "kkkk"));
	assert_true(canvas_extent(&canvas, "KKKK") == 4);
	assert_true(canvas_extent(&canvas, "漢字") == 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_panels_do_not_overlap),
		cmocka_unit_test(test_a_page_of_a_terminal_has_one_panel),
		cmocka_unit_test(test_a_window_too_small_is_taken_for_larger),
		cmocka_unit_test(test_capitals_take_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
