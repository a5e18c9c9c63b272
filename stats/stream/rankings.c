/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rankings - the summaries of a stream, compared metric by metric */
#include "stats/stream/rankings.h"

#include <stdlib.h>

#include "core/memory.h"
#include "core/message.h"
#include "stats/ranking/classes.h"

void rankings_add(struct rankings *rankings, struct record *record)
{
	static const char *const no_lists[] = { NULL };
	struct summary *summary = memory_allocate(1, sizeof *summary);
	const char *why = summary_read(summary, record);

	if (why) {
		warn("%s", why);
		summary_release(summary);
		free(summary);
		return;
	}
	records_add(&rankings->records, record_keep(record));
	record_forget(rankings->records.items[rankings->records.count - 1], no_lists);
	rankings->summaries = memory_reserve_one(rankings->summaries, rankings->summary_count,
		&rankings->summary_capacity, sizeof *rankings->summaries);
	rankings->summaries[rankings->summary_count++] = summary;
}

static struct family *family_of(struct rankings *rankings, const struct summary *summary)
{
	struct text key = TEXT_INIT;
	size_t known = rankings->index.count;
	size_t number;

	text_add_format(&key, "%s\n%.17g\n%s", summary->test ? summary->test : "", summary->part,
		summary->metric);
	number = index_add(&rankings->index, text_slice(&key));
	text_release(&key);
	if (number == known) {
		rankings->families = memory_reserve_one(rankings->families, known,
			&rankings->family_capacity, sizeof *rankings->families);
		rankings->families[number] = (struct family){
			.test = summary->test,
			.part = summary->part,
			.metric = summary->metric,
			.unit = summary->unit,
			.better = summary->better,
		};
	}
	return &rankings->families[number];
}

/* Only what is measured alike is compared. */
static void join(struct family *family, const struct summary *summary)
{
	if (summary->metric &&
		(!same_label(family->unit, summary->unit) || family->better != summary->better)) {
		warn("%s/%s: %s is in another unit, or better the other way: left out",
			summary->test ? summary->test : "", summary->metric,
			summary->system ? summary->system : "?");
		return;
	}
	family->summaries = memory_reserve_one((void *)family->summaries, family->summary_count,
		&family->summary_capacity, sizeof *family->summaries);
	family->summaries[family->summary_count++] = summary;
}

static void join_summaries(struct rankings *rankings)
{
	for (size_t i = 0; i < rankings->summary_count; i++)
		if (rankings->summaries[i]->metric)
			join(family_of(rankings, rankings->summaries[i]), rankings->summaries[i]);
}

/* A test that failed on a system is missing from each of that test's metrics. */
static void join_failed_tests(struct rankings *rankings)
{
	for (size_t i = 0; i < rankings->summary_count; i++) {
		const struct summary *failed = rankings->summaries[i];

		for (size_t f = 0; !failed->metric && f < rankings->index.count; f++)
			if (same_label(rankings->families[f].test, failed->test))
				join(&rankings->families[f], failed);
	}
}

static void admit_families(
	struct rankings *rankings, const struct ranking_policy *with, struct classes *classes)
{
	const struct policy *policy = with->policy;

	for (size_t f = 0; f < rankings->index.count; f++) {
		struct family *family = &rankings->families[f];
		struct margins margins = policy_margins(
			policy, family->test, family->metric, family->unit);

		family->category = policy_category(
			policy->experiment, family->test, family->metric, family->unit);
		family->alpha = margins.alpha;
		family->delta = margins.delta;
		family->baseline = with->baseline ? with->baseline : policy->experiment->baseline;
		family_admit(family);
		classes_add(classes, family);
	}
	classes_fit(classes);
}

void rankings_compute(struct rankings *rankings, const struct ranking_policy *with)
{
	struct classes classes = { 0 };

	join_summaries(rankings);
	join_failed_tests(rankings);
	admit_families(rankings, with, &classes);
	for (size_t f = 0; f < rankings->index.count; f++) {
		classes_moderate(&classes, &rankings->families[f]);
		family_rank(&rankings->families[f]);
	}
	classes_release(&classes);
}

void rankings_release(struct rankings *rankings)
{
	for (size_t f = 0; f < rankings->index.count; f++)
		family_release(&rankings->families[f]);
	for (size_t i = 0; i < rankings->summary_count; i++) {
		summary_release(rankings->summaries[i]);
		free(rankings->summaries[i]);
	}
	free(rankings->families);
	free(rankings->summaries);
	index_release(&rankings->index);
	records_release(&rankings->records);
}
