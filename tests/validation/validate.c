/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate [--document] DATASETS - what the verdicts are worth, by simulation */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "tests/validation/report.h"

/* 0 when it is no number of data sets. */
static unsigned parse_count(const char *text)
{
	char *end;
	unsigned long count;

	errno = 0;
	count = strtoul(text, &end, 10);
	return *end || errno || count > 100000000 ? 0 : (unsigned)count;
}

/* The studies of the cells, then those of the tables, at once. */
static struct study *all_studies(
	struct cell *cells, size_t cell_count, bool document, size_t *count)
{
	size_t table_count = 0;
	struct study *of_tables = document ? tables_studies(&table_count) : NULL;
	struct study *all = memory_allocate(cell_count + table_count, sizeof *all);

	for (size_t i = 0; i < cell_count; i++)
		all[i] = cells[i].study;
	for (size_t i = 0; i < table_count; i++)
		all[cell_count + i] = of_tables[i];
	free(of_tables);
	*count = cell_count + table_count;
	return all;
}

int main(int argc, char **argv)
{
	bool document = argc == 3 && strcmp(argv[1], "--document") == 0;
	unsigned data_sets = argc >= 2 ? parse_count(argv[argc - 1]) : 0;
	size_t cell_count, count;
	struct cell *cells;
	struct study *studies;
	struct results results;
	bool good = true;

	if (!data_sets || argc > 2 + document) {
		fputs("usage: validate [--document] DATASETS\n", stderr);
		return 2;
	}
	cells = gates_cells(&cell_count);
	studies = all_studies(cells, cell_count, document, &count);
	studies_run(studies, count, data_sets);
	for (size_t i = 0; i < cell_count; i++)
		cells[i].study = studies[i];
	results = (struct results){ cells, cell_count, studies + cell_count, data_sets };
	if (document)
		report_document(&results);
	else
		good = report_lines(&results);
	free(studies);
	free(cells);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("validate: standard output");
		return 2;
	}
	return good ? 0 : 1;
}
