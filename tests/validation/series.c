/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series - gates on the intervals of one run, and what other tools say of them */
#include "tests/validation/series.h"

#include <stdio.h>

#include "core/memory.h"
#include "tests/validation/course_events.h"

/* Noise: lag-1 autocorrelation, coefficient of variation. */
struct murmur {
	double rho, cv;
};

struct series_gate {
	struct gate gate; /* its name and kind alone */
	course_tally *event;
	double bound;
	const struct murmur *noises;        /* ended by a cv of 0 */
	const struct course_truth *courses; /* but for their noise; ended by one without a name */
};

/* clang-format off */
#define N_600        .n = 600, .tau = 0.10
#define N_600_NARROW .n = 600, .tau = 0.05

static const struct murmur some[] = {
	{ 0, 0.02 }, { 0, 0.10 }, { 0.3, 0.05 }, { 0.5, 0.02 }, { 0.5, 0.05 }, { 0.5, 0.10 }, { 0, 0 } };
static const struct murmur loud[] = { { 0, 0.20 }, { 0.5, 0.20 }, { 0.8, 0.10 }, { 0, 0 } };
static const struct murmur quiet[] = { { 0, 0.05 }, { 0.5, 0.02 }, { 0.5, 0.10 }, { 0, 0 } };
static const struct murmur any[] = {
	{ 0, 0.02 }, { 0, 0.10 }, { 0, 0.20 }, { 0.5, 0.02 }, { 0.5, 0.10 }, { 0.5, 0.20 }, { 0, 0 } };

