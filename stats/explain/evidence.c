/* SPDX-License-Identifier: GPL-3.0-or-later */
/* evidence - the steps about the values themselves */
#include "stats/explain/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/units.h"
#include "stats/methods/distribution.h"
#include "stats/methods/warmup.h"
#include "stats/repeats/reasons.h"
#include "stats/repeats/settle.h"

enum { MOST_VALUES = 60 }; /* of a sort that are listed: the records have all */

/* The values of one sort, with the sources that are theirs. */
struct listing {
	const struct summary *summary;
	const struct unit *unit; /* NULL: the base unit */
	size_t next_source;
};

static void add_value(struct text *line, const struct listing *listing, double value)
{
	const char *sign = bound_sign(listing->summary->bound);

	text_add_format(line, "%2s %9.6g", sign ? sign : "",
		value / (listing->unit ? listing->unit->factor : 1));
}

/* Sources are known to be the values' own where every value has one. */
static void add_source(struct text *line, struct listing *listing)
{
	const struct summary *summary = listing->summary;
	size_t values = count_runs(summary) - summary->failed;

	if (summary->sources.count == values)
		text_add_format(line, "  %s", summary->sources.items[listing->next_source++]);
}

static void list_numbers(struct steps *steps, struct listing *listing, const struct numbers *values,
	const char *remark)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < values->count; i++) {
		text_clear(&line);
		add_value(&line, listing, values->items[i]);
		add_source(&line, listing);
		text_add(&line, remark);
		if (i < MOST_VALUES)
			steps_go_on(steps, &line);
	}
	text_clear(&line);
	if (values->count > MOST_VALUES) {
		text_add_format(&line, "... and %zu more", values->count - MOST_VALUES);
		steps_go_on(steps, &line);
	}
	text_release(&line);
}

static void list_bounds(struct steps *steps, struct listing *listing)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < listing->summary->bounds.count; i++) {
		text_add_format(&line, "%12s", listing->summary->bounds.items[i]);
		add_source(&line, listing);
		text_add(&line, ", only a bound");
		steps_go_on(steps, &line);
	}
}

static const char *unit_name(const struct listing *listing)
{
	const char *base = listing->summary->unit ? listing->summary->unit : "no unit";

	return listing->unit ? listing->unit->name : base;
}

void tell_values(struct steps *steps, const struct summary *summary)
{
	static const char *const directions[] = {
		[BETTER_NEITHER] = "neither more nor less is better",
		[BETTER_HIGHER] = "more is better",
		[BETTER_LOWER] = "less is better",
	};
	struct listing listing = {
		.summary = summary,
		.unit = summary->unit ? unit_for(summary->unit, summary->median) : NULL,
	};
	struct text line = TEXT_INIT;

	text_add_format(&line, "The values in %s, each sort in run order; %s.", unit_name(&listing),
		directions[summary->better]);
	steps_begin(steps, &line);
	list_numbers(steps, &listing, &summary->first, ", set aside");
	list_numbers(steps, &listing, &summary->cached, ", of a cache");
	list_bounds(steps, &listing);
	list_numbers(steps, &listing, &summary->values, "");
	if (summary->resolution > 0) {
		text_add(&line, "One step of their last digit is ");
		text_add_quantity(&line, summary->resolution, summary->unit);
		text_add(&line, " at most.");
		steps_go_on(steps, &line);
	}
}

/* The recorded reasons that begin with a word. */
static void quote_reasons(struct steps *steps, const struct summary *summary, const char *word)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < summary->reasons.count; i++) {
		if (!strstr(summary->reasons.items[i], word))
			continue;
		text_add(&line, summary->reasons.items[i]);
		steps_go_on(steps, &line);
	}
}

void tell_aside(struct steps *steps, const struct summary *summary)
{
	struct text line = TEXT_INIT;

	text_add(&line, "Marks: ");
	if (summary->marks.count == 0)
		text_add(&line, summary->cached.count || summary->bounds.count
					? "none on the values that are left."
					: "none.");
	for (size_t i = 0; i < summary->marks.count; i++)
		text_add_format(&line, "%s%s", i ? ", " : "", summary->marks.items[i]);
	if (summary->marks.count)
		text_add(&line, ": it makes no claim in a ranking.");
	steps_begin(steps, &line);
	quote_reasons(steps, summary, "cached");
	quote_reasons(steps, summary, "exceptional");
	quote_reasons(steps, summary, "bound");
}

