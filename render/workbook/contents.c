/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contents - the sheets of a workbook, in their order */
#include "render/workbook/contents.h"

#include <stdlib.h>

#include "render/report/listings.h"
#include "render/workbook/conclusions.h"
#include "render/workbook/differences.h"
#include "render/workbook/listing.h"
#include "render/workbook/samples.h"
#include "render/workbook/series.h"
#include "render/workbook/statistics.h"
#include "render/workbook/summary.h"
#include "render/workbook/tests.h"

/* No test's sheet may be called as one of ours. */
static void take_own_names(struct contents *contents)
{
	static const char *const own[] = { "Summary", "Conclusions", "Statistics", "Environment",
		"Policy", "Problems", "Series", "Differences" };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		free(sheet_names_take(&contents->names, own[i]));
	for (size_t i = 0; i < contents->material->spool.sheet_count; i++) {
		struct text name = TEXT_INIT;

		samples_add_name(&name, i);
		free(sheet_names_take(&contents->names, name.data));
		text_release(&name);
	}
}

static void write_listings(struct contents *contents)
{
	const struct material *material = contents->material;
	struct grid environment = { 0 };
	struct grid policy = { 0 };
	struct grid problems = { 0 };

	differences_write(contents);
	listing_fill_environment(&environment, &material->book);
	listing_write(contents, "Environment", NULL, &environment);
	listing_fill_policy(&policy, &material->book, &material->tables);
	listing_write(contents, "Policy", "policy", &policy);
	listing_fill_problems(&problems, &material->book);
	listing_write(contents, "Problems", NULL, &problems);
}

void contents_write(struct spreadsheet *spreadsheet, struct material *material)
{
	struct contents contents = { .material = material, .spreadsheet = spreadsheet };

	take_own_names(&contents);
	summary_write_sheet(&contents);
	conclusions_write(&contents);
	statistics_write(&contents);
	tests_write(&contents);
	series_write_sheet(&contents);
	samples_write(&contents);
	write_listings(&contents);
	if (spreadsheet_is_empty(spreadsheet))
		sheet_add_line(spreadsheet_add_sheet(spreadsheet, "Summary"),
			"There are no records.", STYLE_FAINT);
	sheet_names_release(&contents.names);
}
