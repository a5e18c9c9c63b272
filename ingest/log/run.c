/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run - how a run went, as its runner wrote it down beside the log */
#include "ingest/log/run.h"

#include <math.h>
#include <string.h>

#include "ingest/log/command.h"
#include "ingest/log/companion.h"

void run_read(struct run *run, struct inputs *inputs, const char *path)
{
	run->path = path;
	run->tree = companion_read(inputs, path, &run->bytes);
}

void run_clear(struct run *run)
{
	json_free(run->tree);
	run->tree = NULL;
}

void run_release(struct run *run)
{
	run_clear(run);
	text_release(&run->bytes);
}

bool run_is_known(const struct run *run)
{
	return json_member(run->tree, "exit_status") || json_member(run->tree, "status") ||
	       json_member(run->tree, "timed_out") || json_member(run->tree, "command");
}

const char *run_command(const struct run *run)
{
	return json_member_text(run->tree, "command");
}

static void set(struct run_failure *failure, enum problem_status status, const struct json *said)
{
	*failure = (struct run_failure){
		.status = status,
		.message = TEXT_INIT,
		.line = json_line(said),
	};
}

/* "status": "not-run", "message": "docker: ..."; a status that is not known is no success. */
static bool read_status(const struct run *run, struct run_failure *failure)
{
	const struct json *member = json_member(run->tree, "status");
	const char *status = json_text(member);
	const char *message = json_member_text(run->tree, "message");

	if (!status)
		return false;
	set(failure, problem_status_named(status), member);
	if (failure->status == PROBLEM_STATUS_COUNT)
		failure->status = PROBLEM_FAILED;
	text_add(&failure->message, message ? message : status);
	return true;
}

static bool read_timeout(const struct run *run, struct run_failure *failure)
{
	const struct json *timed_out = json_member(run->tree, "timed_out");
	bool is_true;
	double limit;

	if (!json_boolean(timed_out, &is_true) || !is_true)
		return false;
	set(failure, PROBLEM_TIMED_OUT, timed_out);
	text_add(&failure->message, "timed out");
	if (json_member_number(run->tree, "timeout", &limit))
		text_add_format(&failure->message, " after %g s", limit);
	return true;
}

/* "signal 9 (SIGKILL)" */
static void add_signal(struct text *message, double number)
{
	const char *name = number > 0 && number <= 64 ? sigabbrev_np((int)number) : NULL;

	text_add_format(message, "ended by signal %g", number);
	if (name)
		text_add_format(message, " (SIG%s)", name);
}

static bool read_signal(const struct run *run, struct run_failure *failure)
{
	const struct json *member = json_member(run->tree, "signal");
	double number;

	if (!json_number(member, &number) || number == 0)
		return false;
	set(failure, PROBLEM_KILLED, member);
	add_signal(&failure->message, number);
	return true;
}

/* 128 + a signal is how shells and docker say that one ended the command; 124 is timeout(1)'s. */
static bool read_exit_status(const struct run *run, struct run_failure *failure)
{
	const struct json *member = json_member(run->tree, "exit_status");
	double number;

	if (!json_number(member, &number) || number == 0)
		return false;
	if (number > 128 && number <= 128 + 64) {
		set(failure, PROBLEM_KILLED, member);
		text_add_format(&failure->message, "exit status %g: ", number);
		add_signal(&failure->message, number - 128);
	} else if (number == 124 && command_calls(run_command(run), "timeout")) {
		set(failure, PROBLEM_TIMED_OUT, member);
		text_add(&failure->message, "timed out: exit status 124");
	} else {
		set(failure, PROBLEM_FAILED, member);
		text_add_format(&failure->message, "exit status %g", number);
		failure->is_exit_status = true;
	}
	return true;
}

bool run_failed(const struct run *run, struct run_failure *failure)
{
	return read_status(run, failure) || read_timeout(run, failure) ||
	       read_signal(run, failure) || read_exit_status(run, failure);
}

double run_disk_bytes(const struct run *run, enum direction direction)
{
	const struct json *disk = json_member(run->tree, "disk");
	double bytes;

	if (!json_member_number(disk, direction == DIRECTION_READ ? "read" : "written", &bytes))
		return NAN;
	return bytes;
}
