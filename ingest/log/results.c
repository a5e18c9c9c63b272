/* SPDX-License-Identifier: GPL-3.0-or-later */
/* results - a folder of logs, and what lies beside them */
#include "ingest/log/results.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/input.h"
#include "core/json.h"
#include "core/memory.h"
#include "core/message.h"
#include "ingest/log/layout.h"
#include "ingest/log/walk.h"

/* A file of ours, beside the logs: NULL when it is not there or no object. */
static struct json *read_companion(const char *path)
{
	struct text bytes = TEXT_INIT;
	struct json *tree = NULL;
	struct input *input = input_open(path);
	char chunk[4096];
	size_t count;

	if (!input)
		return NULL;
	while ((count = input_read(input, chunk, sizeof chunk)) && bytes.length < (1 << 20))
		text_add_bytes(&bytes, chunk, count);
	tree = json_parse((struct slice){ bytes.data, bytes.data + bytes.length }, NULL);
	if (!json_is_object(tree))
		warn("%s: not a JSON object", path);
	input_close(input);
	text_release(&bytes);
	return tree;
}

/* "results/Kata/dd/1.log.gz" has "results/Kata/dd/1.json" beside it. */
static struct json *read_run(const char *path)
{
	struct slice stem = slice_of(path);
	const char *suffix = slice_find_last(stem, ".log");
	struct text name = TEXT_INIT;
	struct json *run;

	if (!suffix)
		return NULL;
	stem.end = suffix;
	text_add_bytes(&name, stem.start, slice_length(stem));
	text_add(&name, ".json");
	run = read_companion(name.data);
	text_release(&name);
	return run;
}

/* Labels from the path where the command line gave none. */
static void add_path_labels(
	struct labels *labels, const struct results *results, const char *path, char *owned[2])
{
	struct layout_match match;
	uint64_t run;

	owned[0] = owned[1] = NULL;
	if (!layout_matches(results->layout, path, results->reader.experiment, &match))
		return;
	if (!labels->system && !slice_is_empty(match.system))
		labels->system = owned[0] = slice_copy(match.system);
	if (!labels->test && !slice_is_empty(match.test))
		labels->test = owned[1] = slice_copy(match.test);
	if (isnan(labels->run) && scan_integer(&match.run, &run))
		labels->run = (double)run;
}

static void read_log(struct results *results, const char *path)
{
	struct labels labels = results->labels;
	struct json *run = read_run(path);
	char *owned[2];

	add_path_labels(&labels, results, path, owned);
	labels.system = experiment_system_name(results->reader.experiment, labels.system);
	if (!labels.command)
		labels.command = json_member_text(run, "command");
	reader_read(&results->reader, path, &labels, &results->out);
	results->logs++;
	results->flush(&results->out);
	free(owned[0]);
	free(owned[1]);
	json_free(run);
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

static void read_environment(struct results *results, const char *path)
{
	struct json *tree = read_companion(path);
	char *folder = folder_name(path);
	const char *system = experiment_system_name(results->reader.experiment, folder);

	for (const struct json *fact = json_first(tree); fact; fact = json_next(fact)) {
		if (!json_name(fact) || !json_text(fact))
			continue;
		environment_write(&results->out, &(struct environment){
							 .system = system,
							 .name = json_name(fact),
							 .value = json_text(fact),
						 });
	}
	results->flush(&results->out);
	free(folder);
	json_free(tree);
}

static void skip(struct results *results, const char *path)
{
	if (results->skipped++ == 0)
		results->first_skipped = memory_copy_string(path);
}

static bool is_companion(const char *path)
{
	struct slice name = slice_of(path);
	const char *slash = slice_find_last(name, "/");

	if (slash)
		name.start = slash + 1;
	return slice_starts_with(name, "README") || slice_ends_with(name, ".json");
}

static void visit(const char *path, void *context)
{
	struct results *results = context;
	struct layout_match match;

	if (layout_matches(results->layout, path, results->reader.experiment, &match))
		read_log(results, path);
	else if (slice_ends_with(slice_of(path), "/environment.json"))
		read_environment(results, path);
	else if (!is_companion(path))
		skip(results, path);
}

static void read_folder(struct results *results, const char *path)
{
	size_t before = results->logs;

	walk(path, visit, results);
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
