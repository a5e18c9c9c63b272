/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book - all the records that a report is about, by kind */
#include "render/report/book.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"

/* Room for one more of book's things, and the place of it. */
#define NEXT(book, list, count, capacity)                                               \
	((book)->list = memory_reserve_one(                                             \
		 (book)->list, (book)->count, &(book)->capacity, sizeof *(book)->list), \
		&(book)->list[(book)->count])

static const char *name_or_none(const char *name)
{
	return name ? name : BOOK_NO_NAME;
}

static void add_name(struct strings *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return;
	strings_add(names, name);
}

static const char *add_sample(struct book *book, const struct record *record)
{
	struct sample *sample = NEXT(book, samples, sample_count, sample_capacity);
	const char *why = sample_read(sample, record);

	if (!why && isnan(sample->time))
		book->sample_count++;
	return why;
}

static const char *add_summary(struct book *book, const struct record *record)
{
	struct summary *summary = NEXT(book, summaries, summary_count, summary_capacity);
	const char *why = summary_read(summary, record);

	if (why) {
		summary_release(summary);
		return why;
	}
	summary->system = name_or_none(summary->system);
	summary->test = name_or_none(summary->test);
	add_name(&book->systems, summary->system);
	add_name(&book->tests, summary->test);
	book->summary_count++;
	return NULL;
}

static const char *add_ranking(struct book *book, const struct record *record)
{
	struct ranking *ranking = NEXT(book, rankings, ranking_count, ranking_capacity);
	const char *why = ranking_read(ranking, record);

	if (why) {
		ranking_release(ranking);
		return why;
	}
	ranking->test = name_or_none(ranking->test);
	book->ranking_count++;
	return NULL;
}

static const char *add_conclusion(struct book *book, const struct record *record)
{
	struct conclusion *conclusion = NEXT(
		book, conclusions, conclusion_count, conclusion_capacity);
	const char *why = conclusion_read(conclusion, record);

	if (why)
		conclusion_release(conclusion);
	else
		book->conclusion_count++;
	return why;
}

static const char *add_problem(struct book *book, const struct record *record)
{
	struct problem *problem = NEXT(book, problems, problem_count, problem_capacity);
	const char *why = problem_read(problem, record);

	if (!why)
		book->problem_count++;
	return why;
}

static const char *add_fact(struct book *book, const struct record *record)
{
	struct environment *fact = NEXT(book, facts, fact_count, fact_capacity);
	const char *why = environment_read(fact, record);

	if (!why)
		book->fact_count++;
	return why;
}

static void take(struct record *record, void *context)
{
	static const char *(*const add[])(struct book *, const struct record *) = {
		[RECORD_SAMPLE] = add_sample,
		[RECORD_SUMMARY] = add_summary,
		[RECORD_RANKING] = add_ranking,
		[RECORD_CONCLUSION] = add_conclusion,
		[RECORD_PROBLEM] = add_problem,
		[RECORD_ENVIRONMENT] = add_fact,
	};
	struct book *book = context;
	const char *why;

	if (record->kind == RECORD_OTHER) {
		record_free(record);
		return;
	}
	why = add[record->kind](book, record);
	if (why)
		warn("%s", why);
	records_add(&book->records, record);
}

/* Names the experiment knows come first, in its order; the others as they came. */
static void order_names(struct strings *names, const struct experiment *experiment,
	size_t (*order)(const struct experiment *experiment, const char *name))
{
	for (size_t i = 1; i < names->count; i++) {
		const char *name = names->items[i];
		size_t at = i;

		for (; at > 0 && order(experiment, names->items[at - 1]) > order(experiment, name);
			at--)
			names->items[at] = names->items[at - 1];
		names->items[at] = name;
	}
}

static size_t test_order(const struct experiment *experiment, const char *name)
{
	const struct experiment_test *test = experiment_test(experiment, name);

	return test ? (size_t)(test - experiment->tests) : experiment->test_count;
}

void book_read(struct book *book, const struct experiment *experiment, char **paths)
{
	*book = (struct book){ 0 };
	program_read_records(paths, take, book);
	order_names(&book->systems, experiment, experiment_system_order);
	order_names(&book->tests, experiment, test_order);
}

static bool same_part(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

const struct summary *book_summary(const struct book *book, const char *system, const char *test,
	const char *metric, double part)
{
	const struct summary *whole_test = NULL;

	for (size_t i = 0; i < book->summary_count; i++) {
		const struct summary *summary = &book->summaries[i];

		if (strcmp(summary->system, system) != 0 || strcmp(summary->test, test) != 0)
			continue;
		if (!summary->metric)
			whole_test = summary;
		else if (strcmp(summary->metric, metric) == 0 &&
			 (isnan(part) || same_part(summary->part, part)))
			return summary;
	}
	return whole_test;
}

const struct ranking *book_ranking(
	const struct book *book, const char *test, const char *metric, double part)
{
	for (size_t i = 0; i < book->ranking_count; i++) {
		const struct ranking *ranking = &book->rankings[i];

		if (strcmp(ranking->test, test) == 0 && strcmp(ranking->metric, metric) == 0 &&
			same_part(ranking->part, part))
			return ranking;
	}
	return NULL;
}

bool book_has_test(const struct book *book, const char *test)
{
	for (size_t i = 0; i < book->tests.count; i++)
		if (strcmp(book->tests.items[i], test) == 0)
			return true;
	return false;
}

void book_release(struct book *book)
{
	for (size_t i = 0; i < book->summary_count; i++)
		summary_release(&book->summaries[i]);
	for (size_t i = 0; i < book->ranking_count; i++)
		ranking_release(&book->rankings[i]);
	for (size_t i = 0; i < book->conclusion_count; i++)
		conclusion_release(&book->conclusions[i]);
	free(book->samples);
	free(book->summaries);
	free(book->rankings);
	free(book->conclusions);
	free(book->problems);
	free(book->facts);
	free(book->systems.items);
	free(book->tests.items);
	records_release(&book->records);
	*book = (struct book){ 0 };
}
