/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare - results before and after in, what became better and what worse out */
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "core/text.h"
#include "stats/difference/judge.h"
#include "stats/stream/cells.h"

static const char *experiment_path;
static double delta = NAN;
static double tau = NAN;
static double alpha = NAN;
static bool is_strict;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for the margins of its tests" },
	{ OPTION_AMOUNT, 'd', "delta", "X", &delta,
		"a change within this is none, e.g. 0.05, for every metric" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha,
		"the share of comparisons that may err in any of their cells, default 0.05" },
	{ OPTION_FLAG, '\0', "strict", NULL, &is_strict,
		"exit with 1 for cells that are worse? or gone, too" },
	{ OPTION_FACTOR, 't', "tau", "X", &tau, "of samples: the spread allowed, as for stats" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "compare",
	.summary = "Say what became better, and what worse, from before to after",
	.arguments = "BEFORE AFTER",
	.description =
		"Reads the samples or summaries of two streams, such as the analysis.jsonl of two\n"
		"reports, and writes a difference for each metric of each test on each system.\n"
		"Exits with 1 when something got worse. One of the two may be '-'.",
	.options = options,
};

/* A report's folder has the records in it; of another one, they are to be made. */
static void check_no_folder(const char *path)
{
	struct stat status;
	struct text report = TEXT_INIT;

	if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
		return;
	text_add_format(&report, "%s/analysis.jsonl", path);
	if (access(report.data, F_OK) == 0)
		die_usage(
			"%s is a folder: compare takes records, such as its analysis.jsonl", path);
	die_usage("%s is a folder: compare takes records, such as those of 'benchpipe ingest %s'",
		path, path);
}

static void check_paths(char **paths)
{
	if (!paths[0] || !paths[1] || paths[2])
		die_usage("takes two files: BEFORE and AFTER");
	if (strcmp(paths[0], "-") == 0 && strcmp(paths[1], "-") == 0)
		die_usage("BEFORE and AFTER cannot both be standard input");
	for (char **path = paths; *path; path++)
		check_no_folder(*path);
}

static void take(struct record *record, void *context)
{
	cells_take(context, record);
}

static void read_side(struct cells *cells, char *path, const struct policy *policy)
{
	char *paths[] = { path, NULL };

	cells_init(cells);
	program_read_records(paths, take, cells);
	cells_summarise(cells, policy);
	if (cells->rankings.summary_count == 0)
		die("%s: no samples and no summaries to compare", path);
}

static struct terms find_terms(const struct pairings *pairings, const struct policy *policy)
{
	struct terms terms = { .policy = policy };

	for (size_t i = 0; i < pairings->index.count; i++)
		terms.cells += shares_alpha(&pairings->items[i]);
	return terms;
}

static void check_overlap(const struct pairings *pairings)
{
	for (size_t i = 0; i < pairings->index.count; i++) {
		const struct pairing *pairing = &pairings->items[i];

		if (is_on_both_sides(pairing) || (pairing->metrics[BEFORE] && pairing->of[AFTER]) ||
			(pairing->metrics[AFTER] && pairing->of[BEFORE]))
			return;
	}
	warn("nothing is in both: systems, tests or metrics are called otherwise");
}

/* CHANGE_COUNT: there is nothing to say of it. */
static enum change judge(const struct pairings *pairings, const struct pairing *pairing,
	const struct terms *terms, struct text *out)
{
	if (!is_whole_test(pairings, pairing))
		return is_told_by_test(pairings, pairing) ? CHANGE_COUNT
							  : judge_cell(pairing, terms, out);
	return pairing->of[BEFORE] || pairing->of[AFTER] ? judge_test(pairing, out) : CHANGE_COUNT;
}

static void conclude(const size_t counts[CHANGE_COUNT + 1])
{
	size_t doubtful = counts[CHANGE_SEEMS_WORSE];

	if (doubtful && !is_strict)
		note("%zu %s worse by values that do not repeat: that is no claim without --strict",
			doubtful, doubtful == 1 ? "cell looks" : "cells look");
	if (counts[CHANGE_WORSE] || (is_strict && (doubtful || counts[CHANGE_GONE])))
		mark_data_wrong();
}

static void write_differences(const struct pairings *pairings, const struct policy *policy)
{
	struct terms terms = find_terms(pairings, policy);
	size_t counts[CHANGE_COUNT + 1] = { 0 };
	struct text out = TEXT_INIT;

	for (size_t i = 0; i < pairings->index.count; i++) {
		counts[judge(pairings, &pairings->items[i], &terms, &out)]++;
		program_write_text(&out);
	}
	conclude(counts);
	text_release(&out);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	const struct policy policy = { &experiment, { tau, delta, alpha } };
	struct cells sides[OCCASIONS];
	struct pairings pairings = { 0 };

	check_paths(paths);
	experiment_read(&experiment, experiment_path);
	for (int occasion = BEFORE; occasion < OCCASIONS; occasion++) {
		read_side(&sides[occasion], paths[occasion], &policy);
		pairings_add(&pairings, (enum occasion)occasion, &sides[occasion].rankings);
	}
	check_overlap(&pairings);
	write_differences(&pairings, &policy);
	pairings_release(&pairings);
	for (int occasion = BEFORE; occasion < OCCASIONS; occasion++)
		cells_release(&sides[occasion]);
	experiment_release(&experiment);
	return program_end();
}
