/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conclusions - the part of a story that says what the data support */
#include "render/report/story/conclusions.h"

/* "Start Time: Gvisor >= Docker: >= in 1 of 1; left out: ..." */
static void add_reasons(struct grid *grid, const struct conclusion *conclusion)
{
	struct text note = TEXT_INIT;

	if (conclusion->reasons.count == 0 && conclusion->left_out.count == 0)
		return;
	text_add_format(&note, "%s: ", conclusion->title);
	teller_join(&note, &conclusion->reasons, "; ");
	if (conclusion->left_out.count) {
		text_add_format(&note, "%sleft out: ", conclusion->reasons.count ? "; " : "");
		teller_join(&note, &conclusion->left_out, ", ");
	}
	grid_add_note(grid, note.data);
	text_release(&note);
}

/* What a written report concludes, when nothing else does. */
static void tell_claims(struct teller *teller)
{
	const struct book *book = teller->book;
	struct grid grid = { 0 };

	grid_set_caption(&grid, "Conclusions as written");
	grid_add_column(&grid, "", GRID_NAME);
	grid_add_column(&grid, "As written", GRID_TEXT);
	for (size_t i = 0; i < book->claim_count; i++) {
		if (!book->claims[i].chain)
			continue;
		grid_add_cell(&grid, book->claims[i].title);
		grid_add_cell(&grid, book->claims[i].chain);
	}
	if (grid_row_count(&grid) == 0) {
		grid_release(&grid);
		return;
	}
	teller_begin(teller, "conclusions", "Conclusions");
	teller_grid(teller, &grid);
	teller_end(teller);
}

void tell_conclusions(struct teller *teller)
{
	const struct book *book = teller->book;
	struct grid grid = { 0 };

	if (book->conclusion_count == 0) {
		tell_claims(teller);
		return;
	}
	teller_begin(teller, "conclusions", "Conclusions");
	grid_set_caption(&grid, "Conclusions");
	grid_add_column(&grid, "", GRID_NAME);
	grid_add_column(&grid, "What the data support", GRID_TEXT);
	grid_add_column(&grid, "Sense", GRID_TEXT);
	for (size_t i = 0; i < book->conclusion_count; i++) {
		const struct conclusion *conclusion = &book->conclusions[i];

		grid_add_cell(&grid, conclusion->title);
		grid_add_cell(&grid, teller_supported(conclusion));
		add_reasons(&grid, conclusion);
		grid_add_cell(&grid, teller_direction(conclusion->better));
	}
	teller_grid(teller, &grid);
	teller_words(teller, "relations", NULL);
	teller_end(teller);
}
