/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_grid - a table of strings, and the notes below it */
#include <stdio.h>

#include "core/text.h"
#include "render/report/grid.h"
#include "tests/unit/unit.h"

static void test_an_empty_grid_has_no_rows(void **state)
{
	struct grid grid = { 0 };

	(void)state;
	assert_int_equal(grid_row_count(&grid), 0);
	grid_add_column(&grid, "System", false);
	assert_int_equal(grid_row_count(&grid), 0);
	assert_int_equal(grid.column_count, 1);
	grid_release(&grid);
	assert_int_equal(grid.column_count, 0);
	grid_release(&grid);
}

static void test_cells_fill_row_by_row(void **state)
{
	struct grid grid = { 0 };
	char head[] = "head";
	char cell[] = "cell";

	(void)state;
	grid_add_column(&grid, head, false);
	grid_add_column(&grid, "MB/s", true);
	grid_add_cell(&grid, cell);
	grid_add_cell(&grid, NULL);
	grid_add_cell_format(&grid, "%s|%d %%", "a", 7);
	grid_add_cell(&grid, "");
	head[0] = cell[0] = 'X'; /* both were copied */
	assert_int_equal(grid_row_count(&grid), 2);
	assert_string_equal(grid.columns[0].head, "head");
	assert_false(grid.columns[0].is_numeric);
	assert_true(grid.columns[1].is_numeric);
	assert_string_equal(grid_cell(&grid, 0, 0), "cell");
	assert_string_equal(grid_cell(&grid, 0, 1), "");
	assert_string_equal(grid_cell(&grid, 1, 0), "a|7 %");
	assert_string_equal(grid_cell(&grid, 1, 1), "");
	grid_release(&grid);
}

static void test_notes_are_numbered_behind_their_cells(void **state)
{
	struct grid grid = { 0 };
	char note[] = "first";

	(void)state;
	grid_add_column(&grid, "a", false);
	grid_add_cell(&grid, "x");
	grid_add_note(&grid, note);
	note[0] = 'X';
	grid_add_cell(&grid, NULL);
	grid_add_note(&grid, "second");
	grid_add_note(&grid, "third");
	assert_string_equal(grid_cell(&grid, 0, 0), "x¹");
	assert_string_equal(grid_cell(&grid, 1, 0), "²³");
	assert_int_equal(grid.notes.count, 3);
	assert_string_equal(grid.notes.items[0], "first");
	assert_string_equal(grid.notes.items[2], "third");
	grid_release(&grid);
}

static void test_signs_of_notes_are_superscript_digits(void **state)
{
	static const struct {
		size_t number;
		const char *sign;
	} rows[] = {
		{ 1, "¹" },
		{ 9, "⁹" },
		{ 10, "¹⁰" },
		{ 12, "¹²" },
		{ 345678, "³⁴⁵⁶⁷⁸" },
	};
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&out);
		grid_add_note_sign(&out, rows[i].number);
		assert_text(out.data, rows[i].sign, rows[i].sign);
	}
	text_release(&out);
}

static void test_large_grids_keep_every_cell(void **state)
{
	enum { ROWS = 5000, COLUMNS = 12 };
	struct grid grid = { 0 };
	char cell[32];

	(void)state;
	for (int column = 0; column < COLUMNS; column++)
		grid_add_column(&grid, "c", true);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++)
			grid_add_cell_format(&grid, "%d/%d", row, column);
	assert_int_equal(grid_row_count(&grid), ROWS);
	for (int row = 0; row < ROWS; row++) {
		for (int column = 0; column < COLUMNS; column++) {
			snprintf(cell, sizeof cell, "%d/%d", row, column);
			assert_text(grid_cell(&grid, (size_t)row, (size_t)column), cell, cell);
		}
	}
	grid_release(&grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_empty_grid_has_no_rows),
		cmocka_unit_test(test_cells_fill_row_by_row),
		cmocka_unit_test(test_notes_are_numbered_behind_their_cells),
		cmocka_unit_test(test_signs_of_notes_are_superscript_digits),
		cmocka_unit_test(test_large_grids_keep_every_cell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
