/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table - the gates themselves */
#include "tests/validation/events.h"
#include "tests/validation/gates.h"

#define TAU   .tau = 0.05
#define DELTA .delta = 0.03

/* clang-format off */
static const struct variety every_noise[] = {
	{ &noise_lognormal, 0.02 }, { &noise_lognormal, 0.15 }, { &noise_normal, 0.05 },
	{ &noise_heavy, 0.05 }, { &noise_skewed, 0.05 }, { &noise_rounded, 0.05 }, { 0 } };
static const struct variety every_continuous[] = {
	{ &noise_lognormal, 0.02 }, { &noise_lognormal, 0.15 }, { &noise_normal, 0.05 },
	{ &noise_heavy, 0.05 }, { &noise_skewed, 0.05 }, { 0 } };
static const struct variety quiet[] = { { &noise_lognormal, 0.01 }, { 0 } };
static const struct variety coarse[] = {
	{ &noise_rounded, 0.01 }, { &noise_rounded, 0.03 }, { 0 } };
static const struct variety cv_2[] = { { &noise_lognormal, 0.02 }, { 0 } };
static const struct variety cv_15[] = { { &noise_lognormal, 0.15 }, { 0 } };
static const struct variety some_quiet[] = {
	{ &noise_lognormal, 0.005 }, { &noise_lognormal, 0.01 }, { &noise_lognormal, 0.02 },
	{ &noise_heavy, 0.01 }, { &noise_skewed, 0.01 }, { &noise_rounded, 0.01 },
	{ &noise_coarse, 0.01 }, { 0 } };
static const struct variety not_less_than_tau[] = {
	{ &noise_lognormal, 0.05 }, { &noise_normal, 0.05 }, { &noise_lognormal, 0.075 },
	{ &noise_lognormal, 0.10 }, { 0 } };
static const struct variety not_more_than_tau[] = {
	{ &noise_lognormal, 0.05 }, { &noise_normal, 0.05 }, { &noise_lognormal, 0.04 },
	{ &noise_lognormal, 0.02 }, { &noise_rounded, 0.02 }, { &noise_coarse, 0.01 },
	{ &noise_coarse, 0.02 }, { 0 } };
static const struct variety not_normal_at_tau[] = {
	{ &noise_heavy, 0.05 }, { &noise_skewed, 0.05 }, { &noise_rounded, 0.05 }, { 0 } };
static const struct variety clean[] = {
	{ &noise_lognormal, 0.02 }, { &noise_lognormal, 0.05 }, { &noise_normal, 0.05 },
	{ &noise_lognormal, 0.15 }, { &noise_rounded, 0.02 }, { &noise_coarse, 0.02 }, { 0 } };

/* At each of the sizes that people have, the same bound. */
#define AT_2_TO_30(bound) \
	{ { 2, bound }, { 3, bound }, { 5, bound }, { 10, bound }, { 30, bound } }
#define AT_3_TO_30(bound) \
	{ { 3, bound }, { 4, bound }, { 5, bound }, { 6, bound }, { 8, bound }, { 10, bound }, \
		{ 30, bound } }
/* clang-format on */

