/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_grid - a table of strings, and the notes below it */
#include <stdio.h>

#include "core/text.h"
#include "render/report/grid.h"
#include "tests/unit/unit.h"

static void assert_cell(const struct grid *grid, size_t row, size_t column, const char *expected)
{
	struct text text = TEXT_INIT;

	grid_add_cell_text(&text, grid_cell(grid, row, column));
	assert_text(text.data, expected, expected);
	text_release(&text);
}

static void test_an_empty_grid_has_no_rows(void **state)
{
	struct grid grid = { 0 };

	(void)state;
	assert_int_equal(grid_row_count(&grid), 0);
	grid_add_column(&grid, "System", GRID_NAME);
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
	grid_add_column(&grid, head, GRID_TEXT);
	grid_add_column(&grid, "MB/s", GRID_NUMBER);
	grid_add_cell(&grid, cell);
	grid_add_cell(&grid, NULL);
	grid_add_cell_format(&grid, "%s|%d %%", "a", 7);
	grid_add_cell(&grid, "");
	head[0] = cell[0] = 'X'; /* both were copied */
	assert_int_equal(grid_row_count(&grid), 2);
	assert_string_equal(grid.columns[0].head, "head");
	assert_int_equal(grid.columns[0].kind, GRID_TEXT);
	assert_int_equal(grid.columns[1].kind, GRID_NUMBER);
	assert_cell(&grid, 0, 0, "cell");
	assert_cell(&grid, 0, 1, "");
	assert_cell(&grid, 1, 0, "a|7 %");
	assert_cell(&grid, 1, 1, "");
	grid_release(&grid);
}

static void test_cells_know_what_they_sort_by(void **state)
{
	struct grid grid = { 0 };

	(void)state;
	grid_set_caption(&grid, "%s of %d", "Results", 3);
	grid_set_caption(&grid, "%s", "Results"); /* the last one holds */
	grid_add_column(&grid, "a", GRID_NUMBER);
	grid_add_number(&grid, 1234567.5, 6);
	grid_add_number(&grid, NAN, 6);
	grid_add_cell(&grid, "[13.7]");
	grid_set_value(&grid, 13.71);
	grid_set_verdict(&grid, "Unstable");
	grid_add_cell(&grid, "text");
	assert_string_equal(grid.caption, "Results");
	assert_cell(&grid, 0, 0, "1.23457e+06");
	assert_true(grid_cell(&grid, 0, 0)->value == 1234567.5);
	assert_cell(&grid, 1, 0, "");
	assert_true(isnan(grid_cell(&grid, 1, 0)->value));
	assert_true(grid_cell(&grid, 2, 0)->value == 13.71);
	assert_string_equal(grid_cell(&grid, 2, 0)->verdict, "Unstable");
	assert_true(isnan(grid_cell(&grid, 3, 0)->value));
	assert_null(grid_cell(&grid, 3, 0)->verdict);
	grid_release(&grid);
}

static void test_notes_are_numbered_behind_their_cells(void **state)
{
	struct grid grid = { 0 };
	char note[] = "first";

	(void)state;
	grid_add_column(&grid, "a", GRID_TEXT);
	grid_add_cell(&grid, "x");
	grid_add_note(&grid, note);
	note[0] = 'X';
	grid_add_cell(&grid, NULL);
	grid_add_note(&grid, "second");
	grid_add_note(&grid, "third");
	assert_cell(&grid, 0, 0, "x¹");
	assert_cell(&grid, 1, 0, "²³");
	assert_string_equal(grid_cell(&grid, 0, 0)->text, "x");
	assert_int_equal(grid_cell(&grid, 0, 0)->first_note, 1);
	assert_int_equal(grid_cell(&grid, 1, 0)->first_note, 2);
	assert_int_equal(grid_cell(&grid, 1, 0)->note_count, 2);
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
		grid_add_column(&grid, "c", GRID_NUMBER);
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++)
			grid_add_cell_format(&grid, "%d/%d", row, column);
	assert_int_equal(grid_row_count(&grid), ROWS);
	for (int row = 0; row < ROWS; row++) {
		for (int column = 0; column < COLUMNS; column++) {
			snprintf(cell, sizeof cell, "%d/%d", row, column);
			assert_cell(&grid, (size_t)row, (size_t)column, cell);
		}
	}
	grid_release(&grid);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_empty_grid_has_no_rows),
		cmocka_unit_test(test_cells_fill_row_by_row),
		cmocka_unit_test(test_cells_know_what_they_sort_by),
		cmocka_unit_test(test_notes_are_numbered_behind_their_cells),
		cmocka_unit_test(test_signs_of_notes_are_superscript_digits),
		cmocka_unit_test(test_large_grids_keep_every_cell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
