/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tests - a sheet for each test */
#include "render/workbook/tests.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/report/details.h"
#include "render/workbook/samples.h"
#include "render/workbook/statistics.h"
#include "render/workbook/words.h"

enum {
	MOST_SHEETS = 250, /* each needs open files while the workbook is made */
	DIGITS = 4,
	CHART_ROWS = 14,
	COLUMN_OF_MEAN = 2,
	COLUMN_OF_HALF,
	COLUMN_OF_HIGH = 5,
};

/* The statistics shown, in the order of their columns, from the second on. */
static const enum statistic shown[] = { STATISTIC_N, STATISTIC_MEAN, STATISTIC_HALF, STATISTIC_LOW,
	STATISTIC_HIGH, STATISTIC_SD, STATISTIC_CV, STATISTIC_MEDIAN, STATISTIC_MIN,
	STATISTIC_MAX };

enum {
	SHOWN_COUNT = sizeof shown / sizeof *shown,
	VERDICT_COLUMN = 1 + SHOWN_COUNT,
	CHART_COLUMN = VERDICT_COLUMN + 2,
};

static void add_heads(struct sheet *sheet)
{
	sheet_add_text(sheet, "System", STYLE_HEAD);
	for (size_t i = 0; i < SHOWN_COUNT; i++)
		sheet_add_text(sheet, statistic_head(shown[i]), STYLE_HEAD_NUMBER);
	sheet_add_text(sheet, "Verdict", STYLE_HEAD);
	sheet_end_row(sheet);
}

/* Values of a metric are shown with the decimals that suit the largest of its means. */
static void add_format(struct text *format, enum statistic statistic, double largest)
{
	if (statistic == STATISTIC_N)
		number_format_plain(format, 0);
	else if (statistic == STATISTIC_CV)
		text_add(format, "0.0%");
	else
		number_format_significant(format, largest, DIGITS);
}

static void add_comment(
	struct sheet *sheet, const struct material *material, const struct summary *summary)
{
	const struct group *group = material_group(material, summary);
	struct strings lines = { 0 };
	struct text rows = TEXT_INIT;

	for (size_t i = 0; i < summary->reasons.count; i++)
		strings_add(&lines, summary->reasons.items[i]);
	if (summary->n) {
		text_add(&rows, "Values: sheet ");
		samples_add_rows(&rows, material, summary);
		if (group->source)
			text_add_format(&rows, "; the first is from %s", group->source);
		strings_add(&lines, rows.data);
	}
	if (lines.count)
		sheet_add_comment(sheet, &lines);
	text_release(&rows);
	free(lines.items);
}

static void add_row(struct sheet *sheet, const struct material *material,
	const struct details *details, const struct summary *summary, double largest)
{
	sheet_add_text(sheet, summary->system, STYLE_NAME);
	for (size_t i = 0; i < SHOWN_COUNT; i++) {
		struct text format = TEXT_INIT;

		add_format(&format, shown[i], largest);
		statistics_refer(sheet, material, summary, shown[i], details->factor, format.data);
		text_release(&format);
	}
	sheet_add_text(sheet, summary->verdict, STYLE_TEXT);
	if (*summary->verdict)
		add_comment(sheet, material, summary);
	sheet_end_row(sheet);
}

static double largest_mean(
	const struct summary *const *first, const struct summary *const *end, double factor)
{
	double largest = 0;

	for (; first < end; first++)
		if ((*first)->n)
			largest = fmax(largest, fabs((*first)->mean) / factor);
	return largest;
}

