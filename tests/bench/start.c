/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * start - what beginning and ending a command costs
 *
 *	start TIMES COMMAND [ARGUMENT]...
 *
 * Runs it so often, its output thrown away, and prints the us of processor time that
 * each took, user and system together, and those that passed.
 */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double microseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e6 + (double)time.tv_usec;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

int main(int argc, char **argv)
{
	int times = argc > 2 ? (int)strtol(argv[1], NULL, 10) : 0;
	posix_spawn_file_actions_t actions;
	double begin = now();
	struct rusage usage;

	if (times < 1) {
		fputs("usage: start TIMES COMMAND [ARGUMENT]...\n", stderr);
		return 2;
	}
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	for (int i = 0; i < times; i++) {
		pid_t child;

		if (posix_spawn(&child, argv[2], &actions, NULL, argv + 2, environ) != 0)
			return 2;
		waitpid(child, NULL, 0);
	}
	getrusage(RUSAGE_CHILDREN, &usage);
	printf("%.0f %.0f\n", (microseconds(usage.ru_utime) + microseconds(usage.ru_stime)) / times,
		(now() - begin) / times);
	return 0;
}
