/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * files - files of given bytes, and programs that end, for the tests
 */
#ifndef TESTS_UNIT_FILES_H
#define TESTS_UNIT_FILES_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/text.h"
#include "tests/unit/unit.h"

enum { PATH_SIZE = 256 };

/* Writes a new file and its path; the test removes it with unlink(). */
static inline void make_file(char path[PATH_SIZE], const char *bytes, size_t length)
{
	const char *folder = getenv("TMPDIR");
	int descriptor;
	FILE *file;

	snprintf(path, PATH_SIZE, "%s/benchpipe-unit-XXXXXX", folder ? folder : "/tmp");
	descriptor = mkstemp(path);
	assert_true(descriptor >= 0);
	file = fdopen(descriptor, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

/* Leaves at once, so that nothing that looks at the end of the tests looks at this child. */
static inline void leave_at_once(int status, void *unused)
{
	(void)unused;
	fflush(stderr);
	_exit(status);
}

/*
 * Runs act(context) in a child and returns its exit status, -1 when it did not
 * exit by itself; what it said on standard error is added to said.
 */
static inline int status_of_ending(
	void (*act)(const void *context), const void *context, struct text *said)
{
	int ends[2];
	char chunk[512];
	ssize_t count;
	int status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		on_exit(leave_at_once, NULL);
		act(context);
		_exit(EXIT_SUCCESS);
	}
	close(ends[1]);
	while ((count = read(ends[0], chunk, sizeof chunk)) > 0)
		text_add_bytes(said, chunk, (size_t)count);
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#endif
