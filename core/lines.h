/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * lines - a file line by line, through one buffer, with no allocation a line
 *
 * A line ends in LF, CRLF or at the end of the file. A lone carriage return
 * ends a line too, since on a terminal it begins a new one over the old; such
 * a line is marked, and does not count in the numbering, so that number is
 * what an editor or `sed -n Np` calls it.
 */
#ifndef CORE_LINES_H
#define CORE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/input.h"
#include "core/scan.h"

struct line {
	struct slice text; /* without its end; until the next lines_next() */
	size_t number;     /* from 1 */
	bool overwritten;  /* ended in a lone carriage return */
	bool overwrites;   /* such a line, which has the same number */
	bool cut;          /* longer than the limit: the rest of it was skipped */
};

enum { LINES_PADDING = SAME_PADDING };

/* Several whole lines at once, each with its end; LINES_PADDING bytes behind them can be read, too. */
struct block {
	struct slice text; /* until the next lines_ call */
	size_t number;     /* of the first line */
};

struct lines {
	struct input *input;
	char *buffer;
	size_t capacity;
	size_t limit;
	char *start;           /* of what was not given out yet */
	char *filled;          /* the end of what was read */
	char *newline;         /* the next LF at or behind start, when known; else NULL */
	char *carriage_return; /* likewise the next of these; filled: there is none */
	size_t searched;       /* bytes behind start that hold no end of a line */
	char *whole; /* behind the last LF in the buffer; at or before start: none; NULL: not known */
	size_t number;
	bool overwriting; /* the next line does */
	bool at_end;
	bool skipping; /* in the rest of a line that was cut */
};

/* A line is cut after limit bytes, which also bounds the memory. Takes the input, not its closing. */
void lines_init(struct lines *lines, struct input *input, size_t limit);

/* Goes on with the lines of another input, in the same memory. */
void lines_restart(struct lines *lines, struct input *input);

/* False at the end of the input. */
bool lines_next(struct lines *lines, struct line *line);

/*
 * The lines up to the last LF in the buffer, without giving them out. False
 * when there is none: lines_next() reads on.
 */
bool lines_block(struct lines *lines, struct block *block);

/* Gives out the lines in front of rest: a block whose beginning was moved behind a line's LF. */
void lines_skip(struct lines *lines, const struct block *rest);

void lines_release(struct lines *lines);

#endif
