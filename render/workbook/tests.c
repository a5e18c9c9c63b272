/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tests - a sheet for each test */
#include "render/workbook/tests.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/workbook/metric.h"
#include "render/workbook/words.h"

enum { MOST_SHEETS = 250 }; /* each needs open files while the workbook is made */

static bool same_test(const struct summary *a, const struct summary *b)
{
	return strcmp(a->test, b->test) == 0;
}

static bool same_metric(const struct summary *a, const struct summary *b)
{
	return same_test(a, b) && same_label(a->metric, b->metric) && same_number(a->part, b->part);
}

/* Those that begin with the first and are the same in something. */
static struct summaries next_alike(const struct summary *const *first,
	const struct summary *const *end,
	bool (*is_same)(const struct summary *a, const struct summary *b))
{
	struct summaries alike = { first, first + 1 };

	while (alike.end < end && is_same(*first, *alike.end))
		alike.end++;
	return alike;
}

static void write_sheet(struct contents *contents, struct summaries test)
{
	const struct material *material = contents->material;
	char *name = sheet_names_take(&contents->names, (*test.first)->test);
	struct sheet *sheet = spreadsheet_add_sheet(contents->spreadsheet, name);

	sheet_add_line(sheet, (*test.first)->test, STYLE_TITLE);
	words_add(sheet, "workbook-test");
	while (test.first < test.end) {
		struct summaries metric = next_alike(test.first, test.end, same_metric);

		if ((*metric.first)->metric && tables_show(&material->tables, *metric.first)) {
			sheet_end_row(sheet);
			metric_write(sheet, material, metric);
		}
		test.first = metric.end;
	}
	sheet_freeze(sheet, 1, 1);
	free(name);
}

void tests_write(struct contents *contents)
{
	const struct summary *const *first = contents->material->listed;
	const struct summary *const *end = first + contents->material->group_count;

	for (size_t count = 0; first < end && count < MOST_SHEETS; count++) {
		struct summaries test = next_alike(first, end, same_test);

		write_sheet(contents, test);
		first = test.end;
	}
}
