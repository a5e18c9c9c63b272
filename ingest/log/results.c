/* SPDX-License-Identifier: GPL-3.0-or-later */
/* results - a folder of logs, and what lies beside them */
#include "ingest/log/results.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "ingest/log/companion.h"
#include "ingest/log/layout.h"
#include "ingest/log/parcel.h"
#include "ingest/log/run.h"
#include "ingest/log/walk.h"

static void write_text(struct text *out, void *context)
{
	(void)context;
	program_write_text(out);
}

static void write_text_in_worker(struct text *out, void *context)
{
	worker_write(context, out);
}

static void do_parcel(struct slice parcel, struct worker_output *output, void *context)
{
	struct results *results = context;
	struct task task;

	results->tasks.reader.flush = write_text_in_worker;
	results->tasks.reader.flush_context = output;
	while (parcel_take(&parcel, &task)) {
		worker_begin(output, task.path);
		task_do(&task, &results->tasks);
	}
}

void results_init(struct results *results, const char *layout, const struct experiment *experiment)
{
	*results = (struct results){
		.tasks = {
			.reader = { .experiment = experiment, .flush = write_text },
			.labels = { .run = NAN, .part = NAN },
			.run = RUN_INIT,
			.out = TEXT_INIT,
		},
		.place = {
			.layout = layout,
			.experiment = experiment,
			.real = TEXT_INIT,
			.system = TEXT_INIT,
			.test = TEXT_INIT,
		},
		.job = { .work = do_parcel, .context = results, .write = program_write },
		.parcel = TEXT_INIT,
		.beside = TEXT_INIT,
	};
}

enum { MOST_TASKS = 16 }; /* in a parcel: then its way costs little beside them */

/* The first logs go one by one, so that a few large ones are shared, too. */
static bool is_parcel_full(const struct results *results)
{
	size_t most = 1 + results->parcels / (4 * results->worker_count);

	return results->parcel_tasks >= (most < MOST_TASKS ? most : MOST_TASKS) ||
	       results->parcel.length > PARCEL_LIMIT / 2;
}

static void give_parcel(struct results *results)
{
	if (results->parcel_tasks == 0)
		return;
	if (!results->workers)
		results->workers = workers_start(results->worker_count, &results->job);
	workers_give(results->workers, &results->parcel);
	results->parcels++;
	results->parcel_tasks = 0;
	text_clear(&results->parcel);
}

/* What is said or read from here on is so behind what was given before. */
static void settle(struct results *results)
{
	give_parcel(results);
	if (results->workers)
		workers_settle(results->workers);
}

/* Standard input is one, though it may be named twice: it is read here, and so is what has no room in a parcel. */
static bool is_for_workers(const struct results *results, const struct task *task)
{
	return results->worker_count > 1 && !task->special && strcmp(task->path, "-") != 0 &&
	       strlen(task->path) <= PATH_MAX;
}

static void give(struct results *results, const struct task *task)
{
	if (!is_for_workers(results, task)) {
		settle(results);
		task_do(task, &results->tasks);
		return;
	}
	parcel_add(&results->parcel, task);
	results->parcel_tasks++;
	if (is_parcel_full(results))
		give_parcel(results);
}

static void give_log(struct results *results, const struct walk_file *file, const char *companion,
	const struct place_names *names)
{
	results->logs++;
	give(results, &(struct task){
			      .kind = TASK_LOG,
			      .path = file->path,
			      .special = file->special,
			      .companion = companion,
			      .system = names->system,
			      .test = names->test,
			      .run = names->run,
		      });
}

static void give_facts(struct results *results, const char *path, const char *system)
{
	give(results, &(struct task){
			      .kind = TASK_FACTS,
			      .path = path,
			      .system = system,
			      .run = NAN,
		      });
}

static void give_environment(struct results *results, const char *path)
{
	char *folder = place_folder_name(&results->place, path);

	give_facts(results, path, experiment_system_name(results->place.experiment, folder));
	free(folder);
}

static void skip(struct results *results, const struct walk_file *file)
{
	struct text first = TEXT_INIT;

	if (results->skipped++ > 0)
		return;
	text_add(&first, file->path);
	if (file->special)
		text_add_format(&first, " (%s)", file->special);
	results->first_skipped = text_detach(&first);
}

