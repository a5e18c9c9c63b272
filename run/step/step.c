/* SPDX-License-Identifier: GPL-3.0-or-later */
/* step - one run: prepared, run, cleaned up after, and written down */
#include "run/step/step.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/record.h"
#include "run/engine/engine.h"
#include "run/host/caches.h"
#include "run/host/load.h"
#include "run/network/server.h"
#include "run/process/interrupt.h"
#include "run/process/process.h"
#include "run/process/strays.h"
#include "run/record/folder.h"
#include "run/record/outcome.h"
#include "run/record/tail.h"
#include "run/step/workplace.h"

enum {
	OUTPUT_LIMIT = 64 * 1024 * 1024, /* bytes of a log */
	LINE_LIMIT = 400,                /* bytes of a line that is quoted */
};

/* A step at work. */
struct attempt {
	const struct setting *setting;
	const struct step *step;
	struct server server;
	struct text line;
	struct text why; /* that it went wrong */
	struct text cache_why;
	struct process_result result;
	struct outcome outcome;
	int log;
};

static void begin(struct attempt *attempt, const struct setting *setting, const struct step *step)
{
	*attempt = (struct attempt){
		.setting = setting,
		.step = step,
		.line = TEXT_INIT,
		.why = TEXT_INIT,
		.cache_why = TEXT_INIT,
		.outcome = {
			.timeout = setting_timeout(setting, step->test),
			.cpuset = setting->cpuset,
			.load_before = NAN,
			.load_after = NAN,
		},
		.log = folder_begin_log(setting),
	};
}

static void drop_caches(struct attempt *attempt)
{
	bool drop = setting_cache(attempt->setting, attempt->step->test) == CACHE_DROP;

	attempt->outcome.cache = drop ? "drop" : "keep";
	if (drop && !caches_drop(&attempt->cache_why))
		attempt->outcome.cache_message = attempt->cache_why.data;
}

static void run_command(struct attempt *attempt)
{
	char *arguments[] = { "bash", "-c", attempt->line.data, NULL };
	struct outcome *outcome = &attempt->outcome;

	outcome->load_before = load_average();
	outcome->has_disks = disks_moved(&outcome->disk_before);
	process_run(
		&(struct process){
			.arguments = arguments,
			.folder = attempt->setting->work,
			.log = attempt->log,
			.output_limit = OUTPUT_LIMIT,
			.limit = outcome->timeout,
		},
		&attempt->result);
	outcome->has_disks = disks_moved(&outcome->disk_after) && outcome->has_disks;
	outcome->load_after = load_average();
	outcome->command = attempt->line.data;
	outcome->result = &attempt->result;
}

/* The engine itself removes the container of a command that went well. */
static void end_container(const struct attempt *attempt)
{
	char *container = line_container_name(attempt->setting, attempt->step);

	if (process_succeeded(&attempt->result))
		engine_forget_container(attempt->setting, container);
	else
		engine_end_container(attempt->setting, container);
	free(container);
}

static void run_with_server(struct attempt *attempt)
{
	const struct step *step = attempt->step;
	struct server *server = &attempt->server;
	struct strays strays;

	strays_init(&strays);
	if (server_start(server, attempt->setting, step, &attempt->why)) {
		struct endpoint endpoint = server_endpoint(server);

		line_add(&attempt->line, attempt->setting, step, ROLE_COMMAND, &endpoint);
		run_command(attempt);
		if (line_is_in_container(step, ROLE_COMMAND))
			end_container(attempt);
	}
	server_stop(server);
	strays_kill(&strays);
	if (step->test->server) {
		attempt->outcome.server = server->line.data;
		attempt->outcome.server_output = server->output.data;
	}
}

static void set_status(struct attempt *attempt, enum problem_status status)
{
	attempt->outcome.status = problem_status_text(status);
	attempt->outcome.message = attempt->why.data;
}

/* What only this program knows; how a command ended by itself is in its exit status and its log. */
static void judge(struct attempt *attempt)
{
	if (!attempt->outcome.result) {
		set_status(attempt, PROBLEM_FAILED);
	} else if (attempt->result.ending == ENDED_AT_LIMIT) {
		text_add_format(
			&attempt->why, "ended at its limit of %g s", attempt->outcome.timeout);
		set_status(attempt, PROBLEM_TIMED_OUT);
	} else if (attempt->result.ending == ENDED_PRINTING) {
		text_add_format(&attempt->why, "ended when it had printed %d MiB",
			OUTPUT_LIMIT / (1024 * 1024));
		set_status(attempt, PROBLEM_FAILED);
	}
}

