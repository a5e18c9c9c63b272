/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * audit/findings - what becomes of each claim of a page, as text
 */
#ifndef RENDER_AUDIT_FINDINGS_H
#define RENDER_AUDIT_FINDINGS_H

#include "core/text.h"
#include "render/audit/basis.h"
#include "render/audit/judge.h"

/* How many claims came to what. */
struct tally {
	size_t counts[FINDING_COUNT];
};

/*
 * Adds a conclusion as it stands on the page, the sense of its signs, and under
 * it each two neighbours with the finding and what each metric says of them.
 */
void findings_tell_conclusion(const struct basis *basis, const struct claim *claim,
	struct tally *tally, struct text *out);

/* The same of a row's verdict, a claim for each test it is about, with what the data say of their metrics. */
void findings_tell_verdict(const struct basis *basis, const struct claim *claims, size_t count,
	struct tally *tally, struct text *out);

/* Adds what is missing from the tables, and what is odd about their units; nothing when neither is. */
void findings_tell_missing(const struct basis *basis, struct text *out);
void findings_tell_notes(const struct basis *basis, struct text *out);

/* "3 supported, 0 contradicted, 12 not testable" */
void tally_add(struct text *out, const struct tally *tally);

#endif
