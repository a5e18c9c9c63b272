/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit - a report that people wrote, held against its data */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "core/temporary.h"
#include "render/audit/findings.h"
#include "render/report/pipeline.h"

static const char *experiment_path;
static const char *data_path;
static const char *tau;
static const char *delta;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment that the report is about" },
	{ OPTION_TEXT, '\0', "data", "RESULTS", &data_path,
		"hold the claims against these logs or samples, not against the report's own tables" },
	{ OPTION_TEXT, 't', "tau", "X", &tau, "the spread allowed, as for stats" },
	{ OPTION_TEXT, 'd', "delta", "X", &delta, "the margin of equality, as for rank" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "audit",
	.summary = "Hold a report that people wrote against its data",
	.arguments = "[FILE.md]...",
	.description =
		"Reads the tables and conclusions of the report, ranks what the tables hold, and\n"
		"says of each claim whether that supports it, contradicts it, or cannot tell, and\n"
		"why. Ends with 1 when a claim is contradicted, or none was found.",
	.options = options,
};

/* Files on the way, in a folder of their own. */
struct work {
	char *folder;
	struct draft text; /* standard input, where the report comes from there */
	struct draft page; /* what the report says */
	struct draft data; /* what its claims are held against: only with --data */
	struct draft summaries;
	struct draft analysis;
};

static void work_init(struct work *work)
{
	work->folder = temporary_make_folder();
	if (!work->folder)
		die("%s: %s", temporary_folder(), strerror(errno));
	draft_init(&work->text, work->folder, "report.md");
	draft_init(&work->page, work->folder, "page.jsonl");
	draft_init(&work->data, work->folder, "data.jsonl");
	draft_init(&work->summaries, work->folder, "summaries.jsonl");
	draft_init(&work->analysis, work->folder, "analysis.jsonl");
}

static void work_release(struct work *work)
{
	draft_release(&work->text);
	draft_release(&work->page);
	draft_release(&work->data);
	draft_release(&work->summaries);
	draft_release(&work->analysis);
	rmdir(work->folder);
	free(work->folder);
}

static bool run_verb(const char *verb, const char *option, const char *value, const char *input,
	const struct draft *output)
{
	struct strings arguments = { 0 };
	bool fine;

	pipeline_add_option(&arguments, "--experiment", experiment_path);
	pipeline_add_option(&arguments, option, value);
	fine = pipeline_run(verb, &arguments, input, output);
	free(arguments.items);
	return fine;
}

/* "-" among the paths is what input has, the copy of standard input. */
static bool ingest(
	char **paths, const char *format, const struct draft *input, const struct draft *output)
{
	struct strings arguments = { 0 };
	bool fine;

	pipeline_add_option(&arguments, "--experiment", experiment_path);
	pipeline_add_option(&arguments, "--format", format);
	strings_add(&arguments, "--");
	for (; *paths; paths++)
		strings_add(&arguments, *paths);
	fine = pipeline_run("ingest", &arguments, input->interim, output);
	free(arguments.items);
	return fine;
}

/* Said here, once, and not by the verbs that would miss it. */
static void check_path(const char *path)
{
	if (strcmp(path, "-") != 0 && access(path, R_OK) != 0)
		die("%s: %s", path, strerror(errno));
}

static bool reads_standard_input(char **paths)
{
	for (; *paths; paths++)
		if (strcmp(*paths, "-") == 0)
			return true;
	return false;
}

static bool analyse(const struct work *work, char **paths)
{
	char *data[] = { (char *)data_path, NULL };
	const struct draft *samples = data_path ? &work->data : &work->page;

	if (reads_standard_input(paths) && !pipeline_copy("-", &work->text))
		return false;
	return ingest(paths, "tables", &work->text, &work->page) &&
	       (!data_path || ingest(data, NULL, &work->text, &work->data)) &&
	       run_verb("stats", "--tau", tau, samples->interim, &work->summaries) &&
	       run_verb("rank", "--delta", delta, work->summaries.interim, &work->analysis);
}

/* The claims of the page, with the records that they borrow from. */
struct claims {
	struct records records;
	struct claim *items;
	size_t count;
	size_t capacity;
};

