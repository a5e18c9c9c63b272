/* SPDX-License-Identifier: GPL-3.0-or-later */
/* material - what a workbook is made of */
#include "render/workbook/material.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/index.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"

/* Reading */

static void add_remark(struct text *remark, const char *kind, const char *reason)
{
	if (!kind)
		return;
	text_add_format(remark, "%s%s", remark->length ? "; " : "", kind);
	if (reason)
		text_add_format(remark, ": %s", reason);
}

/* What a sample's record says against it. */
static void add_sample_remarks(struct text *remark, const struct sample *sample)
{
	if (sample->bound != BOUND_NONE)
		add_remark(remark, "bound", bound_sign(sample->bound));
	if (sample->cached)
		add_remark(remark, "cached", sample->cached);
	if (sample->set_aside)
		add_remark(remark, "set aside", sample->set_aside);
	if (sample->exceptional)
		add_remark(remark, "exceptional", sample->exceptional);
}

static void spool_sample(struct spool *spool, const struct record *record)
{
	struct text remark = TEXT_INIT;
	struct sample sample;
	const char *why = sample_read(&sample, record);

	if (why) {
		warn("%s", why);
		return;
	}
	add_sample_remarks(&remark, &sample);
	spool_add(spool, &(struct spooled){
				 .system = sample.system,
				 .test = sample.test,
				 .metric = sample.metric,
				 .unit = sample.unit,
				 .remark = remark.length ? remark.data : NULL,
				 .source = sample.source,
				 .part = sample.part,
				 .order = NAN,
				 .run = sample.run,
				 .time = sample.time,
				 .value = sample.value,
			 });
	text_release(&remark);
}

static const char *source_of(const struct summary *summary, size_t place)
{
	return place < summary->sources.count ? summary->sources.items[place] : NULL;
}

/* Some of a summary's values, and their use; *source counts on, and *order unless it is NULL. */
static void spool_values(struct spool *spool, const struct summary *summary,
	const struct numbers *values, struct spooled row, size_t *source, size_t *order)
{
	for (size_t i = 0; i < values->count; i++, ++*source) {
		row.value = values->items[i];
		row.order = order ? (double)++*order : NAN;
		row.source = source_of(summary, *source);
		spool_add(spool, &row);
	}
}

/* Each is its sign, and the value: "< 61865984". */
static void spool_bounds(
	struct spool *spool, const struct summary *summary, struct spooled row, size_t *source)
{
	for (size_t i = 0; i < summary->bounds.count; i++, ++*source) {
		const char *bound = summary->bounds.items[i];

		row.value = strtod(bound + strcspn(bound, "0123456789"), NULL);
		row.remark = bound;
		row.source = source_of(summary, *source);
		row.order = NAN;
		spool_add(spool, &row);
	}
}

static void spool_summary(struct spool *spool, const struct summary *summary)
{
	struct text remark = TEXT_INIT;
	struct spooled row = {
		.system = summary->system,
		.test = summary->test,
		.metric = summary->metric,
		.unit = summary->unit,
		.part = summary->part,
		.run = NAN,
		.time = NAN,
	};
	size_t source = 0;
	size_t order = 0;

	for (size_t i = 0; i < summary->marks.count; i++)
		add_remark(&remark, summary->marks.items[i], NULL);
	if (remark.length)
		row.remark = remark.data;
	row.use = "set aside";
	spool_values(spool, summary, &summary->first, row, &source, &order);
	row.use = "cached";
	spool_values(spool, summary, &summary->cached, row, &source, NULL);
	row.use = "bound";
	spool_bounds(spool, summary, row, &source);
	row.use = "used";
	spool_values(spool, summary, &summary->values, row, &source, &order);
	text_release(&remark);
}

static void add_group(struct material *material, const struct summary *summary)
{
	material->groups = memory_reserve_one(material->groups, material->group_count,
		&material->group_capacity, sizeof *material->groups);
	material->groups[material->group_count++] = (struct group){
		.start = material->spool.count,
		.set_aside = summary->first.count + summary->cached.count + summary->bounds.count,
		.source = summary->sources.count ? memory_copy_string(summary->sources.items[0])
						 : NULL,
	};
}