#define FLAT(count, margin) \
	{ "flat, N = " #count ", tau " #margin, SHAPE_FLAT, .n = (count), .tau = (margin) }

static const struct course_truth flat[] = { FLAT(600, 0.10), FLAT(600, 0.05), { 0 } };
static const struct course_truth flat_of_other_lengths[] = {
	FLAT(60, 0.10), FLAT(120, 0.10), FLAT(300, 0.10), FLAT(2000, 0.10), { 0 } };
static const struct course_truth flat_short[] = {
	FLAT(20, 0.10), FLAT(30, 0.10), FLAT(59, 0.10), FLAT(60, 0.10), { 0 } };
static const struct course_truth drifts[] = {
	{ "+15 %, tau 10 %", SHAPE_DRIFT, 0.15, 0, N_600 },
	{ "-15 %, tau 10 %", SHAPE_DRIFT, -0.15, 0, N_600 },
	{ "+15 %, tau 5 %", SHAPE_DRIFT, 0.15, 0, N_600_NARROW },
	{ "-15 %, tau 5 %", SHAPE_DRIFT, -0.15, 0, N_600_NARROW }, { 0 } };

#define TRANSIENTS \
	{ "ramp from 50 % to 100 % over the first fifth", SHAPE_WARM_UP, -0.5, 0.2, N_600 }, \
	{ "ramp from 150 % to 100 % over the first 30 %", SHAPE_WARM_UP, 0.5, 0.3, N_600 }, \
	{ "ramp from 60 % to 100 % over the first tenth", SHAPE_WARM_UP, -0.4, 0.1, N_600 }, \
	{ "decay from 150 %, time constant a twentieth", SHAPE_DECAY, 0.5, 0.05, N_600 }, \
	{ "cliff from 130 % at a tenth", SHAPE_FRONT, 0.3, 0.10, N_600 }, \
	{ "cliff from 50 % at 3 %", SHAPE_FRONT, -0.5, 0.03, N_600 }, \
	{ "cliff from 130 % at a quarter", SHAPE_FRONT, 0.3, 0.25, N_600 }

static const struct course_truth transients[] = { TRANSIENTS, { 0 } };
static const struct course_truth ramps_and_cliffs[] = { TRANSIENTS,
	{ "ramp of +30 % over the run", SHAPE_DRIFT, 0.3, 0, N_600 },
	{ "ramp of -30 % over the run", SHAPE_DRIFT, -0.3, 0, N_600 },
	{ "cliff of -30 % at a half", SHAPE_CLIFF, -0.3, 0.5, N_600 },
	{ "cliff of +30 % at a half", SHAPE_CLIFF, 0.3, 0.5, N_600 },
	{ "cliff of -20 % at 60 %", SHAPE_CLIFF, -0.2, 0.6, N_600 },
	{ "cliff of -30 % at three quarters", SHAPE_CLIFF, -0.3, 0.75, N_600 },
	{ "cliff of -30 % at 90 %", SHAPE_CLIFF, -0.3, 0.9, N_600 }, { 0 } };
static const struct course_truth late_cliffs_and_waves[] = {
	{ "cliff of -50 % at 95 %", SHAPE_CLIFF, -0.5, 0.95, N_600 },
	{ "wave of 10 %, two periods", SHAPE_WAVE, 0.1, 0.5, N_600 },
	{ "wave of 20 %, one period", SHAPE_WAVE, 0.2, 1, N_600 }, { 0 } };
static const struct course_truth every[] = {
	FLAT(600, 0.10), FLAT(45, 0.10), TRANSIENTS,
	{ "drift of 15 %", SHAPE_DRIFT, 0.15, 0, N_600 },
	{ "cliff of -30 % at three quarters", SHAPE_CLIFF, -0.3, 0.75, N_600 }, { 0 } };

static const struct series_gate series_gates[] = {
	{ { .name = "flat run called Steady", .kind = AT_LEAST }, says_steady, .97, some, flat },
	{ { .name = "flat run in louder noise called Steady", .kind = FOR_INFORMATION }, says_steady, 0, loud, flat },
	{ { .name = "flat run of fewer or more intervals called Steady", .kind = FOR_INFORMATION }, says_steady, 0,
		quiet, flat_of_other_lengths },
	{ { .name = "flat run called Not steady", .kind = AT_MOST }, says_not_steady, .02, any, flat },
	{ { .name = "flat run of few intervals called Not steady", .kind = AT_MOST }, says_not_steady, .065, quiet,
		flat_short },
	{ { .name = "flat run cut", .kind = AT_MOST }, cuts, .02, any, flat },
	{ { .name = "interval of a flat run's mean holds it", .kind = AT_LEAST }, covers, .94, any, flat },
	{ { .name = "interval of the mean of few intervals holds it", .kind = FOR_INFORMATION }, covers, 0, quiet,
		flat_short },
	{ { .name = "ramp or cliff cut, or called Not steady", .kind = AT_LEAST }, finds_change, .95, quiet,
		ramps_and_cliffs },
	{ { .name = "late cliff or wave called Not steady", .kind = FOR_INFORMATION }, finds_change, 0, quiet,
		late_cliffs_and_waves },
	{ { .name = "late cliff or wave called Steady", .kind = AT_MOST }, says_steady, .02, quiet,
		late_cliffs_and_waves },
	{ { .name = "transient in a run called Steady, mean off by more than tau / 4", .kind = AT_MOST }, is_biased,
		.02, quiet, transients },
	{ { .name = "drift of 15 % called Steady", .kind = AT_MOST }, says_steady, .02, any, drifts },
	{ { .name = "unit x 10^6 changes what is said of a run", .kind = AT_MOST }, course_depends_on_unit, 0, quiet,
		every },
	{ { .name = "unit x 2^20 changes what is said of a run", .kind = AT_MOST }, course_depends_on_binary_unit,
		0, quiet, every },
};

#define MURMUR N_600, .rho = 0.3, .cv = 0.05

static const struct course_truth rows[] = {
	{ "flat", SHAPE_FLAT, MURMUR },
	{ "drift of 15 %", SHAPE_DRIFT, 0.15, 0, MURMUR },
	{ "ramp of 30 % over the run", SHAPE_DRIFT, 0.3, 0, MURMUR },
	{ "ramp from 50 % to 100 % over the first fifth", SHAPE_WARM_UP, -0.5, 0.2, MURMUR },
	{ "cliff from 130 % at a tenth", SHAPE_FRONT, 0.3, 0.1, MURMUR },
	{ "cliff of -30 % at a half", SHAPE_CLIFF, -0.3, 0.5, MURMUR },
	{ "cliff of -30 % at 90 %", SHAPE_CLIFF, -0.3, 0.9, MURMUR },
	{ "wave of 20 %, one period", SHAPE_WAVE, 0.2, 1, MURMUR },
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static size_t cells_of(const struct series_gate *gate)
{
	size_t noises = 0, courses = 0;

	while (gate->noises[noises].cv > 0)
		noises++;
	while (gate->courses[courses].name)
		courses++;
	return noises * courses;
}

static struct cell cell_of(const struct series_gate *gate, const struct course_truth *course,
	const struct murmur *noise)
{
	struct cell cell = { .gate = &gate->gate, .bound = gate->bound };

	cell.study.course = *course;
	cell.study.course.rho = noise->rho;
	cell.study.course.cv = noise->cv;
	cell.study.tally_course = gate->event;
	snprintf(cell.study.name, sizeof cell.study.name, "%s | %s, rho %g, CV %g %%",
		gate->gate.name, course->name, noise->rho, 100 * noise->cv);
	return cell;
}

struct cell *series_cells(size_t *count)
{
	struct cell *cells;
	size_t filled = 0;

	*count = 0;
	for (size_t i = 0; i < COUNT(series_gates); i++)
		*count += cells_of(&series_gates[i]);
	cells = memory_allocate(*count, sizeof *cells);
	for (size_t i = 0; i < COUNT(series_gates); i++) {
		const struct series_gate *gate = &series_gates[i];

		for (const struct course_truth *course = gate->courses; course->name; course++)
			for (const struct murmur *noise = gate->noises; noise->cv > 0; noise++)
				cells[filled++] = cell_of(gate, course, noise);
	}
	return cells;
}

struct study *series_studies(size_t *count)
{
	struct study *studies = memory_allocate(COUNT(rows), sizeof *studies);

	*count = COUNT(rows);
	for (size_t i = 0; i < COUNT(rows); i++) {
		snprintf(studies[i].name, sizeof studies[i].name,
			"Who accepts a run as steady | %s", rows[i].name);
		studies[i].course = rows[i];
		studies[i].tally_course = count_course_accepted;
	}
	return studies;
}
