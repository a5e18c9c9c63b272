/* SPDX-License-Identifier: GPL-3.0-or-later */
/* book - all the records that a report is about, by kind */
#include "render/report/book.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "render/report/ranking_words.h"

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

static void add_field(struct text *key, const char *field)
{
	text_add(key, field);
	text_add_char(key, '\n');
}

/* Fields apart; a part that does not matter is left out. */
static void make_key(struct text *key, const char *system, const char *test, const char *metric,
	const double *part)
{
	add_field(key, system);
	add_field(key, test);
	add_field(key, metric);
	if (part)
		text_add_bytes(key, (const char *)part, sizeof *part);
}

static void places_add(struct places *places, struct text *key, size_t place)
{
	size_t known = places->keys.count;

	if (index_add(&places->keys, text_slice(key)) == known) {
		places->items = memory_reserve_one(
			places->items, known, &places->capacity, sizeof *places->items);
		places->items[known] = place;
	}
	text_release(key);
}

static bool places_find(const struct places *places, struct text *key, size_t *place)
{
	size_t number;
	bool found = index_find(&places->keys, text_slice(key), &number);

	if (found)
		*place = places->items[number];
	text_release(key);
	return found;
}

static void places_release(struct places *places)
{
	index_release(&places->keys);
	free(places->items);
}

/* A summary is found with its part, and without. */
static void index_summary(struct book *book, const struct summary *summary, size_t place)
{
	const char *metric = summary->metric ? summary->metric : "";
	struct text key = TEXT_INIT;

	make_key(&key, summary->system, summary->test, metric, &summary->part);
	places_add(&book->by_cell, &key, place);
	make_key(&key, summary->system, summary->test, metric, NULL);
	places_add(&book->by_cell, &key, place);
}

static void add_interval(struct book *book, const struct sample *sample)
{
	struct sample *interval = NEXT(book, intervals, interval_count, interval_capacity);

	*interval = *sample;
	interval->system = name_or_none(sample->system);
	interval->test = name_or_none(sample->test);
	book->interval_count++;
}

static const char *add_sample(struct book *book, const struct record *record)
{
	struct sample *sample = NEXT(book, samples, sample_count, sample_capacity);
	const char *why = sample_read(sample, record);

	if (!why && isnan(sample->time))
		book->sample_count++;
	else if (!why)
		add_interval(book, sample);
	return why;
}

static const char *add_series(struct book *book, const struct record *record)
{
	struct series *series = NEXT(book, series, series_count, series_capacity);
	const char *why = series_read(series, record);

	if (why)
		series_release(series);
	else
		book->series_count++;
	return why;
}

struct summary *book_add_summary(struct book *book, const struct summary *summary)
{
	struct summary *added = NEXT(book, summaries, summary_count, summary_capacity);

	*added = *summary;
	added->system = name_or_none(added->system);
	added->test = name_or_none(added->test);
	add_name(&book->systems, added->system);
	add_name(&book->tests, added->test);
	index_summary(book, added, book->summary_count++);
	return added;
}

static const char *add_summary(struct book *book, const struct record *record)
{
	struct summary summary;
	const char *why = summary_read(&summary, record);

	if (why)
		summary_release(&summary);
	else
		book_add_summary(book, &summary);
	return why;
}

static const char *add_claim(struct book *book, const struct record *record)
{
	struct claim *claim = NEXT(book, claims, claim_count, claim_capacity);
	const char *why = claim_read(claim, record);

	if (!why)
		book->claim_count++;
	return why;
}

