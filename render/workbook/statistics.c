/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics - the sheet Statistics */
#include "render/workbook/statistics.h"

#include <math.h>

#include "render/report/cell.h"
#include "render/report/story/teller.h"
#include "render/workbook/file/reference.h"
#include "render/workbook/samples.h"
#include "render/workbook/words.h"

static const char name[] = "Statistics";

enum {
	HEAD_ROW = 2,
	FIRST_ROW,
	NAME_COLUMNS = 3,
	FIRST_STATISTIC = 6, /* columns before them */
	VERDICT_COLUMN = FIRST_STATISTIC + STATISTIC_COUNT,
	DIGITS = 6,
};

/* A function of the values alone, as a file names it, or NULL: made of the others. */
static const struct kind {
	const char *head;
	const char *function;
	int power;
} kinds[] = {
	[STATISTIC_N] = { "n", "COUNT", 0 },
	[STATISTIC_MEAN] = { "Mean", "AVERAGE", 1 },
	[STATISTIC_VARIANCE] = { "Variance", "_xlfn.VAR.S", 2 },
	[STATISTIC_SD] = { "sd", "_xlfn.STDEV.S", 1 },
	[STATISTIC_CV] = { "cv", NULL, 0 },
	[STATISTIC_HALF] = { "± 95 %", NULL, 1 },
	[STATISTIC_LOW] = { "95 % from", NULL, 1 },
	[STATISTIC_HIGH] = { "95 % to", NULL, 1 },
	[STATISTIC_MEDIAN] = { "Median", "MEDIAN", 1 },
	[STATISTIC_MIN] = { "Minimum", "MIN", 1 },
	[STATISTIC_MAX] = { "Maximum", "MAX", 1 },
};

const char *statistic_head(enum statistic statistic)
{
	return kinds[statistic].head;
}

double statistic_value(const struct summary *summary, enum statistic statistic)
{
	const double values[] = {
		[STATISTIC_N] = (double)summary->n,
		[STATISTIC_MEAN] = summary->mean,
		[STATISTIC_VARIANCE] = summary->variance,
		[STATISTIC_SD] = summary->sd,
		[STATISTIC_CV] = summary->cv,
		[STATISTIC_HALF] = (summary->ci[1] - summary->ci[0]) / 2,
		[STATISTIC_LOW] = summary->ci[0],
		[STATISTIC_HIGH] = summary->ci[1],
		[STATISTIC_MEDIAN] = summary->median,
		[STATISTIC_MIN] = summary->min,
		[STATISTIC_MAX] = summary->max,
	};

	return summary->n ? values[statistic] : NAN;
}

enum statistic statistic_shown(const struct summary *summary)
{
	if (summary->bound != BOUND_NONE)
		return summary->bound == BOUND_BELOW ? STATISTIC_MAX : STATISTIC_MIN;
	return cell_shows_median(summary) ? STATISTIC_MEDIAN : STATISTIC_MEAN;
}

static size_t row_of(const struct material *material, const struct summary *summary)
{
	return FIRST_ROW + material_group(material, summary)->position;
}

void statistics_refer(struct sheet *sheet, const struct material *material,
	const struct summary *summary, enum statistic statistic, double factor,
	const char *number_format)
{
	double value = statistic_value(summary, statistic);
	struct text formula = TEXT_INIT;
	char number[NUMBER_SIZE];

	if (isnan(value)) {
		sheet_skip_cells(sheet, 1);
		return;
	}
	reference_add_cell(&formula, name, row_of(material, summary), FIRST_STATISTIC + statistic);
	number_write(number, factor);
	for (int i = 0; i < kinds[statistic].power && factor != 1; i++) {
		text_add_format(&formula, "/%s", number);
		value /= factor;
	}
	sheet_add_formula(sheet, formula.data, value, number_format);
	text_release(&formula);
}

/* A statistic of the row and what stands before it. */
static void add_own(struct text *formula, const char *before, enum statistic statistic, size_t row)
{
	text_add(formula, before);
	reference_add_own_cell(formula, row, FIRST_STATISTIC + statistic);
}

/* What is made of other cells of the row. */
static void add_derived(struct text *formula, enum statistic statistic, size_t row)
{
	if (statistic == STATISTIC_CV) {
		add_own(formula, "", STATISTIC_SD, row);
		add_own(formula, "/", STATISTIC_MEAN, row);
	} else if (statistic == STATISTIC_HALF) { /* which the function refuses for equal values */
		add_own(formula, "IF(", STATISTIC_SD, row);
		add_own(formula, "=0,0,_xlfn.CONFIDENCE.T(0.05,", STATISTIC_SD, row);
		add_own(formula, ",", STATISTIC_N, row);
		text_add(formula, "))");
	} else {
		add_own(formula, "", STATISTIC_MEAN, row);
		add_own(formula, statistic == STATISTIC_LOW ? "-" : "+", STATISTIC_HALF, row);
	}
}

