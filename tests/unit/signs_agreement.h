/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * signs_agreement - whether the formats leave alone the lines that have none of their signs
 *
 * The contract of struct format's signs: such a line, of a log in which nothing was
 * read yet, is not taken, nothing is found in it, and the state stays as it is.
 */
#ifndef TESTS_UNIT_SIGNS_AGREEMENT_H
#define TESTS_UNIT_SIGNS_AGREEMENT_H

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/log/collector.h"
#include "ingest/log/findings.h"
#include "ingest/log/signs.h"

/* Of any format: all zero, unless one did not leave it alone. */
enum { STATE_SIZE = 8192 };

static inline bool leaves_alone(
	const struct format *format, const struct line *line, struct sink *sink)
{
	static const unsigned char zero[STATE_SIZE];
	static _Alignas(max_align_t) unsigned char state[STATE_SIZE];
	bool taken;
	bool same;

	if (format->state_size > STATE_SIZE)
		abort();
	collector_set_format(sink, format);
	taken = format->line(state, line, sink);
	same = memcmp(state, zero, format->state_size) == 0;
	memset(state, 0, format->state_size);
	return !taken && same && sink->sample_count == 0 && sink->problem_count == 0 &&
	       sink->given_count == 0 && sink->result_formats == 0;
}

/* The first format that reads in the line though it has none of its signs; NULL: none does. */
static inline const struct format *format_without_sign(const struct line *line, struct sink *sink)
{
	static struct signs signs;
	const char *const *lists[SIGN_OWNERS] = { NULL };
	size_t count;
	uint64_t woken;

	for (count = 0; formats[count]; count++)
		lists[count] = formats[count]->signs;
	if (!signs.items)
		signs_init(&signs, lists, count);
	woken = signs_find(&signs, line->text, 0);
	for (size_t i = 0; i < count; i++)
		if (formats[i]->signs && !(woken >> i & 1) && !leaves_alone(formats[i], line, sink))
			return formats[i];
	return NULL;
}

#endif