static const char *add_ranking(struct book *book, const struct record *record)
{
	struct ranking *ranking = NEXT(book, rankings, ranking_count, ranking_capacity);
	const char *why = ranking_read(ranking, record);
	struct text key = TEXT_INIT;

	if (why) {
		ranking_release(ranking);
		return why;
	}
	ranking_own_words(ranking, &book->words, &book->evidence);
	ranking->test = name_or_none(ranking->test);
	make_key(&key, "", ranking->test, ranking->metric, &ranking->part);
	places_add(&book->by_metric, &key, book->ranking_count);
	make_key(&key, "", ranking->test, ranking->metric, NULL);
	places_add(&book->by_metric, &key, book->ranking_count++);
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

static const char *add_note(struct book *book, const struct record *record)
{
	struct annotation *note = NEXT(book, notes, note_count, note_capacity);
	const char *why = annotation_read(note, record);

	if (why)
		annotation_release(note);
	else
		book->note_count++;
	return why;
}

static const char *add_difference(struct book *book, const struct record *record)
{
	struct difference *difference = NEXT(
		book, differences, difference_count, difference_capacity);
	const char *why = difference_read(difference, record);

	if (why)
		difference_release(difference);
	else
		book->difference_count++;
	return why;
}

void book_take(struct book *book, struct record *record)
{
	static const char *(*const add[RECORD_OTHER + 1])(struct book *, const struct record *) = {
		[RECORD_SAMPLE] = add_sample,
		[RECORD_SERIES] = add_series,
		[RECORD_SUMMARY] = add_summary,
		[RECORD_RANKING] = add_ranking,
		[RECORD_CONCLUSION] = add_conclusion,
		[RECORD_PROBLEM] = add_problem,
		[RECORD_ENVIRONMENT] = add_fact,
		[RECORD_NOTE] = add_note,
		[RECORD_CLAIM] = add_claim,
		[RECORD_DIFFERENCE] = add_difference,
	};
	const char *why;

	program_refuse_partial(record);
	if (!add[record->kind])
		return;
	why = add[record->kind](book, record);
	if (why)
		warn("%s", why);
	if (record->kind != RECORD_RANKING)
		records_add(&book->records, record_keep(record));
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

/* Lists, once the summaries do not move any more, the first of each metric. */
static void list_metrics(struct book *book)
{
	struct index index = { 0 };

	free(book->metrics);
	book->metric_count = 0;
	book->metrics = memory_allocate(book->summary_count, sizeof *book->metrics);
	for (size_t i = 0; i < book->summary_count; i++) {
		const struct summary *summary = &book->summaries[i];
		struct text key = TEXT_INIT;

		if (!summary->metric)
			continue;
		make_key(&key, "", summary->test, summary->metric, &summary->part);
		if (index_add(&index, text_slice(&key)) == book->metric_count)
			book->metrics[book->metric_count++] = summary;
		text_release(&key);
	}
	index_release(&index);
}

void book_complete(struct book *book, const struct experiment *experiment)
{
	order_names(&book->systems, experiment, experiment_system_order);
	order_names(&book->tests, experiment, test_order);
	list_metrics(book);
}

/* What the book borrows from a record stays; the rest of it is half its memory. */
static void take(struct record *record, void *context)
{
	static const char *const no_lists[] = { NULL };
	struct book *book = context;
	size_t known = book->records.count;

	book_take(book, record);
	if (book->records.count > known)
		record_forget(book->records.items[known], no_lists);
}

void book_read(struct book *book, const struct experiment *experiment, char **paths)
{
	*book = (struct book){ 0 };
	program_read_records(paths, take, book);
	book_complete(book, experiment);
}

const struct summary *book_summary(const struct book *book, const char *system, const char *test,
	const char *metric, double part)
{
	struct text key = TEXT_INIT;
	size_t place;

	make_key(&key, system, test, metric, isnan(part) ? NULL : &part);
	if (places_find(&book->by_cell, &key, &place))
		return &book->summaries[place];
	make_key(&key, system, test, "", NULL);
	return places_find(&book->by_cell, &key, &place) ? &book->summaries[place] : NULL;
}

const struct ranking *book_ranking(
	const struct book *book, const char *test, const char *metric, double part)
{
	struct text key = TEXT_INIT;
	size_t place;

	make_key(&key, "", test, metric, isnan(part) ? NULL : &part);
	return places_find(&book->by_metric, &key, &place) ? &book->rankings[place] : NULL;
}

void book_release(struct book *book)
{
	for (size_t i = 0; i < book->summary_count; i++)
		summary_release(&book->summaries[i]);
	for (size_t i = 0; i < book->series_count; i++)
		series_release(&book->series[i]);
	for (size_t i = 0; i < book->ranking_count; i++)
		ranking_release(&book->rankings[i]);
	for (size_t i = 0; i < book->conclusion_count; i++)
		conclusion_release(&book->conclusions[i]);
	for (size_t i = 0; i < book->note_count; i++)
		annotation_release(&book->notes[i]);
	for (size_t i = 0; i < book->difference_count; i++)
		difference_release(&book->differences[i]);
	places_release(&book->by_cell);
	places_release(&book->by_metric);
	free(book->metrics);
	free(book->samples);
	free(book->intervals);
	free(book->series);
	free(book->summaries);
	free(book->rankings);
	free(book->conclusions);
	free(book->problems);
	free(book->facts);
	free(book->notes);
	free(book->claims);
	free(book->differences);
	free(book->systems.items);
	free(book->tests.items);
	records_release(&book->records);
	index_release(&book->words);
	strings_release(&book->evidence);
	*book = (struct book){ 0 };
}