/* What makes going on pointless, as opposed to a run that failed. */
static bool must_stop(struct attempt *attempt, struct text *remark)
{
	const struct process_result *result = &attempt->result;
	bool uses_engine = line_is_in_container(attempt->step, ROLE_COMMAND) ||
			   (attempt->step->test->server &&
				   line_is_in_container(attempt->step, ROLE_SERVER));

	if (result->ending == ENDED_WITHOUT_LOG || result->ending == ENDED_NOT_STARTED) {
		text_add_format(remark, "%s: %s",
			result->ending == ENDED_NOT_STARTED ? "bash" : "the log",
			strerror(result->error));
		return true;
	}
	if (attempt->outcome.result && process_succeeded(result))
		return false;
	return uses_engine && engine_state(attempt->setting, remark) != ENGINE_READY;
}

static void describe(const struct attempt *attempt, struct text *remark)
{
	const struct process_result *result = &attempt->result;
	struct text last = TEXT_INIT;

	if (attempt->outcome.status) {
		text_add_format(remark, "%s: %s", attempt->outcome.status, attempt->why.data);
		return;
	}
	text_add_format(remark, "%.3g s", result->seconds);
	if (process_succeeded(result))
		return;
	if (WIFSIGNALED(result->status))
		text_add_format(remark, ", killed by signal %d", WTERMSIG(result->status));
	else
		text_add_format(remark, ", exit status %d", WEXITSTATUS(result->status));
	tail_read(&last, attempt->log, LINE_LIMIT);
	tail_keep_line(&last);
	text_add(remark, last.length ? ": " : "");
	text_add_printable(remark, last.data);
	text_release(&last);
}

static bool publish(const struct attempt *attempt)
{
	struct text json = TEXT_INIT;
	bool published;

	outcome_add(&json, &attempt->outcome);
	published = folder_publish(attempt->setting, attempt->step, &json,
		attempt->outcome.result ? attempt->log : -1);
	text_release(&json);
	return published;
}

static enum step_end conclude(struct attempt *attempt, struct text *remark)
{
	if (interrupt_came())
		return STEP_INTERRUPTED;
	if (must_stop(attempt, remark))
		return STEP_STOPS_ALL;
	judge(attempt);
	describe(attempt, remark);
	if (attempt->step->run == RUN_WARM_UP || publish(attempt))
		return attempt->outcome.status || !process_succeeded(&attempt->result) ? STEP_FAILED
										       : STEP_DONE;
	text_clear(remark);
	text_add_format(remark, "%s: %s", attempt->setting->folder, strerror(errno));
	return STEP_STOPS_ALL;
}

static void release(struct attempt *attempt)
{
	if (attempt->log >= 0)
		close(attempt->log);
	server_release(&attempt->server);
	text_release(&attempt->line);
	text_release(&attempt->why);
	text_release(&attempt->cache_why);
}

enum step_end step_perform(
	const struct setting *setting, const struct step *step, struct text *remark)
{
	struct attempt attempt;
	enum step_end end = STEP_STOPS_ALL;

	begin(&attempt, setting, step);
	if (attempt.log < 0) {
		text_add_format(remark, "%s: %s", setting->scratch, strerror(errno));
	} else if (workplace_prepare(setting, remark)) {
		drop_caches(&attempt);
		run_with_server(&attempt);
		end = conclude(&attempt, remark);
	}
	release(&attempt);
	return end;
}

bool step_is_hopeless(const struct setting *setting, const struct step *step)
{
	struct step before = *step;
	bool any = false;

	for (before.run = 1; before.run < step->run; before.run++) {
		if (!folder_has(setting, &before))
			continue;
		if (!folder_timed_out(setting, &before))
			return false;
		any = true;
	}
	return any;
}

bool step_leave_out(
	const struct setting *setting, const struct step *step, const char *status, const char *why)
{
	struct text line = TEXT_INIT;
	struct text json = TEXT_INIT;
	struct endpoint endpoint = { "HOST", step->test->port };
	bool published;

	line_add(&line, setting, step, ROLE_COMMAND, &endpoint);
	outcome_add(&json, &(struct outcome){
				   .command = line.data,
				   .timeout = NAN,
				   .status = status,
				   .message = why,
				   .load_before = NAN,
				   .load_after = NAN,
			   });
	published = folder_publish(setting, step, &json, -1);
	text_release(&line);
	text_release(&json);
	return published;
}
