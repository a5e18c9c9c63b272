/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tell - how the verdict on a cell came about, step by step, in words and numbers */
#include "stats/explain/tell.h"

#include <math.h>
#include <string.h>

#include "core/units.h"
#include "stats/explain/evidence.h"
#include "stats/explain/findings.h"
#include "stats/explain/place.h"
#include "stats/explain/steps.h"
#include "stats/repeats/settle.h"

static const char *or_none(const char *name)
{
	return name ? name : "-";
}

/* "Docker, dd, read.throughput: Unstable", underlined. */
static void tell_title(struct steps *steps, const struct summary *summary)
{
	struct text title = TEXT_INIT;
	size_t length;

	text_add_format(&title, "%s, %s", or_none(summary->system), or_none(summary->test));
	if (summary->metric)
		text_add_format(&title, ", %s", summary->metric);
	if (!isnan(summary->part) && !(summary->metric && strchr(summary->metric, '.')))
		text_add_format(&title, " #%g", summary->part);
	text_add_format(&title, ": %s", *summary->verdict ? summary->verdict : "not run");
	length = title.length;
	steps_add_line(steps, &title);
	text_add_repeated(&title, '=', length);
	steps_add_line(steps, &title);
}

/* A test that gave no number has but reasons. */
static void tell_failed_test(struct steps *steps, const struct summary *summary)
{
	struct text line = TEXT_INIT;

	text_add(&line, "No run gave a number:");
	steps_begin(steps, &line);
	for (size_t i = 0; i < summary->reasons.count; i++) {
		text_add(&line, summary->reasons.items[i]);
		steps_go_on(steps, &line);
	}
}

static void add_part(struct text *line, const char *what, enum verdict verdict)
{
	text_add_format(
		line, "%s%s %s", line->length ? ", " : "Verdict: ", what, verdict_name(verdict));
}

/* Why there is no more to say than that the data cannot tell; NULL: there is. */
static const char *why_no_parts(const struct summary *summary, const struct judgement *judgement)
{
	if (summary->bound != BOUND_NONE)
		return "what is only bounded has no spread";
	if (judgement->n < 2)
		return "one run has no spread";
	return judgement->not_positive ? "there is no ratio to a value that is not above 0" : NULL;
}

/* The parts of the verdict, and what they come to: the worst of them. */
static void tell_verdict(
	struct steps *steps, const struct summary *summary, const struct judgement *judgement)
{
	const char *why = why_no_parts(summary, judgement);
	enum verdict settled = settle(judgement->verdict, summary);
	struct text line = TEXT_INIT;

	if (why) {
		text_add_format(&line, "Verdict: %s", why);
	} else {
		add_part(&line, "by the spread", judgement->by_dispersion);
		add_part(&line, "by order and shape", judgement->by_structure);
	}
	if (settled != (why ? VERDICT_UNDECIDED : judgement->verdict))
		add_part(&line, "by what became of the runs", settled);
	text_add_format(&line, ": %s.", verdict_name(settled));
	steps_begin(steps, &line);
	if (strcmp(verdict_name(settled), summary->verdict) != 0) {
		text_add_format(&line,
			"The record says %s: it was made by other rules, or changed.",
			summary->verdict);
		steps_go_on(steps, &line);
	}
}

static void tell_blind_spot(struct steps *steps, const struct judgement *judgement)
{
	struct text line = TEXT_INIT;

	text_add_format(&line, "Blind spot: a slow mode that up to ");
	text_add_percent(&line, blind_spot(judgement->n, judgement->margins.alpha));
	text_add_format(&line, " of runs hit may have been missed by all %zu (1 - %g^(1/%zu)).",
		judgement->n, judgement->margins.alpha, judgement->n);
	steps_begin(steps, &line);
}

static struct judgement judge_again(const struct summary *summary)
{
	const struct margins margins = { .tau = summary->tau, .alpha = summary->alpha };

	return judge_stability(summary->values.items, summary->n, summary->resolution, &margins);
}

void tell_cell(const struct summary *summary, const struct ranking *ranking, struct text *out)
{
	struct steps steps = { .out = out };
	struct judgement judgement;

	tell_title(&steps, summary);
	if (summary->n == 0) {
		tell_failed_test(&steps, summary);
	} else {
		judgement = judge_again(summary);
		tell_values(&steps, summary);
		tell_aside(&steps, summary);
		if (summary->bound == BOUND_NONE) {
			tell_leading(&steps, summary);
			tell_findings(&steps, &judgement);
			tell_dispersion(&steps, &judgement, summary->resolution);
		}
		tell_runs(&steps, summary);
		if (summary->bound == BOUND_NONE)
			tell_blind_spot(&steps, &judgement);
		tell_verdict(&steps, summary, &judgement);
	}
	tell_place(&steps, summary, ranking);
	text_add_char(out, '\n');
}