/* "Run 1 is 31 % lower than the mean of the 4 behind it: T = -6.1, ..." */
static void tell_leading_value(
	struct steps *steps, const struct summary *summary, const struct numbers *all, size_t place)
{
	struct finding finding = find_leading(
		all->items, all->count, place, summary->resolution, summary->tau);
	struct text line = TEXT_INIT;

	text_add_format(&line, "Value %zu differs by ", place + 1);
	text_add_effect(&line, finding.effect);
	text_add_format(&line, " from the mean of the %zu behind it (%+.4f in ln x), T = %.3g.",
		all->count - place - 1, finding.effect, finding.statistic);
	if (place == 0)
		steps_begin(steps, &line);
	else
		steps_go_on(steps, &line);
	text_add_format(&line,
		"Set aside if |T| > %.4g (Student, %g degrees of freedom, two-sided %g) and the difference > %.4g: %s.",
		student_quantile(1 - finding.p_limit / 2, finding.df), finding.df, finding.p_limit,
		finding.least,
		!finding.found                 ? "kept"
		: place < summary->first.count ? describe_first(finding.effect, summary->better)
					       : "kept, for no more may be set aside");
	steps_go_on(steps, &line);
}

static struct numbers joined(const struct numbers *a, const struct numbers *b)
{
	struct numbers all = { 0 };

	for (size_t i = 0; i < a->count; i++)
		numbers_add(&all, a->items[i]);
	for (size_t i = 0; i < b->count; i++)
		numbers_add(&all, b->items[i]);
	return all;
}

static bool all_positive(const struct numbers *values)
{
	for (size_t i = 0; i < values->count; i++)
		if (!(values->items[i] > 0))
			return false;
	return true;
}

static bool all_same(const struct numbers *values)
{
	for (size_t i = 1; i < values->count; i++)
		if (values->items[i] != values->items[0])
			return false;
	return true;
}

/* Why leading values are not looked at, or not the cause; NULL: they are. */
static const char *why_not_leading(const struct summary *summary, const struct numbers *all)
{
	if (!all_positive(all))
		return "Leading values: not looked at, for there is no ratio to a value that is not above 0.";
	if (most_set_aside(all->count) == 0)
		return "Leading values: not looked at, for that needs three runs.";
	if (all_same(all))
		return "Leading values: none is set aside, for all values are the same.";
	if (count_set_aside(all->items, all->count, summary->resolution, summary->tau) !=
		summary->first.count)
		return "Leading values: who wrote the log set them aside.";
	return NULL;
}

void tell_leading(struct steps *steps, const struct summary *summary)
{
	struct numbers all = joined(&summary->first, &summary->values);
	const char *why_not = why_not_leading(summary, &all);
	struct text line = TEXT_INIT;

	if (why_not) {
		text_add(&line, why_not);
		steps_begin(steps, &line);
	}
	for (size_t i = 0; !why_not && i <= summary->first.count && i + 3 <= all.count; i++)
		tell_leading_value(steps, summary, &all, i);
	free(all.items);
}

void tell_runs(struct steps *steps, const struct summary *summary)
{
	struct text line = TEXT_INIT;

	text_add_format(
		&line, "Runs: %zu, of which %zu failed", count_runs(summary), summary->failed);
	if (summary->failed)
		text_add(&line, 2 * summary->failed >= count_runs(summary)
					? ": half or more, so the others cannot be relied on"
					: ": fewer than half");
	text_add_char(&line, '.');
	steps_begin(steps, &line);
	quote_reasons(steps, summary, "runs failed");
	if (summary->not_steady == 0)
		return;
	text_add_format(&line, "%zu were not steady within: Stable needs half of them to be.",
		summary->not_steady);
	steps_go_on(steps, &line);
}
