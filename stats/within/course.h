/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * course - how one run went: its verdict, its record, and whether its mean can stand for it
 */
#ifndef STATS_WITHIN_COURSE_H
#define STATS_WITHIN_COURSE_H

#include "core/text.h"
#include "stats/methods/series.h"
#include "stats/within/intervals.h"

struct run_course {
	struct steadiness_found found;
	double whole_mean;
	bool is_whole;       /* one value for each moment, and no moment missing */
	struct text reasons; /* each ended by a newline */
};

/* Judges intervals in time order, to be released. */
void run_course_judge(struct run_course *course, const struct intervals *intervals, double tau);

/* Adds its series record. */
void run_course_write(const struct run_course *course, const struct intervals *intervals,
	double tau, struct text *out);

void run_course_release(struct run_course *course);

#endif
