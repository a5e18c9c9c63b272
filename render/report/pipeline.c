/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pipeline - running other verbs */
#include "render/report/pipeline.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/descriptor.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/text.h"
#include "core/verbs.h"
#include "render/report/child.h"
#include "render/report/interruption.h"

static bool fail(const char *path)
{
	warn("%s: %s", path, strerror(errno));
	return false;
}

/*
 * The copying is done here, not by the verb, so that a full disk is this
 * program's error and not lost among the ways in which a verb ends.
 */
static bool copy(int from, const char *from_name, const struct draft *output)
{
	static char bytes[64 * 1024];
	bool fine = true;
	ssize_t count = 0;

	while (fine && (count = read(from, bytes, sizeof bytes)) != 0) {
		if (count < 0 && errno == EINTR)
			fine = !interruption_came();
		else if (count < 0)
			fine = fail(from_name);
		else if (output && !descriptor_write(output->descriptor, bytes, (size_t)count))
			fine = fail(output->path);
	}
	return fine;
}

static pid_t start(const char *verb, char **arguments, const char *input, int output)
{
	char *program = verb_program(verb);
	pid_t process = child_start(&(struct child){
		.program = program,
		.arguments = arguments,
		.input = input,
		.output = output,
	});

	if (process < 0)
		fail(program);
	free(program);
	return process;
}

/* Whether the verb ended by itself, and not over its command line. */
static bool ended_well(int status, const char *verb)
{
	if (status < 0) {
		warn("%s: cannot be waited for", verb);
		return false;
	}
	if (!WIFEXITED(status)) {
		warn("%s was ended by signal %d", verb, WTERMSIG(status));
		return false;
	}
	if (WEXITSTATUS(status) == EXIT_DATA)
		mark_data_wrong();
	else if (WEXITSTATUS(status) == EXIT_USAGE)
		mark_usage_wrong();
	return WEXITSTATUS(status) <= EXIT_DATA;
}

/* The verb knows that it is run by another; this program itself is not, if nobody said so before. */
static pid_t start_told(const char *verb, char **words, const char *input, int output)
{
	bool was_told = message_has_parent();
	pid_t child;

	setenv(MESSAGE_PARENT, "report", 1);
	child = start(verb, words, input, output);
	if (!was_told)
		unsetenv(MESSAGE_PARENT);
	return child;
}

bool pipeline_run(const char *verb, const struct strings *arguments, const char *input,
	const struct draft *output)
{
	char **words = memory_allocate(arguments->count + 2, sizeof *words);
	int ends[2];
	pid_t child;
	bool fine;

	if (pipe2(ends, O_CLOEXEC) != 0)
		die("pipe: %s", strerror(errno));
	words[0] = (char *)verb;
	for (size_t i = 0; i < arguments->count; i++)
		words[i + 1] = (char *)arguments->items[i];
	child = start_told(verb, words, input, ends[1]);
	close(ends[1]);
	fine = child >= 0 && copy(ends[0], verb, output);
	close(ends[0]);
	if (child >= 0) {
		int status = child_wait(child);

		fine = fine && ended_well(status, verb);
	}
	free(words);
	return fine;
}

void pipeline_add_option(struct strings *arguments, const char *name, const char *value)
{
	if (!value)
		return;
	strings_add(arguments, name);
	strings_add(arguments, value);
}

bool pipeline_copy(const char *path, const struct draft *output)
{
	bool standard = strcmp(path, "-") == 0;
	int from = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool fine;

	if (from < 0)
		return fail(path);
	fine = copy(from, path, output);
	if (!standard)
		close(from);
	return fine;
}