static bool is_readme(const char *path)
{
	struct slice name = slice_of(path);
	const char *slash = slice_find_last(name, "/");

	if (slash)
		name.start = slash + 1;
	return slice_starts_with(name, "README");
}

/* "1.log", or a packed one, beside "1.json". */
static bool has_log(const struct walk_folder *folder, struct text *log)
{
	static const char *const suffixes[] = { "", ".gz", ".xz" };
	size_t length = log->length;
	bool found = false;

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !found; i++) {
		text_add(log, suffixes[i]);
		found = walk_has_name(folder, log->data);
		text_cut(log, length);
	}
	return found;
}

/* RUN.json: beside a log it is read with that; without one it tells what became of the run. */
static void visit_companion(struct results *results, const struct walk_file *file)
{
	struct text *log = &results->beside;
	struct place_names names;
	struct run run = RUN_INIT;

	text_clear(log);
	text_add_bytes(log, file->path, strlen(file->path) - strlen(".json"));
	text_add(log, ".log");
	if (has_log(file->folder, log) || !place_read(&results->place, log->data, &names))
		return;
	settle(results);
	run_read(&run, &results->tasks.reader.inputs, file->path);
	if (run_is_known(&run))
		give_log(results, &(struct walk_file){ .path = log->data }, file->path, &names);
	else
		skip(results, file);
	run_release(&run);
}

/* False when the file is no log. */
static bool visit_log(struct results *results, const struct walk_file *file)
{
	struct text *companion = &results->beside;
	struct place_names names;
	bool has_companion;

	if (!place_read(&results->place, file->path, &names))
		return false;
	has_companion = place_companion(file->path, companion) &&
			walk_has_file(file->folder, companion->data);
	give_log(results, file, has_companion ? companion->data : NULL, &names);
	return true;
}

static void visit(const struct walk_file *file, void *context)
{
	struct results *results = context;
	struct slice path = slice_of(file->path);

	if (file->error) {
		settle(results);
		warn("%s: %s", file->path, file->error);
	} else if (visit_log(results, file)) {
		return;
	} else if (file->special) {
		skip(results, file);
	} else if (slice_ends_with(path, "/environment.json")) {
		give_environment(results, file->path);
	} else if (slice_ends_with(path, "/machine.json")) {
		give_facts(results, file->path, results->tasks.labels.system);
	} else if (slice_ends_with(path, ".json")) {
		visit_companion(results, file);
	} else if (!is_readme(file->path)) {
		skip(results, file);
	}
}

static void read_folder(struct results *results, const char *path)
{
	size_t before = results->logs;

	place_enter(&results->place, path);
	walk(path, visit, results);
	place_leave(&results->place);
	if (results->logs > before)
		return;
	settle(results);
	warn("%s: no log below it fits the layout %s%s", path, results->place.layout,
		strcmp(results->place.layout, LAYOUT_DEFAULT) == 0 ? LAYOUT_ADVICE : "");
}

static void read_file(struct results *results, const char *path)
{
	struct text *companion = &results->beside;
	bool may_have_companion = place_companion(path, companion) &&
				  companion_may_be_opened(companion->data);
	struct place_names names;

	place_read(&results->place, path, &names);
	give_log(results, &(struct walk_file){ .path = path },
		may_have_companion ? companion->data : NULL, &names);
}

void results_read(struct results *results, const char *path)
{
	struct stat status;

	if (strcmp(path, "-") != 0 && stat(path, &status) == 0 && S_ISDIR(status.st_mode))
		read_folder(results, path);
	else
		read_file(results, path);
}

void results_finish(struct results *results)
{
	give_parcel(results);
	if (results->workers)
		workers_end(results->workers);
	if (results->skipped == 1)
		note("%s does not fit the layout %s and was not read", results->first_skipped,
			results->place.layout);
	else if (results->skipped)
		note("%zu files do not fit the layout %s and were not read, the first of them %s",
			results->skipped, results->place.layout, results->first_skipped);
	free(results->first_skipped);
	text_release(&results->parcel);
	text_release(&results->beside);
	place_release(&results->place);
	tasks_release(&results->tasks);
}
