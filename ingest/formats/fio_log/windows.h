/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/windows - what a run came to in equal windows of its time
 *
 * There are 1,000 windows at most, of 10 ms at first. What lies beyond them, on
 * either side, makes windows twice as wide, two of which become one: so a run
 * of any length takes the same memory, and has 500 windows or more once it
 * lasts 5 s.
 */
#ifndef INGEST_FORMATS_FIO_LOG_WINDOWS_H
#define INGEST_FORMATS_FIO_LOG_WINDOWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	WINDOWS_COUNT = 1000,
	WINDOWS_FIRST_WIDTH = 10, /* ms */
};

struct window {
	double sum;
	double weight; /* of what was summed; 0: nothing was */
	int64_t last;  /* the latest time added, in ms */
	size_t line;   /* of the log, where it begins */
};

struct windows {
	int64_t origin; /* ms */
	int64_t width;  /* ms */
	struct window *items;
};

void windows_init(struct windows *windows, int64_t origin);
void windows_release(struct windows *windows);

/* The window of a time, below 10^15 ms on either side of 0. */
size_t windows_find(struct windows *windows, int64_t time);

/* When a window begins. */
int64_t windows_start(const struct windows *windows, size_t window);

/* Adds to the window of a time. */
void windows_add(struct windows *windows, int64_t time, double sum, double weight, size_t line);

#endif
