/* SPDX-License-Identifier: GPL-3.0-or-later */
/* metric - a metric on its test's sheet */
#include "render/workbook/metric.h"

#include <math.h>

#include "render/report/details.h"
#include "render/report/pairs.h"
#include "render/workbook/comment.h"
#include "render/workbook/statistics.h"
#include "render/workbook/words.h"

/* The statistics shown, in the order of their columns, from the second on. */
static const enum statistic shown[] = { STATISTIC_N, STATISTIC_MEAN, STATISTIC_HALF, STATISTIC_LOW,
	STATISTIC_HIGH, STATISTIC_SD, STATISTIC_CV, STATISTIC_MEDIAN, STATISTIC_MIN,
	STATISTIC_MAX };

enum {
	SHOWN_COUNT = sizeof shown / sizeof *shown,
	MEAN_COLUMN = 2,
	HALF_COLUMN = 3,
	HIGH_COLUMN = 5,
	VERDICT_COLUMN = 1 + SHOWN_COUNT,
	CHART_COLUMN = VERDICT_COLUMN + 4,
	CHART_ROWS = 14,
	DIGITS = 4,
	RATIO_DECIMALS = 3,
};

static const double least_ratio = 0.1; /* that these decimals show with as many digits */

/* A metric while its rows are written. */
struct metric {
	struct sheet *sheet;
	const struct material *material;
	struct summaries summaries;
	struct details details;
	const struct ranking *ranking; /* NULL: none */
	double largest;                /* of the means, in the unit shown */
	bool has_marks;                /* a column of them */
	size_t heading_row;
};

static bool have_marks(struct summaries summaries)
{
	for (; summaries.first < summaries.end; summaries.first++)
		if ((*summaries.first)->marks.count)
			return true;
	return false;
}

static bool has_letters(const struct metric *metric)
{
	return metric->ranking && metric->ranking->letter_count;
}

static void add_heads(const struct metric *metric)
{
	struct sheet *sheet = metric->sheet;

	sheet_add_text(sheet, "System", STYLE_HEAD);
	for (size_t i = 0; i < SHOWN_COUNT; i++)
		sheet_add_text(sheet, statistic_head(shown[i]), STYLE_HEAD_NUMBER);
	sheet_add_text(sheet, "Verdict", STYLE_HEAD);
	if (metric->has_marks)
		sheet_add_text(sheet, "Marks", STYLE_HEAD);
	if (has_letters(metric))
		sheet_add_text(sheet, "Letters", STYLE_HEAD);
	sheet_end_row(sheet);
}

/* Values have the decimals that suit the largest of the means: they can be compared. */
static void add_format(struct text *format, enum statistic statistic, double largest)
{
	if (statistic == STATISTIC_N)
		number_format_plain(format, 0);
	else if (statistic == STATISTIC_CV)
		text_add(format, "0.0%");
	else
		number_format_significant(format, largest, DIGITS);
}

static void add_row(const struct metric *metric, const struct summary *summary)
{
	struct sheet *sheet = metric->sheet;
	struct text marks = TEXT_INIT;

	details_add_marks(&marks, summary);
	sheet_add_text(sheet, summary->system, STYLE_NAME);
	for (size_t i = 0; i < SHOWN_COUNT; i++) {
		struct text format = TEXT_INIT;

		add_format(&format, shown[i], metric->largest);
		statistics_refer(sheet, metric->material, summary, shown[i], metric->details.factor,
			format.data);
		text_release(&format);
	}
	sheet_add_text(sheet, summary->verdict, STYLE_TEXT);
	if (*summary->verdict)
		comment_add(sheet, metric->material, &summary->reasons, summary);
	if (metric->has_marks)
		sheet_add_text(sheet, marks.data, STYLE_TEXT);
	if (has_letters(metric))
		sheet_add_text(sheet, pairs_letters(metric->ranking, summary->system), STYLE_TEXT);
	sheet_end_row(sheet);
	text_release(&marks);
}

static double largest_mean(struct summaries summaries, double factor)
{
	double largest = 0;

	for (; summaries.first < summaries.end; summaries.first++)
		if ((*summaries.first)->n)
			largest = fmax(largest, fabs((*summaries.first)->mean) / factor);
	return largest;
}

