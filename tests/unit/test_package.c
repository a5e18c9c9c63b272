/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook that is not whole is found out. */
#include <stdlib.h>
#include <unistd.h>

#include "render/workbook/file/spreadsheet.h"
#include "render/workbook/package/package.h"
#include "tests/unit/unit.h"

enum { CELLS = 2000 };

/* A workbook of one sheet, as the library makes it and we complete it. */
static FILE *make_workbook(void)
{
	struct spreadsheet *spreadsheet = spreadsheet_begin(&(struct spreadsheet_properties){
		.title = "t", .subject = "s", .author = "a", .created = 315532800 });
	struct sheet *sheet = spreadsheet_add_sheet(spreadsheet, "Numbers");
	FILE *file = tmpfile();

	for (int i = 0; i < CELLS; i++) {
		sheet_add_number(sheet, i, "");
		sheet_end_row(sheet);
	}
	assert_null(spreadsheet_end(spreadsheet, file));
	return file;
}

/* What is said of a workbook that should have so many cells. */
static const char *examine(FILE *file, size_t cells)
{
	struct strings error_ranges = { 0 };
	struct package_plan plan = { &cells, 1, &error_ranges };
	FILE *copy = tmpfile();
	const char *why = package_finish(fileno(file), copy, &plan);

	fclose(copy);
	return why;
}

static void test_a_whole_one_is_copied(void **state)
{
	struct strings error_ranges = { 0 };
	size_t cells = CELLS;
	struct package_plan plan = { &cells, 1, &error_ranges };
	FILE *file = make_workbook();
	FILE *copy = tmpfile();
	int one;
	int other;

	(void)state;
	assert_null(package_finish(fileno(file), copy, &plan));
	rewind(file);
	rewind(copy);
	do {
		one = getc(file);
		other = getc(copy);
		assert_int_equal(one, other);
	} while (one != EOF);
	fclose(file);
	fclose(copy);
}

static void test_a_missing_cell_is_missed(void **state)
{
	FILE *file = make_workbook();

	(void)state;
	assert_null(examine(file, CELLS));
	assert_non_null(examine(file, CELLS + 1));
	fclose(file);
}

static void test_a_cut_is_seen_wherever_it_is(void **state)
{
	FILE *file = make_workbook();
	long length;

	(void)state;
	fseek(file, 0, SEEK_END);
	length = ftell(file);
	for (long cut = length - 1; cut >= 0; cut -= 97) {
		assert_int_equal(ftruncate(fileno(file), cut), 0);
		assert_non_null(examine(file, CELLS));
	}
	fclose(file);
}

static void test_damage_ends_in_words(void **state)
{
	FILE *file = make_workbook();
	long length;

	(void)state;
	fseek(file, 0, SEEK_END);
	length = ftell(file);
	for (long at = 0; at < length; at += 61) {
		unsigned char was;
		unsigned char now;

		assert_int_equal(pread(fileno(file), &was, 1, at), 1);
		now = (unsigned char)~was;
		assert_int_equal(pwrite(fileno(file), &now, 1, at), 1);
		examine(file, CELLS); /* no crash; a name or a date may be any */
		assert_int_equal(pwrite(fileno(file), &was, 1, at), 1);
	}
	assert_null(examine(file, CELLS));
	fclose(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_whole_one_is_copied),
		cmocka_unit_test(test_a_missing_cell_is_missed),
		cmocka_unit_test(test_a_cut_is_seen_wherever_it_is),
		cmocka_unit_test(test_damage_ends_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
