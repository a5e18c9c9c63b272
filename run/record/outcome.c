/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outcome - how a run went, as its RUN.json says it: docs/RESULTS.md */
#include "run/record/outcome.h"

#include <math.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "core/json.h"
#include "run/record/moment.h"

static void add_text(struct text *json, const char *name, const char *value)
{
	if (value)
		json_add_text(json, name, value);
}

/* In whole parts of one: more digits would mean nothing. */
static void add_number(struct text *json, const char *name, double value, double parts)
{
	if (isfinite(value))
		json_add_number(json, name, round(value * parts) / parts);
}

static void add_start(struct text *json, const struct timespec *start)
{
	struct text moment = TEXT_INIT;

	moment_add(&moment, start->tv_sec);
	json_add_text(json, "start", moment.data);
	text_release(&moment);
}

static void add_result(struct text *json, const struct process_result *result)
{
	if (result->ending == ENDED_NOT_STARTED)
		return;
	add_start(json, &result->start);
	add_number(json, "seconds", result->seconds, 1e6);
	if (WIFEXITED(result->status))
		json_add_integer(json, "exit_status", WEXITSTATUS(result->status));
	if (WIFSIGNALED(result->status))
		json_add_integer(json, "signal", WTERMSIG(result->status));
	if (result->ending == ENDED_AT_LIMIT)
		json_add_boolean(json, "timed_out", true);
}

static void add_disk(struct text *json, const struct outcome *outcome)
{
	json_open(json, "disk", '{');
	json_add_number(json, "read", outcome->disk_after.read - outcome->disk_before.read);
	json_add_number(
		json, "written", outcome->disk_after.written - outcome->disk_before.written);
	json_close(json, '}');
}

void outcome_add(struct text *json, const struct outcome *outcome)
{
	json_open(json, NULL, '{');
	add_text(json, "command", outcome->command);
	add_text(json, "server", outcome->server);
	add_text(json, "server_output", outcome->server_output);
	if (outcome->result)
		add_result(json, outcome->result);
	add_number(json, "timeout", outcome->timeout, 1000);
	add_text(json, "status", outcome->status);
	add_text(json, "message", outcome->message);
	add_text(json, "cache", outcome->cache);
	if (outcome->cache && strcmp(outcome->cache, "drop") == 0)
		json_add_boolean(json, "cache_dropped", !outcome->cache_message);
	add_text(json, "cache_message", outcome->cache_message);
	add_text(json, "cpuset", outcome->cpuset);
	add_number(json, "load_before", outcome->load_before, 100);
	add_number(json, "load_after", outcome->load_after, 100);
	if (outcome->has_disks)
		add_disk(json, outcome);
	json_close(json, '}');
	text_add_char(json, '\n');
}
