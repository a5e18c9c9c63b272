/* SPDX-License-Identifier: GPL-3.0-or-later */
/* decide - what `benchpipe stats` and `rank` say of made-up repeats */
#include "tests/validation/decide.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/warmup.h"
#include "stats/ranking/classes.h"
#include "stats/stream/summaries.h"
#include "tests/validation/remember.h"

static size_t place_of(const struct data *data, const char *system)
{
	size_t i = 0;

	while (strcmp(data->names[i], system) != 0)
		i++;
	return i;
}

/* Together with the series of other tests, if there are any. */
static void moderate_family(struct family *family, const struct data *data)
{
	struct contestant others[MOST_OTHERS];
	struct family other = { .better = BETTER_LOWER, .contestants = others };
	struct classes classes = { 0 };

	if (data->other_count == 0)
		return;
	for (size_t i = 0; i < data->other_count; i++)
		others[other.contestant_count++] = (struct contestant){
			.level = level_of(data->others[i], data->other_n, NAN),
		};
	classes_add(&classes, family);
	classes_add(&classes, &other);
	classes_fit(&classes);
	classes_moderate(&classes, family);
	classes_release(&classes);
}

/* Ranks the summaries, which are in the order of data. */
static void rank(struct outcome *outcome, const struct data *data, const struct summary *summaries,
	double delta)
{
	struct family family = { .better = BETTER_LOWER, .delta = delta, .alpha = POLICY_ALPHA };

	family.summaries = memory_allocate(data->k, sizeof *family.summaries);
	family.summary_count = data->k;
	for (size_t i = 0; i < data->k; i++)
		family.summaries[i] = &summaries[i];
	family_admit(&family);
	moderate_family(&family, data);
	family_rank(&family);
	for (size_t i = 0; i < family.comparison_count; i++) {
		const struct comparison *comparison = &family.comparisons[i];
		size_t a = place_of(data, family.contestants[comparison->a].system);
		size_t b = place_of(data, family.contestants[comparison->b].system);

		outcome->relation[a][b] = comparison->relation;
		outcome->relation[b][a] = relation_mirrored(comparison->relation);
	}
	family_release(&family);
}

struct outcome decide(const struct data *data, struct margins margins)
{
	struct outcome outcome = { .k = data->k };
	struct summary summaries[MOST_SYSTEMS] = { 0 };

	for (size_t i = 0; i < data->k; i++) {
		double values[MOST_RUNS];
		struct summary *summary = &summaries[i];
		size_t apart = count_set_aside(
			data->values[i], data->n[i], data->resolution, margins.tau);

		memcpy(values, data->values[i], sizeof values);
		summary->system = data->names[i];
		summary->n = data->n[i] - apart;
		summary->resolution = data->resolution > 0 ? data->resolution : NAN;
		for (size_t run = apart; run < data->n[i]; run++)
			numbers_add(&summary->values, values[run]);
		outcome.set_aside[i] = apart;
		outcome.verdict[i] = judge_stability(
			summary->values.items, summary->n, summary->resolution, &margins)
					     .verdict;
		summary->verdict = verdict_name(outcome.verdict[i]);
	}
	if (data->k >= 2)
		rank(&outcome, data, summaries, margins.delta);
	for (size_t i = 0; i < data->k; i++)
		summary_release(&summaries[i]);
	return outcome;
}

static enum verdict verdict_named(const char *name)
{
	enum verdict verdict = VERDICT_STABLE;

	while (strcmp(verdict_name(verdict), name) != 0)
		verdict++;
	return verdict;
}

static void take_samples(struct summaries *summaries, const struct data *data, size_t system)
{
	struct sample sample = { .system = data->names[system],
		.test = "test",
		.part = NAN,
		.metric = "time",
		.time = NAN,
		.unit = "s",
		.better = BETTER_LOWER,
		.resolution = data->resolution > 0 ? data->resolution : NAN };
	struct record record = { 0 };
	struct text line = TEXT_INIT;
	const char *why = NULL;

	for (size_t run = 0; run < data->n[system]; run++) {
		sample.run = (double)run + 1;
		sample.value = data->values[system][run];
		sample_write(&line, &sample);
		record_read(
			&record, (struct slice){ line.data, line.data + line.length - 1 }, &why);
		text_clear(&line);
		summaries_take(summaries, &record, &line);
	}
	record_release(&record);
	text_release(&line);
}

static void gather(struct text *records, void *context)
{
	text_add_bytes(context, records->data, records->length);
	text_clear(records);
}

/* The record that `benchpipe stats` writes of the repeats on one system. */
static struct record *summary_record(const struct data *data, size_t system, struct margins margins)
{
	const struct experiment nothing = { .alpha = NAN };
	struct summaries summaries;
	struct text line = TEXT_INIT;
	const char *why = NULL;
	struct record *record;

	summaries_init(&summaries, GROUPS_FIELDS_DEFAULT);
	take_samples(&summaries, data, system);
	summaries_write(&summaries, &(struct policy){ &nothing, margins },
		&(struct summary_sink){ gather, &line });
	record = record_parse((struct slice){ line.data, line.data + line.length - 1 }, &why);
	summaries_release(&summaries);
	text_release(&line);
	return record;
}

struct outcome decide_by_the_programs(const struct data *data, struct margins margins)
{
	struct outcome outcome = { .k = data->k };
	struct summary summaries[MOST_SYSTEMS] = { 0 };
	struct record *records[MOST_SYSTEMS];

	remember_words = true;
	for (size_t i = 0; i < data->k; i++) {
		records[i] = summary_record(data, i, margins);
		summary_read(&summaries[i], records[i]);
		outcome.set_aside[i] = summaries[i].first.count;
		outcome.verdict[i] = verdict_named(summaries[i].verdict);
	}
	if (data->k >= 2)
		rank(&outcome, data, summaries, margins.delta);
	for (size_t i = 0; i < data->k; i++) {
		summary_release(&summaries[i]);
		record_free(records[i]);
	}
	remember_words = false;
	return outcome;
}

bool outcomes_agree(const struct outcome *a, const struct outcome *b)
{
	for (size_t i = 0; i < a->k; i++) {
		if (a->set_aside[i] != b->set_aside[i] || a->verdict[i] != b->verdict[i])
			return false;
		for (size_t j = 0; j < a->k; j++)
			if (i != j && a->relation[i][j] != b->relation[i][j])
				return false;
	}
	return true;
}
