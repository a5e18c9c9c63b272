/* SPDX-License-Identifier: GPL-3.0-or-later */
/* validate [--document] DATASETS - what the verdicts are worth, by simulation */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "tests/validation/report.h"
#include "tests/validation/series.h"

/* 0 when it is no number of data sets. */
static unsigned parse_count(const char *text)
{
	char *end;
	unsigned long count;

	errno = 0;
	count = strtoul(text, &end, 10);
	return *end || errno || count > 100000000 ? 0 : (unsigned)count;
}

/* A list of studies that grows. */
struct studies {
	struct study *items;
	size_t count;
	size_t capacity;
};

static void add_study(struct studies *studies, const struct study *study)
{
	studies->items = memory_reserve_one(
		studies->items, studies->count, &studies->capacity, sizeof *studies->items);
	studies->items[studies->count++] = *study;
}

static void add_cells(struct studies *studies, const struct cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_study(studies, &cells[i].study);
}

static size_t add_table(struct studies *studies, struct study *(*make)(size_t *count))
{
	size_t count;
	struct study *items = make(&count);

	for (size_t i = 0; i < count; i++)
		add_study(studies, &items[i]);
	free(items);
	return count;
}

/* The studies that were run go back to their cells; returns those behind. */
static const struct study *take_cells(const struct study *studies, struct cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cells[i].study = studies[i];
	return studies + count;
}

int main(int argc, char **argv)
{
	bool document = argc == 3 && strcmp(argv[1], "--document") == 0;
	unsigned data_sets = argc >= 2 ? parse_count(argv[argc - 1]) : 0;
	size_t cell_count, series_count, series_rows = 0;
	struct cell *cells, *series;
	struct studies studies = { 0 };
	const struct study *of_tables;
	struct results results;
	bool good = true;

	if (!data_sets || argc > 2 + document) {
		fputs("usage: validate [--document] DATASETS\n", stderr);
		return 2;
	}
	cells = gates_cells(&cell_count);
	series = series_cells(&series_count);
	add_cells(&studies, cells, cell_count);
	add_cells(&studies, series, series_count);
	if (document) {
		add_table(&studies, tables_studies);
		series_rows = add_table(&studies, series_studies);
	}
	studies_run(studies.items, studies.count, data_sets);
	of_tables = take_cells(studies.items, cells, cell_count);
	of_tables = take_cells(of_tables, series, series_count);
	results = (struct results){ cells, cell_count, series, series_count, of_tables, series_rows,
		data_sets };
	if (document)
		report_document(&results);
	else
		good = report_lines(&results);
	free(studies.items);
	free(series);
	free(cells);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("validate: standard output");
		return 2;
	}
	return good ? 0 : 1;
}
