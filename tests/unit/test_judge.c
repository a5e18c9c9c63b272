/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_judge - what the relation that data support makes of a claimed one */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/audit/judge.h"

enum { S = FINDING_SUPPORTED, C = FINDING_CONTRADICTED, N = FINDING_NOT_TESTABLE };

/*
 * By the meaning of the signs: `>` says more by over the margin, `>=` not less
 * by over it, `≈` neither, `?=?` that the data cannot tell. What is supported
 * implies the claim, excludes it, or does neither.
 */
static void every_claim_against_every_relation(void **state)
{
	static const enum relation claims[] = { RELATION_LESS, RELATION_LESS_OR_EQUAL,
		RELATION_EQUIVALENT, RELATION_UNDECIDED, RELATION_GREATER_OR_EQUAL,
		RELATION_GREATER };
	/* Supported: <  <=  ≈  ?=?  >=  >  no data */
	static const int expected[][7] = {
		[0] = { S, N, C, N, C, C, N }, /* < */
		[1] = { S, S, S, N, N, C, N }, /* <= */
		[2] = { C, N, S, N, N, C, N }, /* ≈ */
		[3] = { C, N, C, S, N, C, N }, /* ?=? */
		[4] = { C, N, S, N, S, S, N }, /* >= */
		[5] = { C, C, C, N, N, S, N }, /* > */
	};

	(void)state;
	for (size_t i = 0; i < sizeof claims / sizeof *claims; i++)
		for (int supported = 0; supported <= RELATION_COUNT; supported++)
			assert_int_equal(judge_relation(claims[i], (enum relation)supported),
				expected[i][supported]);
}

static void several_metrics_together(void **state)
{
	static const struct {
		size_t said[RELATION_COUNT];
		enum relation together;
	} cases[] = {
		{ { [RELATION_GREATER] = 3 }, RELATION_GREATER },
		{ { [RELATION_GREATER] = 2, [RELATION_UNDECIDED] = 1 }, RELATION_GREATER_OR_EQUAL },
		{ { [RELATION_GREATER] = 2, [RELATION_LESS] = 1 }, RELATION_UNDECIDED },
		{ { [RELATION_LESS_OR_EQUAL] = 1, [RELATION_EQUIVALENT] = 1 },
			RELATION_LESS_OR_EQUAL },
		{ { [RELATION_GREATER_OR_EQUAL] = 1, [RELATION_UNDECIDED] = 1 },
			RELATION_UNDECIDED },
		{ { [RELATION_EQUIVALENT] = 2 }, RELATION_EQUIVALENT },
		{ { [RELATION_EQUIVALENT] = 1, [RELATION_UNDECIDED] = 1 }, RELATION_UNDECIDED },
		{ { 0 }, RELATION_UNDECIDED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(relation_combined(cases[i].said), cases[i].together);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_claim_against_every_relation),
		cmocka_unit_test(several_metrics_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
