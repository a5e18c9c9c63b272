/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workbook - samples, and the loop that a person would write to have them on a sheet
 *
 *	workbook make ROWS >SAMPLES     sample records, always the same
 *	workbook write ROWS FILE        the same samples as a workbook of one sheet
 *
 * The loop reads nothing and makes up its rows: what it takes is what
 * libxlsxwriter takes for so many rows of eight cells, row by row to a file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

struct row {
	char system[32];
	char test[32];
	char source[128];
	long run;
	double value;
};

static void fill(struct row *row, long number)
{
	row->run = number / 100 + 1;
	row->value = 1 + (double)(number * 7919 % 1000003) / 1e6;
	snprintf(row->system, sizeof row->system, "system-%ld", number % 10);
	snprintf(row->test, sizeof row->test, "test-%02ld", number / 10 % 10);
	snprintf(row->source, sizeof row->source, "results/%s/%s/%ld.log:1", row->system, row->test,
		row->run);
}

static void make(long rows)
{
	struct row row;

	for (long i = 0; i < rows; i++) {
		fill(&row, i);
		printf("{\"kind\":\"sample\",\"system\":\"%s\",\"test\":\"%s\",\"run\":%ld,\"part\":1,"
		       "\"metric\":\"throughput\",\"value\":%.6f,\"unit\":\"B/s\","
		       "\"better\":\"higher\",\"source\":\"%s\"}\n",
			row.system, row.test, row.run, row.value, row.source);
	}
}

static void write_row(lxw_worksheet *sheet, lxw_row_t at, const struct row *row)
{
	worksheet_write_string(sheet, at, 0, row->system, NULL);
	worksheet_write_string(sheet, at, 1, row->test, NULL);
	worksheet_write_string(sheet, at, 2, "throughput", NULL);
	worksheet_write_number(sheet, at, 3, row->value, NULL);
	worksheet_write_string(sheet, at, 4, "B/s", NULL);
	worksheet_write_number(sheet, at, 5, 1, NULL);
	worksheet_write_number(sheet, at, 6, (double)row->run, NULL);
	worksheet_write_string(sheet, at, 7, row->source, NULL);
}

static int write_workbook(long rows, const char *path)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	lxw_workbook *workbook = workbook_new_opt(path, &options);
	lxw_worksheet *sheet = workbook_add_worksheet(workbook, "Samples");
	struct row row;

	for (long i = 0; i < rows; i++) {
		fill(&row, i);
		write_row(sheet, (lxw_row_t)i, &row);
	}
	return workbook_close(workbook) == LXW_NO_ERROR ? 0 : 1;
}

int main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "make") == 0) {
		make(atol(argv[2]));
		return 0;
	}
	if (argc == 4 && strcmp(argv[1], "write") == 0)
		return write_workbook(atol(argv[2]), argv[3]);
	fputs("usage: workbook make ROWS | workbook write ROWS FILE\n", stderr);
	return 2;
}
