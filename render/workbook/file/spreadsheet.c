/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spreadsheet - a workbook in the making */
#include "render/workbook/file/spreadsheet.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/temporary.h"
#include "render/workbook/file/internal.h"
#include "render/workbook/package/package.h"

/*
 * The library has an array for the 16,384 columns of each sheet, and uses its
 * begin. Left to itself, malloc maps such blocks until it has freed a larger
 * one; from then on the whole array is memory.
 */
static void map_large_blocks(void)
{
	mallopt(M_MMAP_THRESHOLD, SHEET_MOST_COLUMNS * (int)sizeof(void *));
}

struct spreadsheet *spreadsheet_begin(const struct spreadsheet_properties *given)
{
	struct spreadsheet *spreadsheet = memory_allocate(1, sizeof *spreadsheet);
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	lxw_doc_properties properties = {
		.title = (char *)given->title,
		.subject = (char *)given->subject,
		.author = (char *)given->author,
		.created = given->created,
	};
	char path[64];

	map_large_blocks();
	spreadsheet->descriptor = temporary_file();
	snprintf(path, sizeof path, "/proc/self/fd/%d", spreadsheet->descriptor);
	spreadsheet->workbook = workbook_new_opt(path, &options);
	if (!spreadsheet->workbook || workbook_set_properties(spreadsheet->workbook, &properties))
		die("no memory for a workbook");
	return spreadsheet;
}

struct sheet *spreadsheet_add_sheet(struct spreadsheet *spreadsheet, const char *name)
{
	struct sheet *sheet = memory_allocate(1, sizeof *sheet);

	*sheet = (struct sheet){
		.spreadsheet = spreadsheet,
		.worksheet = workbook_add_worksheet(spreadsheet->workbook, name),
		.name = memory_copy_string(name),
		.buffer = TEXT_INIT,
	};
	if (!sheet->worksheet)
		die("a workbook's sheet: %s", strerror(errno));
	worksheet_set_default_row(sheet->worksheet, style_height(STYLE_TEXT, 1), LXW_FALSE);
	worksheet_set_landscape(sheet->worksheet);
	worksheet_fit_to_pages(sheet->worksheet, 1, 0);
	worksheet_set_margins(sheet->worksheet, 0.4, 0.4, 0.7, 0.7);
	worksheet_set_header(sheet->worksheet, "&L&A&R&F");
	worksheet_set_footer(sheet->worksheet, "&LMade by benchpipe&RPage &P of &N");
	worksheet_gridlines(sheet->worksheet, LXW_HIDE_ALL_GRIDLINES);
	spreadsheet->sheets = memory_reserve_one(spreadsheet->sheets, spreadsheet->sheet_count,
		&spreadsheet->sheet_capacity, sizeof(struct sheet *));
	spreadsheet->sheets[spreadsheet->sheet_count++] = sheet;
	return sheet;
}

bool spreadsheet_is_empty(const struct spreadsheet *spreadsheet)
{
	return spreadsheet->sheet_count == 0;
}

/* The library says what went wrong on standard error by itself: the caller does, in our words. */
static const char *close_quietly(lxw_workbook *workbook)
{
	int standard_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	lxw_error error;

	if (nowhere >= 0)
		dup2(nowhere, STDERR_FILENO);
	errno = 0;
	error = workbook_close(workbook);
	if (standard_error >= 0)
		dup2(standard_error, STDERR_FILENO);
	close(nowhere);
	close(standard_error);
	if (error == LXW_NO_ERROR)
		return NULL;
	return errno ? strerror(errno) : lxw_strerror(error);
}

static void release(struct spreadsheet *spreadsheet)
{
	for (size_t i = 0; i < spreadsheet->sheet_count; i++)
		sheet_free(spreadsheet->sheets[i]);
	for (size_t i = 0; i < spreadsheet->error_ranges.count; i++)
		free((char *)spreadsheet->error_ranges.items[i]);
	free(spreadsheet->error_ranges.items);
	free(spreadsheet->sheets);
	free(spreadsheet->numbers);
	index_release(&spreadsheet->number_formats);
	close(spreadsheet->descriptor);
	free(spreadsheet);
}

const char *spreadsheet_end(struct spreadsheet *spreadsheet, FILE *out)
{
	size_t *cells = memory_allocate(spreadsheet->sheet_count, sizeof *cells);
	struct package_plan plan = {
		.cell_counts = cells,
		.sheet_count = spreadsheet->sheet_count,
		.error_ranges = &spreadsheet->error_ranges,
	};
	const char *why;

	for (size_t i = 0; i < spreadsheet->sheet_count; i++) {
		sheet_fit_columns(spreadsheet->sheets[i]);
		sheet_colour_verdicts(spreadsheet->sheets[i]);
		cells[i] = spreadsheet->sheets[i]->cell_count;
	}
	why = close_quietly(spreadsheet->workbook);
	if (!why)
		why = package_finish(spreadsheet->descriptor, out, &plan);
	free(cells);
	release(spreadsheet);
	return why;
}
