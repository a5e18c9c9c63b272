/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * courses - how the runs of a report went within, from their series records
 */
#ifndef RENDER_REPORT_COURSES_H
#define RENDER_REPORT_COURSES_H

#include "core/index.h"
#include "render/report/book.h"
#include "render/report/grid.h"
#include "render/report/tables.h"

enum course_verdict {
	COURSE_STEADY,
	COURSE_UNDECIDED,
	COURSE_NOT_STEADY,
	COURSE_TOO_SHORT,
	COURSE_VERDICT_COUNT
};

/* The series of one metric on one system. */
struct course {
	const struct series *worst; /* the first of the least steady */
	size_t counts[COURSE_VERDICT_COUNT];
	size_t test, system; /* their places in the book */
	size_t order;        /* of arrival */
};

struct courses {
	struct index index;
	struct course *items; /* in the order of the book */
	size_t capacity;
	size_t counts[COURSE_VERDICT_COUNT];
	size_t total;
};

void courses_count(struct courses *courses, const struct book *book);

/*
 * A row for each metric in tables, and each system, with a series that is not plainly
 * steady: how many runs went how, and what was seen in the worst.
 */
void courses_fill(struct grid *grid, const struct courses *courses, const struct book *book,
	const struct tables *tables);

void courses_release(struct courses *courses);

#endif
