/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listed - values that nothing summarised, for tables that show them one by one */
#include "render/report/listed.h"

#include <math.h>

#include "core/memory.h"

/* The verdict that the report claims of a test on a system, or "". */
static const char *claimed_verdict(const struct book *book, const char *system, const char *test)
{
	for (size_t i = 0; i < book->claim_count; i++)
		if (book->claims[i].verdict && same_label(book->claims[i].system, system) &&
			same_label(book->claims[i].test, test))
			return book->claims[i].verdict;
	return "";
}

static struct summary begin_list(const struct book *book, const char *system, const char *test)
{
	struct summary summary = summary_of_nothing();

	summary.is_listed = true;
	summary.system = system;
	summary.test = test;
	summary.verdict = claimed_verdict(book, system, test);
	return summary;
}

static void add_value(struct summary *summary, const struct sample *sample)
{
	numbers_add(&summary->values, sample->value);
	summary->listed = memory_resize(
		summary->listed, summary->values.capacity, sizeof *summary->listed);
	summary->listed[summary->n++] = sample;
	summary->median = fmax(sample->value, isnan(summary->median) ? 0 : summary->median);
	summary->resolution = fmax(sample->resolution,
		isnan(summary->resolution) ? sample->resolution : summary->resolution);
	if (sample->source)
		strings_add(&summary->sources, sample->source);
}

static bool is_of(const struct summary *summary, const struct sample *sample)
{
	return same_label(summary->system, sample->system ? sample->system : BOOK_NO_NAME) &&
	       same_label(summary->test, sample->test ? sample->test : BOOK_NO_NAME) &&
	       same_label(summary->metric, sample->metric) &&
	       same_number(summary->part, sample->part);
}

static struct summary *summary_of(struct book *book, const struct sample *sample)
{
	const struct summary *known = book_summary(book,
		sample->system ? sample->system : BOOK_NO_NAME,
		sample->test ? sample->test : BOOK_NO_NAME, sample->metric, sample->part);
	struct summary summary;

	if (known && is_of(known, sample))
		return &book->summaries[known - book->summaries];
	summary = begin_list(book, sample->system, sample->test);
	summary.part = sample->part;
	summary.metric = sample->metric;
	summary.unit = sample->unit;
	summary.better = sample->better;
	return book_add_summary(book, &summary);
}

/* A test of which the report says only what became of it. */
static void list_problem(struct book *book, const struct problem *problem)
{
	struct summary summary;

	if (!problem->system || !problem->test || problem->status == PROBLEM_UNREADABLE ||
		problem->status == PROBLEM_INVALID)
		return;
	for (size_t i = 0; i < book->summary_count; i++)
		if (same_label(book->summaries[i].system, problem->system) &&
			same_label(book->summaries[i].test, problem->test))
			return;
	summary = begin_list(book, problem->system, problem->test);
	summary.verdict = problem_status_verdict(problem->status);
	book_add_summary(book, &summary);
}

bool list_samples(struct book *book, const struct experiment *experiment)
{
	if (book->summary_count || book->sample_count == 0)
		return false;
	for (size_t i = 0; i < book->sample_count; i++)
		add_value(summary_of(book, &book->samples[i]), &book->samples[i]);
	for (size_t i = 0; i < book->problem_count; i++)
		list_problem(book, &book->problems[i]);
	book_complete(book, experiment);
	return true;
}
