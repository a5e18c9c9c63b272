/* SPDX-License-Identifier: GPL-3.0-or-later */
/* results - a folder of logs, and what lies beside them */
#include "ingest/log/results.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/json.h"
#include "core/memory.h"
#include "core/message.h"
#include "ingest/log/companion.h"
#include "ingest/log/job_log.h"
#include "ingest/log/layout.h"
#include "ingest/log/run.h"
#include "ingest/log/walk.h"

/* "results/Kata/dd/1.log.gz", and a "1_clat.2.log" of fio's, have "results/Kata/dd/1.json" beside them. */
static void read_run(struct run *run, const char *path)
{
	struct slice stem = slice_of(path);
	const char *suffix = slice_find_last(stem, ".log");
	struct job_log log;
	struct text name = TEXT_INIT;

	*run = (struct run){ 0 };
	if (job_log_scan(path, &log))
		stem = log.stem;
	else if (suffix)
		stem.end = suffix;
	else
		return;
	text_add_bytes(&name, stem.start, slice_length(stem));
	text_add(&name, ".json");
	run_read(run, name.data);
	text_release(&name);
}

/*
 * The path with the real one in place of the folder that is walked: "./dd/1.log"
 * says by itself no system. NULL where no folder is walked.
 */
static char *real_path(const struct results *results, const char *path)
{
	struct text real = TEXT_INIT;

	if (!results->real_folder)
		return NULL;
	text_add_format(&real, "%s/%s", results->real_folder, path + results->folder_length);
	return text_detach(&real);
}

/* "." and ".." are no names. */
static bool begins_with_dots(const char *path)
{
	return strcmp(path, ".") == 0 || strcmp(path, "..") == 0 || strncmp(path, "./", 2) == 0 ||
	       strncmp(path, "../", 3) == 0;
}

/* What the layout makes of the path, or of its real one, which *real then is: the caller frees it. */
static bool fits_layout(
	const struct results *results, const char *path, char **real, struct layout_match *match)
{
	const struct experiment *experiment = results->reader.experiment;

	*real = NULL;
	if (!(results->real_folder && begins_with_dots(path)) &&
		layout_matches(results->layout, path, experiment, match))
		return true;
	*real = real_path(results, path);
	return *real && layout_matches(results->layout, *real, experiment, match);
}

static bool is_log(const struct results *results, const char *path)
{
	struct layout_match match;
	char *real;
	bool fits = fits_layout(results, path, &real, &match);

	free(real);
	return fits;
}

/* Labels from the path where the command line gave none. */
static void add_path_labels(
	struct labels *labels, const struct results *results, const char *path, char *owned[2])
{
	struct layout_match match;
	char *real;
	uint64_t run;

	owned[0] = owned[1] = NULL;
	if (!fits_layout(results, path, &real, &match)) {
		free(real);
		return;
	}
	if (!labels->system && !slice_is_empty(match.system))
		labels->system = owned[0] = slice_copy(match.system);
	if (!labels->test && !slice_is_empty(match.test))
		labels->test = owned[1] = slice_copy(match.test);
	if (isnan(labels->run) && scan_integer(&match.run, &run))
		labels->run = (double)run;
	free(real);
}

/* fio's logs of one run are told apart by the job that wrote them. */
static void add_job(struct labels *labels, const char *path)
{
	struct job_log log;

	if (isnan(labels->part) && job_log_scan(labels->source ? labels->source : path, &log))
		labels->part = (double)log.job;
}

static void read_log(struct results *results, const char *path)
{
	struct labels labels = results->labels;
	struct run run;
	char *owned[2];

	read_run(&run, path);
	add_path_labels(&labels, results, path, owned);
	labels.system = experiment_system_name(results->reader.experiment, labels.system);
	add_job(&labels, path);
	if (!labels.command)
		labels.command = run_command(&run);
	if (run.tree)
		labels.told = &run;
	reader_read(&results->reader, path, &labels, &results->out);
	results->logs++;
	results->reader.flush(&results->out);
	free(owned[0]);
	free(owned[1]);
	run_release(&run);
}

/* The folder that holds path: its name. */
static char *folder_name(const char *path)
{
	struct slice folder = slice_of(path);
	const char *slash = slice_find_last(folder, "/");

	if (!slash)
		return NULL;
	folder.end = slash;
	slash = slice_find_last(folder, "/");
	if (slash)
		folder.start = slash + 1;
	return slice_copy(folder);
}

