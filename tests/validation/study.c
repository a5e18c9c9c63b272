/* SPDX-License-Identifier: GPL-3.0-or-later */
/* study - how often things happen over many data sets of one scenario */
#include "tests/validation/study.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PROCESSES = 2 };

/* What the processes share: each takes the next study that nobody has taken. */
struct board {
	atomic_size_t taken;
	unsigned counts[][MOST_EVENTS];
};

static void study_run_courses(const struct study *study, unsigned data_sets, unsigned *counts)
{
	static double values[MOST_INTERVALS];
	struct random random;

	random_begin(&random, study->name);
	for (unsigned i = 0; i < data_sets; i++) {
		course_draw(&study->course, &random, values);
		study->tally_course(values, &study->course, counts);
	}
}

static void study_run(const struct study *study, unsigned data_sets, unsigned *counts)
{
	struct margins margins = { study->scenario.tau, study->scenario.delta, POLICY_ALPHA };
	struct random random;
	struct data data;

	if (study->tally_course) {
		study_run_courses(study, data_sets, counts);
		return;
	}
	random_begin(&random, study->name);
	for (unsigned i = 0; i < data_sets; i++) {
		data_draw(&data, &study->scenario, &random);
		study->tally(&data, margins, counts);
	}
}

static void work(struct board *board, const struct study *studies, size_t count, unsigned data_sets)
{
	size_t i;

	while ((i = atomic_fetch_add(&board->taken, 1)) < count)
		study_run(&studies[i], data_sets, board->counts[i]);
}

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

static void wait_for_all(void)
{
	int status;

	for (int i = 0; i < PROCESSES; i++)
		if (wait(&status) < 0 || status != 0) {
			fputs("validate: a process failed\n", stderr);
			exit(2);
		}
}

void studies_run(struct study *studies, size_t count, unsigned data_sets)
{
	size_t size = sizeof(struct board) + count * sizeof studies->counts;
	struct board *board = mmap(
		NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (board == MAP_FAILED)
		fail("mmap");
	fflush(NULL);
	for (int i = 0; i < PROCESSES; i++) {
		pid_t pid = fork();

		if (pid < 0)
			fail("fork");
		if (pid == 0) {
			work(board, studies, count, data_sets);
			_exit(0);
		}
	}
	wait_for_all();
	for (size_t i = 0; i < count; i++)
		memcpy(studies[i].counts, board->counts[i], sizeof studies[i].counts);
	munmap(board, size);
}
