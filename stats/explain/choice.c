/* SPDX-License-Identifier: GPL-3.0-or-later */
/* choice - which cells are to be explained */
#include "stats/explain/choice.h"

#include <string.h>

#include "core/message.h"
#include "core/nearest.h"
#include "stats/methods/stability.h"

bool choice_is_named(const struct choice *choice)
{
	return choice->system || choice->test || choice->metric;
}

static bool agrees(const char *wanted, const char *name)
{
	return !wanted || (name && strcmp(wanted, name) == 0);
}

static bool table_shows(const struct experiment_table *table, const struct summary *summary)
{
	for (size_t i = 0; i < table->column_count; i++) {
		const struct experiment_column *column = &table->columns[i];

		if (!same_label(column->test, summary->test))
			continue;
		for (size_t m = 0; m < column->metrics.count; m++)
			if (!summary->metric ||
				strcmp(column->metrics.items[m], summary->metric) == 0)
				return true;
	}
	return false;
}

static bool is_of_tables(const struct experiment *experiment, const char *test)
{
	for (size_t t = 0; test && t < experiment->table_count; t++)
		for (size_t i = 0; i < experiment->tables[t].column_count; i++)
			if (same_label(experiment->tables[t].columns[i].test, test))
				return true;
	return false;
}

/* Whether no metric of the test comes before it in the stream. */
static bool is_first_metric(const struct rankings *rankings, const struct summary *summary)
{
	for (size_t i = 0; i < rankings->summary_count; i++) {
		const struct summary *other = rankings->summaries[i];

		if (same_label(other->test, summary->test) && other->metric)
			return same_label(other->metric, summary->metric);
	}
	return true;
}

static bool is_headline(const struct experiment *experiment, const struct rankings *rankings,
	const struct summary *summary)
{
	if (!is_of_tables(experiment, summary->test))
		return !summary->metric || is_first_metric(rankings, summary);
	for (size_t t = 0; t < experiment->table_count; t++)
		if (table_shows(&experiment->tables[t], summary))
			return true;
	return false;
}

bool is_chosen(const struct choice *choice, const struct experiment *experiment,
	const struct rankings *rankings, const struct summary *summary)
{
	if (choice_is_named(choice))
		return agrees(choice->system, summary->system) &&
		       agrees(choice->test, summary->test) &&
		       agrees(choice->metric, summary->metric);
	if (choice->all)
		return true;
	return (summary->marks.count ||
		       strcmp(summary->verdict, verdict_name(VERDICT_STABLE)) != 0) &&
	       is_headline(experiment, rankings, summary);
}

/* The three names of a summary, by the option that names them. */
static const char *name_of(const struct summary *summary, const char *option)
{
	if (strcmp(option, "system") == 0)
		return summary->system;
	return strcmp(option, "test") == 0 ? summary->test : summary->metric;
}

static void check_name(const struct rankings *rankings, const char *option, const char *wanted)
{
	struct nearest nearest = { .given = wanted };
	struct text hint = TEXT_INIT;

	for (size_t i = 0; wanted && i < rankings->summary_count; i++) {
		const char *name = name_of(rankings->summaries[i], option);

		if (name && strcmp(name, wanted) == 0)
			return;
		if (name)
			nearest_try(&nearest, name);
	}
	if (!wanted)
		return;
	nearest_add_hint(&hint, &nearest);
	die("no verdict is on the %s '%s'%s", option, wanted, hint.data);
}

void choice_check(const struct choice *choice, const struct rankings *rankings)
{
	check_name(rankings, "system", choice->system);
	check_name(rankings, "test", choice->test);
	check_name(rankings, "metric", choice->metric);
}
