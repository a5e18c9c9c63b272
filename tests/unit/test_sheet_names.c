/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for sheets, to Excel's rules; references to them. */
#include <stdlib.h>

#include "render/workbook/file/reference.h"
#include "render/workbook/sheet_names.h"
#include "tests/unit/unit.h"

static void test_names_follow_the_rules(void **state)
{
	/* In this order: a name taken is not given again. */
	static const struct {
		const char *wanted;
		const char *name;
	} rows[] = {
		{ "fio-read", "fio-read" },
		{ "History", "History (2)" },
		{ "hISTORY", "hISTORY (3)" },
		{ "FIO-READ", "FIO-READ (2)" },
		{ "fio-read", "fio-read (3)" },
		{ "fio-read (2)", "fio-read (2) (2)" },
		{ "a[b]c:d*e?f/g\\h!i", "a-b-c-d-e-f-g-h-i" },
		{ "'quoted'", "quoted" },
		{ "it's", "it's" },
		{ " ' ", "Unnamed" },
		{ "", "Unnamed (2)" },
		{ "a\nb", "a b" },
		{ "_x0041_", "-x0041_" },
		{ "abcdefghijklmnopqrstuvwxyz01234", "abcdefghijklmnopqrstuvwxyz01234" },
		{ "abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuvwxyz0 (2)" },
		{ "ABCDEFGHIJKLMNOPQRSTUVWXYZ01234", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0 (3)" },
		{ "abcdefghijklmnopqrstuvwxyz 123'x", "abcdefghijklmnopqrstuvwxyz 123" },
		/* 16 characters of two UTF-16 units each */
		{ "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀" },
		{ "Ärger", "Ärger" },
		{ "ärger", "ärger (2)" },
		{ "ÄRGER", "ÄRGER (3)" },
		{ "Ÿ", "Ÿ" },
		{ "Σ", "Σ" },
		{ "σ", "σ (2)" },
		{ "Жук", "Жук" },
		{ "жУК", "жУК (2)" },
		{ "测试", "测试" },
		{ "测式", "测式" },
	};
	struct sheet_names names = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *name = sheet_names_take(&names, rows[i].wanted);

		assert_text(name, rows[i].name, rows[i].wanted);
		free(name);
	}
	sheet_names_release(&names);
}

static void test_many_alike_stay_apart(void **state)
{
	struct sheet_names names = { 0 };
	char *last = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		free(last);
		last = sheet_names_take(&names, "the same name for a thousand sheets");
	}
	assert_string_equal(last, "the same name for a thou (1000)");
	free(last);
	sheet_names_release(&names);
}

static void test_references(void **state)
{
	static const struct {
		const char *sheet;
		struct area area;
		const char *reference;
	} rows[] = {
		{ "Samples", { 1, 3, 5, 3 }, "'Samples'!$D$2:$D$6" },
		{ "Samples 2", { 0, 0, 1048575, 0 }, "'Samples 2'!$A$1:$A$1048576" },
		{ "it's", { 0, 25, 0, 26 }, "'it''s'!$Z$1:$AA$1" },
		{ "2024", { 9, 701, 9, 702 }, "'2024'!$ZZ$10:$AAA$10" },
		{ "x", { 0, 16383, 0, 16383 }, "'x'!$XFD$1:$XFD$1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text formula = TEXT_INIT;

		reference_add_area(&formula, rows[i].sheet, rows[i].area);
		assert_text(formula.data, rows[i].reference, rows[i].reference);
		text_release(&formula);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_follow_the_rules),
		cmocka_unit_test(test_many_alike_stay_apart),
		cmocka_unit_test(test_references),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
