/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_pdf - the date in a PDF file */
#include <stdlib.h>

#include "render/report/plot/pdf.h"
#include "tests/unit/unit.h"

#define FILE_WITH(date) "%PDF-1.5\n/CreationDate (D:" date "Z)\n%%EOF"

static void test_the_date_is_that_of_the_environment(void **state)
{
	static const struct {
		const char *epoch;
		const char *file;
	} rows[] = {
		{ "1600000000", FILE_WITH("20200913122640") }, /* date -u -d @1600000000 */
		{ "0", FILE_WITH("19700101000000") },
		{ NULL, FILE_WITH("20261125185259") },
		{ "", FILE_WITH("20261125185259") },
		{ "tomorrow", FILE_WITH("20261125185259") },
		{ "-1", FILE_WITH("20261125185259") },
		{ "99999999999999999999", FILE_WITH("20261125185259") },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text file = TEXT_INIT;

		if (rows[i].epoch)
			setenv("SOURCE_DATE_EPOCH", rows[i].epoch, 1);
		else
			unsetenv("SOURCE_DATE_EPOCH");
		text_add(&file, FILE_WITH("20261125185259"));
		pdf_set_date(&file);
		assert_text(file.data, rows[i].file, rows[i].epoch);
		text_release(&file);
	}
}

static void test_a_file_without_date_is_left_alone(void **state)
{
	static const char *const files[] = { "", "%PDF",
		"/CreationDate (D:", "/CreationDate (D:2026" };

	(void)state;
	setenv("SOURCE_DATE_EPOCH", "0", 1);
	for (size_t i = 0; i < COUNT(files); i++) {
		struct text file = TEXT_INIT;

		text_add(&file, files[i]);
		pdf_set_date(&file);
		assert_text(file.data, files[i], files[i]);
		text_release(&file);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_date_is_that_of_the_environment),
		cmocka_unit_test(test_a_file_without_date_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