/* A fact as text; null is none. */
static void read_fact(
	struct results *results, const char *path, const char *system, const struct json *fact)
{
	struct text value = TEXT_INIT;
	double number;
	bool boolean;

	if (json_text(fact))
		text_add(&value, json_text(fact));
	else if (json_number(fact, &number) || json_boolean(fact, &boolean))
		json_add_value(&value, NULL, fact);
	else if (json_is_object(fact) || json_is_array(fact))
		warn("%s:%zu: '%s' is neither text nor a number", path, json_line(fact),
			json_name(fact));
	if (value.length)
		environment_write(&results->out, &(struct environment){
							 .system = system,
							 .name = json_name(fact),
							 .value = value.data,
						 });
	text_release(&value);
}

static void read_facts(struct results *results, const char *path, const char *system)
{
	struct json *tree = companion_read(path);

	for (const struct json *fact = json_first(tree); fact; fact = json_next(fact))
		read_fact(results, path, system, fact);
	results->reader.flush(&results->out);
	json_free(tree);
}

static void read_environment(struct results *results, const char *path)
{
	char *real = begins_with_dots(path) ? real_path(results, path) : NULL;
	char *folder = folder_name(real ? real : path);

	free(real);
	read_facts(results, path, experiment_system_name(results->reader.experiment, folder));
	free(folder);
}

static void skip(struct results *results, const char *path)
{
	if (results->skipped++ == 0)
		results->first_skipped = memory_copy_string(path);
}

static bool is_readme(const char *path)
{
	struct slice name = slice_of(path);
	const char *slash = slice_find_last(name, "/");

	if (slash)
		name.start = slash + 1;
	return slice_starts_with(name, "README");
}

static bool has_log(const char *stem)
{
	static const char *const suffixes[] = { "", ".gz", ".xz" };
	struct text path = TEXT_INIT;
	bool found = false;

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !found; i++) {
		text_clear(&path);
		text_add_format(&path, "%s%s", stem, suffixes[i]);
		found = access(path.data, F_OK) == 0;
	}
	text_release(&path);
	return found;
}

/* RUN.json: beside a log it was read with that; without one it tells what became of the run. */
static void read_companion(struct results *results, const char *path)
{
	struct text log = TEXT_INIT;
	struct run run;

	text_add_bytes(&log, path, strlen(path) - strlen(".json"));
	text_add(&log, ".log");
	if (is_log(results, log.data) && !has_log(log.data)) {
		run_read(&run, path);
		if (run_is_known(&run))
			read_log(results, log.data);
		else
			skip(results, path);
		run_release(&run);
	}
	text_release(&log);
}

static void visit(const char *path, void *context)
{
	struct results *results = context;

	if (is_log(results, path))
		read_log(results, path);
	else if (slice_ends_with(slice_of(path), "/environment.json"))
		read_environment(results, path);
	else if (slice_ends_with(slice_of(path), "/machine.json"))
		read_facts(results, path, results->labels.system);
	else if (slice_ends_with(slice_of(path), ".json"))
		read_companion(results, path);
	else if (!is_readme(path))
		skip(results, path);
}

static void read_folder(struct results *results, const char *path)
{
	size_t before = results->logs;

	results->real_folder = realpath(path, NULL);
	results->folder_length = strlen(path);
	while (results->folder_length && path[results->folder_length - 1] == '/')
		results->folder_length--;
	results->folder_length++;
	walk(path, visit, results);
	free(results->real_folder);
	results->real_folder = NULL;
	if (results->logs == before)
		warn("%s: no log below it fits the layout %s", path, results->layout);
}

void results_read(struct results *results, const char *path)
{
	struct stat status;

	if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		read_folder(results, path);
	else
		read_log(results, path);
}

void results_finish(struct results *results)
{
	if (results->skipped == 1)
		note("%s does not fit the layout %s and was not read", results->first_skipped,
			results->layout);
	else if (results->skipped)
		note("%zu files do not fit the layout %s and were not read, the first of them %s",
			results->skipped, results->layout, results->first_skipped);
	free(results->first_skipped);
	text_release(&results->out);
}
