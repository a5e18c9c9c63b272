/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * appendix - the parts of a story that list what the records hold besides results
 *
 * Each says nothing when there is nothing of its kind.
 */
#ifndef RENDER_REPORT_STORY_APPENDIX_H
#define RENDER_REPORT_STORY_APPENDIX_H

#include "render/report/story/teller.h"

/* What a reader should look at, and no program can decide. */
void tell_notes(struct teller *teller);

/* What became of cells from before to after. */
void tell_differences(struct teller *teller);

/* The same in words alone: how many of which kind, and what the columns are. */
void tell_differences_words(struct teller *teller);

/* Those that were not summarised. */
void tell_samples(struct teller *teller);

void tell_problems(struct teller *teller);

/* How runs went from interval to interval. */
void tell_series(struct teller *teller, enum story_length length);

void tell_environment(struct teller *teller);

/* The rules that decided, and their margins. */
void tell_policy(struct teller *teller);

/* What the report was made from, and by what. */
void tell_provenance(struct teller *teller);

#endif
