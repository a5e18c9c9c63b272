/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress - what runs, how much is left */
#include "run/session/progress.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/text.h"
#include "run/process/clock.h"

void progress_init(
	struct progress *progress, const struct experiment *experiment, const struct plan *plan)
{
	*progress = (struct progress){
		.experiment = experiment,
		.plan = plan,
		.is_terminal = isatty(STDERR_FILENO) == 1,
		.cells = memory_allocate(
			experiment->system_count * experiment->test_count, sizeof *progress->cells),
		.tests = memory_allocate(experiment->test_count, sizeof *progress->tests),
	};
}

static struct pace *pace_of_cell(const struct progress *progress, const struct step *step)
{
	return &progress->cells[plan_cell(progress->experiment, step)];
}

static struct pace *pace_of_test(const struct progress *progress, const struct step *step)
{
	return &progress->tests[step->test - progress->experiment->tests];
}

static double expected_time(const struct progress *progress, const struct step *step)
{
	const struct pace *pace = pace_of_cell(progress, step);

	if (!pace->steps)
		pace = pace_of_test(progress, step);
	if (!pace->steps)
		pace = &progress->all;
	return pace->steps ? pace->seconds / (double)pace->steps : NAN;
}

static void add_pace(struct pace *pace, double seconds)
{
	pace->seconds += seconds;
	pace->steps++;
}

/*
 * Seconds that the steps from number on will take: as long as the same ones took,
 * or else the same test on other systems, or else all; NaN when nothing was run yet.
 */
static double time_left(const struct progress *progress, size_t number)
{
	double left = 0;

	for (size_t i = number; i < progress->plan->count; i++)
		left += expected_time(progress, &progress->plan->steps[i]);
	return left;
}

static void add_place(struct text *out, const struct progress *progress, size_t number)
{
	const struct step *step = &progress->plan->steps[number];

	text_add_format(out, "%zu of %zu: ", number + 1, progress->plan->count);
	text_add_printable(out, step->system->name);
	text_add(out, ", ");
	text_add_printable(out, step->test->name);
	if (step->run == RUN_WARM_UP)
		text_add(out, ", warm-up");
	else
		text_add_format(out, ", run %zu", step->run);
}

static void add_time_left(struct text *out, double seconds)
{
	if (isnan(seconds) || seconds <= 0)
		return;
	if (seconds < 90)
		text_add_format(out, " (about %.0f s left)", ceil(seconds));
	else if (seconds < 90 * 60)
		text_add_format(out, " (about %.0f min left)", ceil(seconds / 60));
	else
		text_add_format(out, " (about %.1f h left)", seconds / 3600);
}

void progress_clear(const struct progress *progress)
{
	if (progress->is_terminal)
		fputs("\r\033[K", stderr);
}

void progress_begin(struct progress *progress, size_t number)
{
	struct text line = TEXT_INIT;

	progress->start = clock_seconds();
	if (!progress->is_terminal)
		return;
	add_place(&line, progress, number);
	add_time_left(&line, time_left(progress, number));
	progress_clear(progress);
	fputs(line.data, stderr);
	fflush(stderr);
	text_release(&line);
}

void progress_end(struct progress *progress, size_t number, const char *remark)
{
	const struct step *step = &progress->plan->steps[number];
	struct text line = TEXT_INIT;
	double seconds = clock_seconds() - progress->start;

	add_pace(pace_of_cell(progress, step), seconds);
	add_pace(pace_of_test(progress, step), seconds);
	add_pace(&progress->all, seconds);
	add_place(&line, progress, number);
	text_add_format(&line, ": %s", remark);
	add_time_left(&line, time_left(progress, number + 1));
	progress_clear(progress);
	note("%s", line.data);
	text_release(&line);
}

void progress_release(struct progress *progress)
{
	free(progress->cells);
	free(progress->tests);
}