const struct gate gates[] = {
	{ "false > or < among equal systems", AT_MOST, says_different, { TAU, DELTA }, every_noise,
		{ 2, 5 }, AT_2_TO_30(.05) },
	{ "false > or <, no margins and no verdicts to hide behind", FOR_INFORMATION,
		says_different, { .tau = 10, .delta = 1e-9 }, every_noise, { 2, 5 },
		AT_2_TO_30(.05) },
	{ "false > or <, first system of 3 runs", AT_MOST, says_different,
		{ TAU, DELTA, .n_of_first = 3 }, every_noise, { 2, 5 },
		{ { 2, .05 }, { 5, .05 }, { 10, .05 }, { 30, .05 } } },
	{ "false > or <, first system at CV 10 %", AT_MOST, says_different,
		{ .tau = 0.2, DELTA, .cv_of_first = 0.1 }, cv_2, { 2, 5 }, AT_2_TO_30(.05) },
	{ "false > or <, first system of 3 runs at CV 10 %", AT_MOST, says_different,
		{ .tau = 0.2, DELTA, .cv_of_first = 0.1, .n_of_first = 3 }, cv_2, { 2, 5 },
		{ { 5, .05 }, { 10, .05 }, { 30, .05 } } },
	{ "false > or <, moderated over 20 series more of its spread", AT_MOST, says_different,
		{ TAU, DELTA, .others = 20 }, every_continuous, { 3, 5 }, AT_2_TO_30(.05) },
	{ "the same, no margins and no verdicts to hide behind", AT_MOST, says_different,
		{ .tau = 10, .delta = 1e-9, .others = 20 }, every_continuous, { 3, 5 },
		AT_2_TO_30(.05) },
	{ "the same, 60 other series of half its spread", AT_MOST, says_different,
		{ .tau = 10, .delta = 1e-9, .others = 60, .others_cv = 0.01 }, cv_2, { 3, 5 },
		AT_2_TO_30(.05) },
	{ "the same, 60 other series of 1.4 times less spread", AT_MOST, says_different,
		{ .tau = 10, .delta = 1e-9, .others = 60, .others_cv = 0.0143 }, cv_2, { 3, 5 },
		AT_2_TO_30(.05) },
	{ "the same, first system spreads 2.5 times as much", AT_MOST, says_different,
		{ .tau = 10, .delta = 1e-9, .others = 60, .cv_of_first = 0.05 }, cv_2, { 3, 5 },
		AT_2_TO_30(.05) },
	{ "compare: false better or worse among 20 equal cells, no margins and no verdicts to hide behind",
		AT_MOST, says_changed, { .tau = 10, .delta = 1e-9, .others = 40 }, every_continuous,
		{ 1 }, { { 2, .05 }, { 3, .05 }, { 5, .05 }, { 10, .05 } } },
	{ "> of all found, moderated: true difference of 15 %", FOR_INFORMATION, says_first_greater,
		{ TAU, DELTA, .ratio_less_1 = 0.15, .others = 60 }, cv_2, { 5 },
		{ { 2, 0 }, { 3, 0 }, { 5, 0 }, { 10, 0 } } },
	{ "> of all found, not moderated: true difference of 15 %", FOR_INFORMATION,
		says_first_greater, { TAU, DELTA, .ratio_less_1 = 0.15 }, cv_2, { 5 },
		{ { 2, 0 }, { 3, 0 }, { 5, 0 }, { 10, 0 } } },
	{ "false ≈ at a true difference of delta", AT_MOST, says_first_equal,
		{ TAU, DELTA, .ratio_less_1 = 0.03 }, some_quiet, { 2, 5 }, AT_2_TO_30(.05) },
	{ "false > or < at a true difference of delta", AT_MOST, says_different,
		{ TAU, DELTA, .ratio_less_1 = 0.03 }, some_quiet, { 2, 5 }, AT_2_TO_30(.05) },
	{ "≈ found: true difference of delta / 3", AT_LEAST, says_first_equal,
		{ TAU, DELTA, .ratio_less_1 = 0.01 }, cv_2, { 2 }, { { 30, .94 } } },
	{ "> found: true difference of 10 %", AT_LEAST, says_first_greater,
		{ TAU, DELTA, .ratio_less_1 = 0.10 }, cv_2, { 2 }, { { 3, .70 }, { 5, .98 } } },
	{ "> found: true difference of 20 %, by a coarse clock", FOR_INFORMATION,
		says_first_greater, { TAU, DELTA, .ratio_less_1 = 0.20 }, coarse, { 2, 5 },
		{ { 3, 0 }, { 5, 0 }, { 10, 0 } } },
	{ "> of all found: true difference of 10 %", FOR_INFORMATION, says_first_greater,
		{ TAU, DELTA, .ratio_less_1 = 0.10 }, cv_2, { 5 },
		{ { 2, 0 }, { 3, 0 }, { 5, 0 }, { 10, 0 } } },

	{ "called Stable at CV >= tau", AT_MOST, says_stable, { TAU, DELTA }, not_less_than_tau,
		{ 1 }, AT_3_TO_30(.065) },
	{ "called Stable at CV = tau, noise not normal", FOR_INFORMATION, says_stable,
		{ TAU, DELTA }, not_normal_at_tau, { 1 }, AT_3_TO_30(.065) },
	{ "called Unstable at CV <= tau", AT_MOST, says_unstable, { TAU, DELTA }, not_more_than_tau,
		{ 1 }, AT_3_TO_30(.065) },
	{ "called Unstable at CV = tau, noise not normal", FOR_INFORMATION, says_unstable,
		{ TAU, DELTA }, not_normal_at_tau, { 1 }, AT_3_TO_30(.065) },
	{ "Stable found: CV 2 %, tau 5 %", AT_LEAST, says_stable, { TAU, DELTA }, cv_2, { 1 },
		{ { 5, .60 }, { 10, .96 } } },
	{ "Unstable found: CV 15 %, tau 5 %", AT_LEAST, says_unstable, { TAU, DELTA }, cv_15, { 1 },
		{ { 3, .62 }, { 5, .85 }, { 10, .98 } } },
	{ "drift of 10 % over the runs called Stable", AT_MOST, says_stable,
		{ TAU, DELTA, .drift = 0.10 }, quiet, { 1 }, { { 10, .01 } } },

	{ "first run 30 % more: set aside", AT_LEAST, sets_aside, { TAU, DELTA, .first_run = 0.30 },
		quiet, { 1 },
		{ { 3, .90 }, { 5, .99 }, { 6, .99 }, { 8, .99 }, { 10, .99 }, { 30, .99 } } },
	{ "first run 30 % less: set aside", AT_LEAST, sets_aside,
		{ TAU, DELTA, .first_run = -0.30 }, quiet, { 1 },
		{ { 3, .90 }, { 5, .99 }, { 6, .99 }, { 8, .99 }, { 10, .99 }, { 30, .99 } } },
	{ "first run set aside, nothing apart", AT_MOST, sets_aside, { TAU, DELTA }, clean, { 1 },
		{ { 3, .05 }, { 5, .012 }, { 6, .012 }, { 8, .012 }, { 10, .012 }, { 30, .012 } } },
	{ "first run set aside, nothing apart, noise not normal", FOR_INFORMATION, sets_aside,
		{ TAU, DELTA }, not_normal_at_tau, { 1 },
		{ { 3, .05 }, { 5, .012 }, { 6, .012 }, { 8, .012 }, { 10, .012 }, { 30, .012 } } },

	{ "unit x 10^6 changes what is said", AT_MOST, depends_on_unit, { TAU, DELTA }, every_noise,
		{ 5 }, { { 3, 0 }, { 10, 0 } } },
	{ "unit x 2^20 changes what is said", AT_MOST, depends_on_binary_unit, { TAU, DELTA },
		every_noise, { 5 }, { { 3, 0 }, { 10, 0 } } },
	{ "names of systems change what is said", AT_MOST, depends_on_names, { TAU, DELTA },
		every_noise, { 5 }, { { 3, 0 }, { 10, 0 } } },
	{ "order of systems changes what is said", AT_MOST, depends_on_order, { TAU, DELTA },
		every_noise, { 5 }, { { 3, 0 }, { 10, 0 } } },
	{ "1/x says anything but the mirror image", AT_MOST, depends_on_direction, { TAU, DELTA },
		every_continuous, { 5 }, { { 3, 0 }, { 10, 0 } } },
	{ "records of the programs say something else", AT_MOST, differs_from_programs,
		{ TAU, DELTA }, every_noise, { 5 }, { { 3, 0 }, { 10, 0 } } },
};

const size_t gate_count = sizeof gates / sizeof *gates;
