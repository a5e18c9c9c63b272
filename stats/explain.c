/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain - how verdicts came about, step by step, in words and numbers */
#include <math.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/explain/choice.h"
#include "stats/explain/tell.h"
#include "stats/stream/cells.h"

static const char *experiment_path;
static struct choice choice;
static double tau = NAN;
static double delta = NAN;
static double alpha = NAN;
static const char *baseline;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 's', "system", "SYSTEM", &choice.system, "the verdicts on this system" },
	{ OPTION_TEXT, '\0', "test", "TEST", &choice.test, "those on this test" },
	{ OPTION_TEXT, 'm', "metric", "METRIC", &choice.metric, "those on this metric" },
	{ OPTION_FLAG, '\0', "all", NULL, &choice.all, "all, Stable ones too" },
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for margins, tables and the baseline" },
	{ OPTION_FACTOR, 't', "tau", "X", &tau, "of samples: the spread allowed, as for stats" },
	{ OPTION_AMOUNT, 'd', "delta", "X", &delta, "the margin of equality, as for rank" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha, "the chance of error, as for both" },
	{ OPTION_TEXT, 'b', "baseline", "SYSTEM", &baseline, "as for rank" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "explain",
	.summary = "Say step by step how verdicts came about",
	.arguments = "[FILE]...",
	.description =
		"Reads samples, what stats made of them, or what rank made of that (analysis.jsonl).\n"
		"Without a system, test or metric, what is not Stable, or marked, among the\n"
		"metrics that the experiment's tables show.",
	.options = options,
};

static void take(struct record *record, void *context)
{
	cells_take(context, record);
}

static void write_cell(const struct cells *cells, const struct summary *summary)
{
	struct record *record = cells_ranking(cells, summary);
	struct text out = TEXT_INIT;
	struct ranking ranking;
	bool has_ranking = record && !ranking_read(&ranking, record);

	tell_cell(summary, has_ranking ? &ranking : NULL, &out);
	program_write_text(&out);
	if (has_ranking)
		ranking_release(&ranking);
	record_free(record);
	text_release(&out);
}

static void write_cells(const struct cells *cells, const struct experiment *experiment)
{
	const struct rankings *rankings = &cells->rankings;
	size_t told = 0;

	if (rankings->summary_count == 0)
		die("no samples and no summaries to explain");
	choice_check(&choice, rankings);
	for (size_t i = 0; i < rankings->summary_count; i++) {
		if (!is_chosen(&choice, experiment, rankings, rankings->summaries[i]))
			continue;
		write_cell(cells, rankings->summaries[i]);
		told++;
	}
	if (told < rankings->summary_count && !choice_is_named(&choice))
		note("%zu of %zu verdicts are explained; --system, --test and --metric name others, "
		     "--all is all",
			told, rankings->summary_count);
	else if (told == 0)
		die("no verdict is of all that is named");
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	const struct policy policy = { &experiment, { tau, delta, alpha } };
	struct cells cells;

	experiment_read(&experiment, experiment_path);
	choice.system = experiment_system_name(&experiment, choice.system);
	cells_init(&cells);
	program_read_records(paths, take, &cells);
	cells_complete(&cells, &(struct ranking_policy){ &policy, baseline });
	write_cells(&cells, &experiment);
	cells_release(&cells);
	experiment_release(&experiment);
	return program_end();
}