/* From the summary, and from its record, goes what is in the spool. */
static void slim(struct summary *summary, struct record *record)
{
	static const char *const lists[] = { "values", "sources", NULL };

	free(summary->values.items);
	free(summary->sources.items);
	summary->values = (struct numbers){ 0 };
	summary->sources = (struct strings){ 0 };
	record_forget(record, lists);
}

static void take(struct record *record, void *context)
{
	struct material *material = context;
	struct book *book = &material->book;
	struct summary *summary;

	if (record->kind == RECORD_SAMPLE) {
		spool_sample(&material->spool, record);
		return;
	}
	book_take(book, record);
	if (book->summary_count == material->group_count)
		return;
	summary = &book->summaries[material->group_count];
	add_group(material, summary);
	spool_summary(&material->spool, summary);
	slim(summary, book->records.items[book->records.count - 1]);
}

/* Listing */

struct rank {
	size_t test, metric, system;
	const struct summary *summary;
};

static size_t number_of(struct index *index, const char *name)
{
	return index_add(index, slice_of(name));
}

static size_t number_of_metric(struct index *index, const struct summary *summary)
{
	struct text key = TEXT_INIT;
	size_t number;

	text_add_format(&key, "%s\n%s\n%.17g", summary->test,
		summary->metric ? summary->metric : "", summary->part);
	number = number_of(index, key.data);
	text_release(&key);
	return number;
}

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int compare_ranks(const void *a, const void *b)
{
	const struct rank *one = a;
	const struct rank *other = b;
	int difference = compare_sizes(one->test, other->test);

	if (difference == 0)
		difference = compare_sizes(one->metric, other->metric);
	if (difference == 0)
		difference = compare_sizes(one->system, other->system);
	return difference ? difference
			  : (one->summary > other->summary) - (one->summary < other->summary);
}

/* Tests and systems in the book's order, metrics as they first came. */
static struct rank *rank_summaries(const struct book *book)
{
	struct rank *ranks = memory_allocate(book->summary_count, sizeof *ranks);
	struct index tests = { 0 };
	struct index metrics = { 0 };
	struct index systems = { 0 };

	for (size_t i = 0; i < book->tests.count; i++)
		number_of(&tests, book->tests.items[i]);
	for (size_t i = 0; i < book->systems.count; i++)
		number_of(&systems, book->systems.items[i]);
	for (size_t i = 0; i < book->summary_count; i++) {
		const struct summary *summary = &book->summaries[i];

		ranks[i] = (struct rank){
			.test = number_of(&tests, summary->test),
			.metric = number_of_metric(&metrics, summary),
			.system = number_of(&systems, summary->system),
			.summary = summary,
		};
	}
	index_release(&tests);
	index_release(&metrics);
	index_release(&systems);
	return ranks;
}

static void list_summaries(struct material *material)
{
	const struct book *book = &material->book;
	struct rank *ranks = rank_summaries(book);

	qsort(ranks, book->summary_count, sizeof *ranks, compare_ranks);
	material->listed = memory_allocate(book->summary_count, sizeof(struct summary *));
	for (size_t i = 0; i < book->summary_count; i++) {
		material->listed[i] = ranks[i].summary;
		material->groups[ranks[i].summary - book->summaries].position = i;
	}
	free(ranks);
}

void material_read(
	struct material *material, const char *experiment_path, char **paths, size_t rows_a_sheet)
{
	*material = (struct material){ 0 };
	experiment_read(&material->experiment, experiment_path);
	spool_begin(&material->spool, rows_a_sheet);
	program_read_records(paths, take, material);
	book_complete(&material->book, &material->experiment);
	tables_plan(&material->tables, &material->experiment, &material->book);
	list_summaries(material);
}

const struct group *material_group(const struct material *material, const struct summary *summary)
{
	return &material->groups[summary - material->book.summaries];
}

void material_release(struct material *material)
{
	for (size_t i = 0; i < material->group_count; i++)
		free(material->groups[i].source);
	free(material->groups);
	free(material->listed);
	spool_release(&material->spool);
	tables_release(&material->tables);
	book_release(&material->book);
	experiment_release(&material->experiment);
}
