/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cost - what a command costs
 *
 *	cost FILE TIMES COMMAND [ARGUMENT]...
 *
 * Runs the command so many times, one after the other; what it prints is that
 * of the first. Adds a line to FILE: the ms of processor time of a run, user
 * and system together, and the KiB of memory that it had at most. Processes
 * that it waited for are in both: the sum of their time, the largest memory.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

struct cost {
	double milliseconds;
	long kibibytes;
};

static double milliseconds(struct timeval time)
{
	return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static void become(char **command, int output)
{
	if (output >= 0)
		dup2(output, STDOUT_FILENO);
	execvp(command[0], command);
	fprintf(stderr, "cost: %s: %s\n", command[0], strerror(errno));
	_exit(127);
}

/* Runs the command once, its output where it is (-1: as ours); its exit status. */
static int run(struct cost *cost, char **command, int output)
{
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0)
		become(command, output);
	if (child < 0 || wait4(child, &status, 0, &usage) < 0)
		return 127;
	cost->milliseconds += milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
	if (usage.ru_maxrss > cost->kibibytes)
		cost->kibibytes = usage.ru_maxrss;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 127;
}

int main(int argc, char **argv)
{
	long times = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
	struct cost cost = { 0 };
	int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	int status = 0;
	FILE *file;

	if (argc < 4 || times < 1) {
		fputs("usage: cost FILE TIMES COMMAND [ARGUMENT]...\n", stderr);
		return 2;
	}
	for (long i = 0; i < times && status == 0; i++)
		status = run(&cost, argv + 3, i ? nowhere : -1);
	file = fopen(argv[1], "a");
	if (!file ||
		fprintf(file, "%.4f %ld\n", cost.milliseconds / (double)times, cost.kibibytes) <
			0 ||
		fclose(file) != 0) {
		perror(argv[1]);
		return 2;
	}
	return status;
}
