/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task - a file that is to be read, and what is known of it beforehand */
#include "ingest/log/task.h"

#include <math.h>

#include "core/json.h"
#include "core/message.h"
#include "ingest/log/companion.h"
#include "ingest/log/job_log.h"

/* fio's logs of one run are told apart by the job that wrote them. */
static void add_job(struct labels *labels, const char *path)
{
	struct job_log log;

	if (isnan(labels->part) && job_log_scan(labels->source ? labels->source : path, &log))
		labels->part = (double)log.job;
}

/* What the path says, where the command line says nothing. */
static void add_path_labels(
	struct labels *labels, const struct task *task, const struct experiment *experiment)
{
	if (!labels->system)
		labels->system = task->system;
	if (!labels->test)
		labels->test = task->test;
	if (isnan(labels->run))
		labels->run = task->run;
	labels->system = experiment_system_name(experiment, labels->system);
	add_job(labels, task->path);
}

static void read_log(const struct task *task, struct tasks *tasks)
{
	struct labels labels = tasks->labels;
	struct run *run = &tasks->run;

	if (task->companion)
		run_read(run, &tasks->reader.inputs, task->companion);
	add_path_labels(&labels, task, tasks->reader.experiment);
	if (!labels.command)
		labels.command = run_command(run);
	if (run->tree)
		labels.told = run;
	if (task->special)
		reader_refuse(&tasks->reader, task->path, task->special, &labels, &tasks->out);
	else
		reader_read(&tasks->reader, task->path, &labels, &tasks->out);
	run_clear(run);
}

/* A fact as text; null is none. */
static void read_fact(struct tasks *tasks, const struct task *task, const struct json *fact)
{
	struct text value = TEXT_INIT;
	double number;
	bool boolean;

	if (json_text(fact))
		text_add(&value, json_text(fact));
	else if (json_number(fact, &number) || json_boolean(fact, &boolean))
		json_add_value(&value, NULL, fact);
	else if (json_is_object(fact) || json_is_array(fact))
		warn("%s:%zu: '%s' is neither text nor a number", task->path, json_line(fact),
			json_name(fact));
	if (value.length)
		environment_write(&tasks->out, &(struct environment){
						       .system = task->system,
						       .name = json_name(fact),
						       .value = value.data,
					       });
	text_release(&value);
}

static void read_facts(const struct task *task, struct tasks *tasks)
{
	struct text bytes = TEXT_INIT;
	struct json *tree = companion_read(&tasks->reader.inputs, task->path, &bytes);

	for (const struct json *fact = json_first(tree); fact; fact = json_next(fact))
		read_fact(tasks, task, fact);
	json_free(tree);
	text_release(&bytes);
}

void task_do(const struct task *task, struct tasks *tasks)
{
	if (task->kind == TASK_LOG)
		read_log(task, tasks);
	else
		read_facts(task, tasks);
	tasks->reader.flush(&tasks->out, tasks->reader.flush_context);
}

void tasks_release(struct tasks *tasks)
{
	reader_release(&tasks->reader);
	run_release(&tasks->run);
	text_release(&tasks->out);
}