static void add_statistics(const struct metric *metric)
{
	struct sheet *sheet = metric->sheet;
	size_t first_row;

	add_heads(metric);
	first_row = sheet_row(sheet);
	for (size_t i = 0; metric->summaries.first + i < metric->summaries.end; i++)
		add_row(metric, metric->summaries.first[i]);
	sheet_mark_verdicts(sheet,
		(struct area){ first_row, VERDICT_COLUMN, sheet_row(sheet) - 1, VERDICT_COLUMN });
	if (metric->details.first->better == BETTER_NEITHER)
		return;
	sheet_add_chart(sheet, &(struct sheet_chart){
				       .title = metric->details.title,
				       .axis = metric->details.unit_name,
				       .first_row = first_row,
				       .last_row = sheet_row(sheet) - 1,
				       .name_column = 0,
				       .value_column = MEAN_COLUMN,
				       .error_column = HALF_COLUMN,
				       .end_column = HIGH_COLUMN,
				       .at_row = metric->heading_row,
				       .at_column = CHART_COLUMN,
				       .rows = CHART_ROWS,
			       });
}

/* With the same decimals, so that they can be compared, as long as these show what it is. */
static void add_ratio(struct sheet *sheet, double ratio)
{
	struct text format = TEXT_INIT;

	if (ratio < least_ratio)
		number_format_significant(&format, ratio, RATIO_DECIMALS);
	else
		number_format_plain(&format, RATIO_DECIMALS);
	sheet_add_number(sheet, ratio, format.data);
	text_release(&format);
}

static void add_pair(struct sheet *sheet, const struct pair *pair)
{
	struct text relation = TEXT_INIT;

	text_add_format(&relation, "%s %s %s", pair->a, relation_sign(pair->relation), pair->b);
	sheet_add_text(sheet, relation.data, STYLE_TEXT);
	add_ratio(sheet, pair->ratio);
	add_ratio(sheet, pair->ci[0]);
	add_ratio(sheet, pair->ci[1]);
	sheet_add_text(sheet, pair_remark(pair), STYLE_OVERFLOW);
	sheet_end_row(sheet);
	text_release(&relation);
}

static void add_pair_heads(struct sheet *sheet, const struct ranking *ranking)
{
	sheet_add_text(sheet, "Pair", STYLE_HEAD);
	sheet_add_text(sheet, "Ratio", STYLE_HEAD_NUMBER);
	words_add_interval_heads(sheet, ranking->alpha);
	sheet_add_text(sheet, "Remark", STYLE_HEAD);
	sheet_end_row(sheet);
}

static void add_pairs(const struct metric *metric)
{
	struct sheet *sheet = metric->sheet;

	if (!metric->ranking || !(*metric->ranking->chain || metric->ranking->left_out.count))
		return;
	words_add_ranking(sheet, metric->material, metric->ranking);
	if (!*metric->ranking->chain)
		return;
	add_pair_heads(sheet, metric->ranking);
	for (size_t i = 0; i < metric->ranking->pair_count; i++)
		add_pair(sheet, &metric->ranking->pairs[i]);
}

void metric_write(struct sheet *sheet, const struct material *material, struct summaries summaries)
{
	const struct summary *first = *summaries.first;
	struct metric metric = {
		.sheet = sheet,
		.material = material,
		.summaries = summaries,
		.ranking = book_ranking(&material->book, first->test, first->metric, first->part),
		.has_marks = have_marks(summaries),
		.heading_row = sheet_row(sheet),
	};

	details_begin(
		&metric.details, &material->book, first, tables_unit(&material->tables, first));
	metric.largest = largest_mean(summaries, metric.details.factor);
	sheet_add_line(sheet, metric.details.title, STYLE_HEADING);
	add_statistics(&metric);
	add_pairs(&metric);
	if (first->better != BETTER_NEITHER) /* the chart stands beside */
		while (sheet_row(sheet) < metric.heading_row + CHART_ROWS)
			sheet_end_row(sheet);
	details_release(&metric.details);
}
