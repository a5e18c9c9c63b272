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

void progress_init(struct progress *progress, const struct plan *plan)
{
	*progress = (struct progress){ .plan = plan, .is_terminal = isatty(STDERR_FILENO) == 1 };
}

/* Two steps are alike to a degree: 3 the same cell, 2 the same test, 1 any. */
static int likeness(const struct step *a, const struct step *b)
{
	return a->test != b->test ? 1 : a->system != b->system ? 2 : 3;
}

static double expected_time(const struct progress *progress, const struct step *step)
{
	double sum = 0;
	size_t count = 0;
	int best = 0;

	for (size_t i = 0; i < progress->pace_count; i++) {
		int degree = likeness(&progress->paces[i].step, step);

		if (degree < best)
			continue;
		if (degree > best) {
			best = degree;
			sum = 0;
			count = 0;
		}
		sum += progress->paces[i].seconds;
		count++;
	}
	return count ? sum / (double)count : NAN;
}

double progress_time_left(const struct progress *progress, size_t number)
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

	clock_gettime(CLOCK_MONOTONIC, &progress->start);
	if (!progress->is_terminal)
		return;
	add_place(&line, progress, number);
	add_time_left(&line, progress_time_left(progress, number));
	progress_clear(progress);
	fputs(line.data, stderr);
	fflush(stderr);
	text_release(&line);
}

void progress_end(struct progress *progress, size_t number, const char *remark)
{
	struct text line = TEXT_INIT;
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	progress->paces = memory_reserve_one(progress->paces, progress->pace_count,
		&progress->pace_capacity, sizeof *progress->paces);
	progress->paces[progress->pace_count++] = (struct pace){
		.step = progress->plan->steps[number],
		.seconds = (double)(now.tv_sec - progress->start.tv_sec) +
			   1e-9 * (double)(now.tv_nsec - progress->start.tv_nsec),
	};
	add_place(&line, progress, number);
	text_add_format(&line, ": %s", remark);
	add_time_left(&line, progress_time_left(progress, number + 1));
	progress_clear(progress);
	note("%s", line.data);
	text_release(&line);
}

void progress_release(struct progress *progress)
{
	free(progress->paces);
}