static void take_claim(struct record *record, void *context)
{
	struct claims *claims = context;
	struct claim claim;

	if (record->kind != RECORD_CLAIM || claim_read(&claim, record))
		return;
	records_add(&claims->records, record_keep(record));
	claims->items = memory_reserve_one(
		claims->items, claims->count, &claims->capacity, sizeof *claims->items);
	claims->items[claims->count++] = claim;
}

static void tell_conclusions(const struct basis *basis, const struct claims *claims,
	struct tally *tally, struct text *out)
{
	for (size_t i = 0; i < claims->count; i++)
		if (claims->items[i].chain)
			findings_tell_conclusion(basis, &claims->items[i], tally, out);
}

/* Claims of one cell, which stands for several tests. */
static bool are_of_one_row(const struct claim *a, const struct claim *b)
{
	return !b->chain && a->source && b->source && strcmp(a->source, b->source) == 0 &&
	       same_label(a->system, b->system) && strcmp(a->verdict, b->verdict) == 0;
}

static void tell_verdicts(const struct basis *basis, const struct claims *claims,
	struct tally *tally, struct text *out)
{
	size_t count;

	for (size_t i = 0; i < claims->count; i += count) {
		const struct claim *row = &claims->items[i];

		count = 1;
		if (row->chain)
			continue;
		while (i + count < claims->count && are_of_one_row(row, &row[count]))
			count++;
		findings_tell_verdict(basis, row, count, tally, out);
	}
}

static void tell_claims(const struct basis *basis, const struct claims *claims, const char *heading,
	void (*tell)(const struct basis *, const struct claims *, struct tally *, struct text *),
	struct text *out)
{
	struct tally tally = { 0 };
	size_t begin = out->length;

	text_add_format(out, "%s\n\n", heading);
	tell(basis, claims, &tally, out);
	if (tally.counts[FINDING_CONTRADICTED])
		mark_data_wrong();
	if (tally.counts[FINDING_SUPPORTED] + tally.counts[FINDING_CONTRADICTED] +
			tally.counts[FINDING_NOT_TESTABLE] ==
		0) {
		out->length = begin;
		return;
	}
	text_add_char(out, '\n');
	tally_add(out, &tally);
	text_add(out, "\n\n");
}

static void tell_listing(const struct basis *basis, const char *heading,
	void (*tell)(const struct basis *, struct text *), struct text *out)
{
	struct text listing = TEXT_INIT;

	tell(basis, &listing);
	if (listing.length)
		text_add_format(out, "%s\n\n%s\n", heading, listing.data);
	text_release(&listing);
}

static void tell(const struct experiment *experiment, const struct work *work)
{
	char *analysis[] = { work->analysis.interim, NULL };
	char *page[] = { work->page.interim, NULL };
	struct book book = { 0 };
	struct tables tables = { 0 };
	struct claims claims = { 0 };
	const struct basis basis = { experiment, &book, &tables };
	struct text out = TEXT_INIT;

	program_read_records(page, take_claim, &claims);
	book_read(&book, experiment, analysis);
	tables_plan(&tables, experiment, &book);
	if (claims.count == 0)
		warn("no claim was found: a conclusion is a line such as \"Storage: A > B\"");
	tell_claims(&basis, &claims, "Conclusions", tell_conclusions, &out);
	tell_claims(&basis, &claims, "Verdicts", tell_verdicts, &out);
	tell_listing(&basis, "Not measured, or not read", findings_tell_missing, &out);
	tell_listing(&basis, "Units", findings_tell_notes, &out);
	program_write_text(&out);
	text_release(&out);
	tables_release(&tables);
	book_release(&book);
	free(claims.items);
	records_release(&claims.records);
}

int main(int argc, char **argv)
{
	char *standard_input[] = { "-", NULL };
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct work work;
	bool fine;

	if (!*paths)
		paths = standard_input;
	for (char **path = paths; *path; path++)
		check_path(*path);
	if (data_path)
		check_path(data_path);
	experiment_read(&experiment, experiment_path);
	work_init(&work);
	fine = analyse(&work, paths);
	if (fine)
		tell(&experiment, &work);
	work_release(&work);
	experiment_release(&experiment);
	if (!fine)
		die("the report was not audited");
	return program_end();
}
