/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * audit/basis - what the data themselves say of systems, asked pair by pair
 */
#ifndef RENDER_AUDIT_BASIS_H
#define RENDER_AUDIT_BASIS_H

#include "core/record.h"
#include "core/text.h"
#include "render/report/book.h"
#include "render/report/tables.h"

/* The records behind a report, summarised and ranked. */
struct basis {
	const struct experiment *experiment;
	const struct book *book;
	const struct tables *tables;
};

/*
 * The conclusion that a title means: the same words, or all of them among its
 * own or the other way round ("Memory" for "Memory Usage"). NULL when there is
 * none, or more than one.
 */
const struct conclusion *basis_conclusion(const struct basis *basis, const char *title);

/*
 * The system that a name means for a conclusion: that of the name or alias or,
 * if it has no value there, the only one with values whose name begins with it
 * ("Gvisor-KVM" for "Gvisor"). NULL when no system has the name.
 */
const char *basis_system(
	const struct basis *basis, const struct conclusion *conclusion, const char *name);

/* Two systems of a conclusion. */
struct couple {
	const struct conclusion *conclusion;
	const char *a;
	const char *b;
};

/*
 * What a metric ("test/metric") of the conclusion says of the couple: true with
 * the relation of a to b, in the conclusion's sense, when both are ranked. Adds
 * the sentence with the numbers, or with why there is no relation, to words.
 */
bool basis_relation(const struct basis *basis, const struct couple *couple, const char *metric,
	enum relation *relation, struct text *words);

#endif
