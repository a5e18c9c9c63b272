/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undecided - the cells that `benchpipe stats` finds neither stable nor unstable */
#include "run/session/undecided.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/message.h"
#include "core/program.h"
#include "core/verbs.h"
#include "run/process/process.h"

static const double limit = 3600; /* seconds of a verb */

/* Writes what the verb prints to the file. */
static bool run_verb(
	const char *verb, const char *experiment_path, const char *input, const char *output)
{
	char *program = verb_program(verb);
	struct strings words = { 0 };
	struct process_result result;
	int file = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);

	if (file < 0)
		return false;
	strings_add(&words, program);
	if (experiment_path) {
		strings_add(&words, "--experiment");
		strings_add(&words, experiment_path);
	}
	strings_add(&words, "--");
	strings_add(&words, input);
	strings_add(&words, NULL);
	process_run(
		&(struct process){
			.arguments = (char *const *)words.items,
			.log = file,
			.drops_errors = true,
			.output_limit = SIZE_MAX,
			.limit = limit,
		},
		&result);
	close(file);
	free(words.items);
	free(program);
	return result.ending == ENDED_BY_ITSELF && WIFEXITED(result.status) &&
	       WEXITSTATUS(result.status) <= EXIT_DATA;
}

static void take(struct record *record, void *context)
{
	struct undecided *undecided = context;

	if (record->kind == RECORD_SUMMARY)
		records_add(&undecided->summaries, record_keep(record));
}

bool undecided_judge(struct undecided *undecided, const struct setting *setting,
	const char *experiment_path, struct text *why)
{
	struct text samples = TEXT_INIT;
	struct text summaries = TEXT_INIT;
	bool judged = false;

	*undecided = (struct undecided){ 0 };
	text_add_format(&samples, "%s/samples", setting->scratch);
	text_add_format(&summaries, "%s/summaries", setting->scratch);
	if (!run_verb("ingest", experiment_path, setting->folder, samples.data)) {
		text_add_format(why, "benchpipe ingest cannot read %s", setting->folder);
	} else if (!run_verb("stats", experiment_path, samples.data, summaries.data)) {
		text_add_format(why, "benchpipe stats cannot judge %s", setting->folder);
	} else {
		program_read_records((char *[]){ summaries.data, NULL }, take, undecided);
		judged = true;
	}
	text_release(&samples);
	text_release(&summaries);
	return judged;
}

static bool has_metric(const struct experiment_column *column, const char *metric)
{
	for (size_t i = 0; i < column->metrics.count; i++)
		if (same_label(column->metrics.items[i], metric))
			return true;
	return false;
}

/* Whether a column of the experiment shows the metric of the test; NULL: any of its metrics. */
static bool shows(const struct experiment *experiment, const char *test, const char *metric)
{
	for (size_t t = 0; t < experiment->table_count; t++) {
		const struct experiment_table *table = &experiment->tables[t];

		for (size_t c = 0; c < table->column_count; c++)
			if (same_label(table->columns[c].test, test) &&
				(!metric || has_metric(&table->columns[c], metric)))
				return true;
	}
	return false;
}

bool undecided_has(
	const struct undecided *undecided, const struct setting *setting, const struct step *step)
{
	bool is_shown = shows(setting->experiment, step->test->name, NULL);

	for (size_t i = 0; i < undecided->summaries.count; i++) {
		struct summary summary;
		bool is_of_cell, counts, undecided_here;

		if (summary_read(&summary, undecided->summaries.items[i]))
			continue;
		is_of_cell = same_label(summary.system, step->system->name) &&
			     same_label(summary.test, step->test->name) && summary.metric;
		counts = !is_shown || shows(setting->experiment, summary.test, summary.metric);
		undecided_here = summary.verdict && strcmp(summary.verdict, "Stable?") == 0;
		summary_release(&summary);
		if (is_of_cell && counts && (undecided_here || !is_shown))
			return undecided_here;
	}
	return false;
}

void undecided_release(struct undecided *undecided)
{
	records_release(&undecided->summaries);
}
