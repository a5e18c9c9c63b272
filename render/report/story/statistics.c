/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics - the part of a story that shows what stands behind the tables, metric by metric */
#include "render/report/story/statistics.h"

#include "core/chain.h"
#include "render/report/details.h"
#include "render/report/pairs.h"

static bool has_matrix(const struct ranking *ranking)
{
	return ranking && chain_compares(ranking->chain) && ranking->pair_count > 1;
}

static void tell_matrix(struct teller *teller, const struct ranking *ranking)
{
	struct grid grid = { 0 };

	grid_set_caption(&grid, "Every system against every other");
	pairs_fill_matrix(&grid, ranking);
	teller_grid(teller, &grid);
}

static void tell_pairs(struct teller *teller, const struct ranking *ranking)
{
	struct grid grid = { 0 };

	if (has_matrix(ranking))
		tell_matrix(teller, ranking);
	if (pairs_are_many(ranking)) {
		teller_paragraph(teller, "Their intervals and the evidence are in the records.");
		return;
	}
	grid_set_caption(&grid, "Pairs of systems");
	pairs_fill_list(&grid, ranking);
	teller_grid(teller, &grid);
}

/* Where no two can be compared, who is left out says why. */
void tell_chain(struct teller *teller, const struct ranking *ranking)
{
	struct text sentence = TEXT_INIT;

	if (chain_compares(ranking->chain)) {
		text_add_format(&sentence, "Ranking: %s", ranking->chain);
		if (ranking->better != BETTER_NEITHER)
			text_add_format(&sentence, " (%s)", teller_direction(ranking->better));
		text_add_format(&sentence, ", margin %g %%.", 100 * ranking->delta);
	} else {
		text_add(&sentence, "Ranking: none.");
	}
	if (ranking->left_out.count) {
		text_add(&sentence, " Left out: ");
		teller_join(&sentence, &ranking->left_out, "; ");
		text_add_char(&sentence, '.');
	}
	for (size_t i = 0; i < ranking->reasons.count; i++)
		text_add_format(&sentence, " Note: %s.", ranking->reasons.items[i]);
	teller_paragraph(teller, sentence.data);
	text_release(&sentence);
}

static void tell_ranking(struct teller *teller, const struct ranking *ranking)
{
	if (chain_compares(ranking->chain) || ranking->left_out.count)
		tell_chain(teller, ranking);
	if (chain_compares(ranking->chain))
		tell_pairs(teller, ranking);
}

static void tell_metric(struct teller *teller, const struct details *details)
{
	const struct summary *first = details->first;
	const struct ranking *ranking = book_ranking(
		teller->book, first->test, first->metric, first->part);
	struct grid statistics = { 0 };
	struct grid values = { 0 };

	teller_begin(teller, "metric", details->title);
	grid_set_caption(&statistics, "Statistics");
	details_fill_statistics(&statistics, details, teller->book);
	teller_grid(teller, &statistics);
	if (ranking)
		tell_ranking(teller, ranking);
	teller_figures(teller, NULL, first);
	grid_set_caption(&values, "Values in run order");
	details_fill_values(&values, details, teller->book);
	teller_grid(teller, &values);
	teller_end(teller);
}

static bool shows_letters(const struct teller *teller)
{
	const struct book *book = teller->book;

	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *metric = book->metrics[i];
		const struct ranking *ranking = book_ranking(
			book, metric->test, metric->metric, metric->part);

		if (has_matrix(ranking) && ranking->letter_count &&
			tables_show(&teller->tables, metric))
			return true;
	}
	return false;
}

static size_t count_shown(const struct teller *teller)
{
	size_t shown = 0;

	for (size_t i = 0; i < teller->book->metric_count; i++)
		shown += tables_show(&teller->tables, teller->book->metrics[i]);
	return shown;
}

static void tell_metrics(struct teller *teller)
{
	const struct book *book = teller->book;

	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *metric = book->metrics[i];
		struct details details;

		if (!tables_show(&teller->tables, metric))
			continue;
		details_begin(&details, book, metric, tables_unit(&teller->tables, metric));
		tell_metric(teller, &details);
		details_release(&details);
	}
}

void tell_statistics(struct teller *teller)
{
	size_t further = teller->book->metric_count - count_shown(teller);
	struct text remark = TEXT_INIT;

	if (teller->book->metric_count == 0)
		return;
	teller_begin(teller, "statistics", "Statistics");
	if (further) {
		text_add_format(&remark,
			"%zu further metrics, which no table above shows, are in the records.",
			further);
		teller_paragraph(teller, remark.data);
	}
	if (shows_letters(teller))
		teller_words(teller, "letters", NULL);
	tell_metrics(teller);
	teller_end(teller);
	text_release(&remark);
}