static void add_pairs(struct sheet *sheet, const struct ranking *ranking)
{
	static const char *const heads[] = { "Pair", "Ratio", "from", "to" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		sheet_add_text(sheet, heads[i], i ? STYLE_HEAD_NUMBER : STYLE_HEAD);
	sheet_add_text(sheet, "Evidence", STYLE_HEAD);
	sheet_end_row(sheet);
	for (size_t i = 0; i < ranking->pair_count; i++) {
		const struct pair *pair = &ranking->pairs[i];
		struct text text = TEXT_INIT;

		text_add_format(&text, "%s %s %s", pair->a, relation_sign(pair->relation), pair->b);
		sheet_add_text(sheet, text.data, STYLE_TEXT);
		sheet_add_number(sheet, pair->ratio, "0.000");
		sheet_add_number(sheet, pair->ci[0], "0.000");
		sheet_add_number(sheet, pair->ci[1], "0.000");
		sheet_add_text(sheet, pair->evidence, STYLE_OVERFLOW);
		sheet_end_row(sheet);
		text_release(&text);
	}
}

/* Beside the statistics that stand below a heading. */
static void add_chart(
	struct sheet *sheet, const struct details *details, size_t heading_row, size_t last_row)
{
	sheet_add_chart(sheet, &(struct sheet_chart){
				       .title = details->title,
				       .axis = details->unit_name,
				       .first_row = heading_row + 2,
				       .last_row = last_row,
				       .name_column = 0,
				       .value_column = COLUMN_OF_MEAN,
				       .error_column = COLUMN_OF_HALF,
				       .end_column = COLUMN_OF_HIGH,
				       .at_row = heading_row,
				       .at_column = CHART_COLUMN,
				       .rows = CHART_ROWS,
			       });
}

/* One metric: the summaries of its systems, from first up to end. */
static void write_metric(struct sheet *sheet, const struct material *material,
	const struct summary *const *first, const struct summary *const *end)
{
	const struct ranking *ranking = book_ranking(
		&material->book, (*first)->test, (*first)->metric, (*first)->part);
	struct details details;
	size_t heading_row = sheet_row(sheet);
	size_t first_row = heading_row + 2;
	size_t behind_row = 0;
	double largest;

	details_begin(&details, &material->book, *first, tables_unit(&material->tables, *first));
	largest = largest_mean(first, end, details.factor);
	sheet_add_line(sheet, details.title, STYLE_HEADING);
	add_heads(sheet);
	for (const struct summary *const *summary = first; summary < end; summary++)
		add_row(sheet, material, &details, *summary, largest);
	sheet_mark_verdicts(sheet,
		(struct area){ first_row, VERDICT_COLUMN, sheet_row(sheet) - 1, VERDICT_COLUMN });
	if ((*first)->better != BETTER_NEITHER) {
		add_chart(sheet, &details, heading_row, sheet_row(sheet) - 1);
		behind_row = heading_row + CHART_ROWS + 1;
	}
	if (ranking && *ranking->chain) {
		words_add_ranking(sheet, material, ranking);
		add_pairs(sheet, ranking);
	}
	do
		sheet_end_row(sheet);
	while (sheet_row(sheet) < behind_row);
	details_release(&details);
}

static bool same_metric(const struct summary *a, const struct summary *b)
{
	return strcmp(a->test, b->test) == 0 && same_label(a->metric, b->metric) &&
	       (a->part == b->part || (isnan(a->part) && isnan(b->part)));
}

/* The sheet of a test: its summaries, from first up to end. */
static void write_sheet(struct contents *contents, const struct summary *const *first,
	const struct summary *const *end)
{
	const struct material *material = contents->material;
	char *name = sheet_names_take(&contents->names, (*first)->test);
	struct sheet *sheet = spreadsheet_add_sheet(contents->spreadsheet, name);

	sheet_add_line(sheet, (*first)->test, STYLE_TITLE);
	sheet_add_line(sheet,
		"Bars show means, from zero; the lines on them the 95 % interval of the mean. Statistics of all metrics are on the sheet Statistics.",
		STYLE_FAINT);
	while (first < end) {
		const struct summary *const *next = first + 1;

		while (next < end && same_metric(*first, *next))
			next++;
		if ((*first)->metric && tables_show(&material->tables, *first)) {
			sheet_end_row(sheet);
			write_metric(sheet, material, first, next);
		}
		first = next;
	}
	sheet_freeze(sheet, 1, 1);
	free(name);
}

void tests_write(struct contents *contents)
{
	const struct material *material = contents->material;
	const struct summary *const *first = material->listed;
	const struct summary *const *end = first + material->group_count;

	for (size_t count = 0; first < end && count < MOST_SHEETS; count++) {
		const struct summary *const *next = first + 1;

		while (next < end && strcmp((*first)->test, (*next)->test) == 0)
			next++;
		write_sheet(contents, first, next);
		first = next;
	}
}