static void add_formula(struct text *formula, const struct material *material,
	const struct summary *summary, enum statistic statistic)
{
	if (!kinds[statistic].function) {
		add_derived(formula, statistic, row_of(material, summary));
		return;
	}
	text_add_format(formula, "%s(", kinds[statistic].function);
	samples_add_used(formula, material, summary);
	text_add_char(formula, ')');
}

/* Numbers of one row that are alike have equally many decimals: those of the mean. */
static void add_format(struct text *format, const struct summary *summary, enum statistic statistic)
{
	double size = summary->mean == 0 ? summary->max : summary->mean;

	switch (statistic) {
	case STATISTIC_N:
		number_format_fixed(format, 0);
		break;
	case STATISTIC_CV:
		text_add(format, "0.0%");
		break;
	case STATISTIC_VARIANCE:
	case STATISTIC_SD:
	case STATISTIC_HALF:
		size = statistic_value(summary, statistic);
		/* fall through */
	default:
		number_format_significant(format, size, DIGITS);
	}
}

static void add_statistic(struct sheet *sheet, const struct material *material,
	const struct summary *summary, enum statistic statistic)
{
	double value = statistic_value(summary, statistic);
	struct text formula = TEXT_INIT;
	struct text format = TEXT_INIT;

	if (isnan(value)) {
		sheet_skip_cells(sheet, 1);
		return;
	}
	add_formula(&formula, material, summary, statistic);
	add_format(&format, summary, statistic);
	sheet_add_formula(sheet, formula.data, value, format.data);
	text_release(&formula);
	text_release(&format);
}

static void add_sentences(struct sheet *sheet, const struct strings *sentences, enum style style)
{
	struct text joined = TEXT_INIT;

	teller_join(&joined, sentences, "; ");
	sheet_add_text(sheet, joined.data, style);
	text_release(&joined);
}

static void add_row(
	struct sheet *sheet, const struct material *material, const struct summary *summary)
{
	static const char *const senses[] = {
		[BETTER_NEITHER] = NULL,
		[BETTER_HIGHER] = "more",
		[BETTER_LOWER] = "less",
	};
	struct text rows = TEXT_INIT;

	sheet_add_text(sheet, summary->system, STYLE_NAME);
	sheet_add_text(sheet, summary->test, STYLE_TEXT);
	sheet_add_text(sheet, summary->metric, STYLE_TEXT);
	sheet_add_number(sheet, summary->part, "");
	sheet_add_text(sheet, summary->unit, STYLE_TEXT);
	sheet_add_text(sheet, senses[summary->better], STYLE_TEXT);
	for (size_t i = 0; i < STATISTIC_COUNT; i++)
		add_statistic(sheet, material, summary, (enum statistic)i);
	sheet_add_text(sheet, summary->verdict, STYLE_TEXT);
	add_sentences(sheet, &summary->marks, STYLE_TEXT);
	sheet_add_number(sheet, summary->tau, "0.##%");
	samples_add_rows(&rows, material, summary);
	sheet_add_text(sheet, rows.data, STYLE_TEXT);
	add_sentences(sheet, &summary->reasons, STYLE_OVERFLOW);
	sheet_end_row(sheet);
	text_release(&rows);
}

static size_t add_heads(struct sheet *sheet)
{
	static const char *const before[] = { "System", "Test", "Metric", "Part", "Unit",
		"Better" };
	static const char *const behind[] = { "Verdict", "Marks", "Margin tau", "Values",
		"Reasons" };
	size_t count;

	for (size_t i = 0; i < FIRST_STATISTIC; i++)
		sheet_add_text(sheet, before[i], STYLE_HEAD);
	for (size_t i = 0; i < STATISTIC_COUNT; i++)
		sheet_add_text(sheet, kinds[i].head, STYLE_HEAD_NUMBER);
	for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
		sheet_add_text(sheet, behind[i], STYLE_HEAD);
	count = sheet_column(sheet);
	sheet_end_row(sheet);
	return count;
}

void statistics_write(struct contents *contents)
{
	const struct material *material = contents->material;
	struct sheet *sheet;
	size_t column_count;
	size_t last_row;

	if (material->group_count == 0)
		return;
	sheet = spreadsheet_add_sheet(contents->spreadsheet, name);
	sheet_add_line(sheet, "Statistics", STYLE_TITLE);
	words_add_line(sheet, "workbook-statistics"); /* one row: others refer to those below */
	column_count = add_heads(sheet);
	for (size_t i = 0; i < material->group_count; i++)
		add_row(sheet, material, material->listed[i]);
	last_row = sheet_row(sheet) - 1;
	sheet_freeze(sheet, FIRST_ROW, NAME_COLUMNS);
	sheet_repeat_row(sheet, HEAD_ROW);
	sheet_repeat_columns(sheet, NAME_COLUMNS, 2);
	sheet_filter(sheet, (struct area){ HEAD_ROW, 0, last_row, column_count - 1 });
	sheet_mark_verdicts(
		sheet, (struct area){ FIRST_ROW, VERDICT_COLUMN, last_row, VERDICT_COLUMN });
}
