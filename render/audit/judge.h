/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * audit/judge - a claim held against the data
 *
 * A claim is supported when what the data say implies it, contradicted when
 * they say what cannot be if it holds, and otherwise not testable by them.
 */
#ifndef RENDER_AUDIT_JUDGE_H
#define RENDER_AUDIT_JUDGE_H

#include "core/record.h"
#include "render/audit/basis.h"

enum finding { FINDING_SUPPORTED, FINDING_CONTRADICTED, FINDING_NOT_TESTABLE, FINDING_COUNT };

/* "supported", "contradicted", "not testable" */
const char *finding_name(enum finding finding);

/* What the relation that the data support (RELATION_COUNT: no data) makes of a claimed one. */
enum finding judge_relation(enum relation claimed, enum relation supported);

/*
 * What the data make of a row's status, which is one claim for each test that the
 * row is about: the worst of their verdicts is held against it. reasons gets a
 * line a metric, owned.
 */
enum finding judge_verdict(const struct basis *basis, const struct claim *claims, size_t count,
	struct strings *reasons);

/*
 * What the conclusion's metrics make of "a RELATION b": the relation over all of
 * them is `>` when each says so, `>=` when some say more and none less, `≈`
 * when all do, otherwise `?=?`. reasons gets a line a metric, owned.
 */
enum finding judge_couple(const struct basis *basis, const struct couple *couple,
	enum relation claimed, struct strings *reasons);

#endif
