/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/next_row - the row of an interval, where it stands just as iperf prints it */
#include "ingest/formats/iperf/next_row.h"

#include <math.h>
#include <string.h>

#include "core/number/powers.h"
#include "core/units.h"
#include "ingest/log/next.h"

enum {
	MOST_DIGITS = 15, /* so many of a decimal number are exact in a double */
	MOST_REST = 1000, /* bytes behind the rate */
};

/* What a step of the i-th decimal is worth. */
static const double steps[MOST_DIGITS + 1] = { 1e0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8,
	1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15 };

/* By the letter: none, K, M, G, T. */
static const double byte_factors[] = { 1, KIB, MIB, GIB, TIB };
static const double bit_factors[] = { 1.0 / 8, 1e3 / 8, 1e6 / 8, 1e9 / 8, 1e12 / 8 };

static inline bool next_blanks(const char **at)
{
	while (**at == ' ')
		++*at;
	return true;
}

/* Where the LF is at the latest: of a text, which has LINES_PADDING bytes and one at most, all can be read. */
static inline bool next_text(const char **at, const char *text)
{
	if (memcmp(*at, text, strlen(text)) != 0)
		return false;
	*at += strlen(text);
	return true;
}

/* "11.9": its digits by a power of ten, which is the nearest double (Clinger 1990). */
static inline bool next_number(const char **at, struct reading *reading)
{
	uint64_t digits = 0;
	const char *c = next_digits(*at, &digits);
	size_t decimals = 0;

	if (c == *at)
		return false;
	if (*c == '.') {
		const char *fraction = c + 1;

		c = next_digits(fraction, &digits);
		decimals = (size_t)(c - fraction);
		if (decimals == 0)
			return false;
	}
	if (c - *at > MOST_DIGITS)
		return false;
	*reading = (struct reading){ (double)digits / powers_of_ten[decimals], steps[decimals] };
	*at = c;
	return true;
}

static inline size_t next_prefix(const char **at)
{
	switch (**at) {
	case 'K':
		++*at;
		return 1;
	case 'M':
		++*at;
		return 2;
	case 'G':
		++*at;
		return 3;
	case 'T':
		++*at;
		return 4;
	default:
		return 0;
	}
}

/* "[  3]", "[SUM]" */
static inline bool read_label(const char **at, struct iperf_label *label)
{
	const char *digits;

	*label = (struct iperf_label){ 0 };
	if (next_text(at, "[SUM]")) {
		label->is_sum = true;
		return true;
	}
	if (!next_char(at, '[') || !next_blanks(at))
		return false;
	digits = *at;
	*at = next_digits(digits, &label->stream);
	return *at > digits && *at - digits <= MOST_DIGITS && next_char(at, ']');
}

/* Of one stream all rows have the same. */
static inline bool next_label(const char **at, struct iperf_next_row *next)
{
	const char *start = *at;

	if (next_same(at, next->label_text))
		return true;
	if (!read_label(at, &next->label))
		return false;
	next->label_text = (struct slice){ start, *at };
	return true;
}

/* An interval most often begins where the one before ended. */
static inline bool next_start(const char **at, struct iperf_next_row *next)
{
	const char *c = *at;
	struct reading start;

	if (next_same(&c, next->stop_text) && next_char(&c, '-')) {
		next->row.start = next->row.end;
		*at = c;
		return true;
	}
	if (!next_number(at, &start) || !next_char(at, '-'))
		return false;
	next->row.start = start.value;
	return true;
}

static inline bool next_stop(const char **at, struct iperf_next_row *next, struct reading *stop)
{
	const char *begin = *at;

	if (!next_number(at, stop))
		return false;
	next->stop_text = (struct slice){ begin, *at };
	return true;
}

/* "  1.0- 2.0 sec" */
static inline bool next_interval(const char **at, struct iperf_next_row *next, struct reading *stop)
{
	return next_char(at, ' ') && next_blanks(at) && next_start(at, next) && next_blanks(at) &&
	       next_stop(at, next, stop) && next_char(at, ' ') && next_blanks(at) &&
	       next_text(at, "sec ") && stop->value >= next->row.start;
}

static inline void scale(struct reading *reading, double factor)
{
	reading->value *= factor;
	reading->resolution *= factor;
}

static inline bool next_size(const char **at, struct reading *size)
{
	if (!next_blanks(at) || !next_number(at, size) || !next_char(at, ' '))
		return false;
	scale(size, byte_factors[next_prefix(at)]);
	return next_text(at, "Bytes ");
}

static inline bool next_rate(const char **at, struct reading *rate)
{
	size_t prefix;

	if (!next_blanks(at) || !next_number(at, rate) || !next_char(at, ' '))
		return false;
	prefix = next_prefix(at);
	if (next_text(at, "bits/sec")) {
		scale(rate, bit_factors[prefix]);
		return true;
	}
	scale(rate, byte_factors[prefix]);
	return next_text(at, "Bytes/sec");
}

/* Up to the LF, without blanks at the end; false where bytes stand that no row has. */
static bool next_words(const char **at, const char *end, struct slice *rest)
{
	const char *newline = memchr(*at, '\n', (size_t)(end - *at));

	if (newline - *at > MOST_REST)
		return false;
	*rest = (struct slice){ *at, newline - (newline[-1] == '\r') };
	for (const char *c = rest->start; c < rest->end; c++)
		if ((unsigned char)*c < ' ')
			return false;
	*rest = slice_trim(*rest);
	*at = newline + 1;
	return true;
}

static inline bool next_rest(const char **at, const char *end, struct slice *rest)
{
	*rest = (struct slice){ *at, *at };
	return next_char(at, '\n') || next_words(at, end, rest);
}

/* What stands behind the rate is read by others, if it is there. */
static inline void set_interval(struct iperf_row *row, struct reading stop)
{
	row->end = stop.value;
	row->seconds = (struct reading){ stop.value - row->start, stop.resolution };
	row->jitter.value = NAN;
	row->lost = NAN;
	row->datagrams = NAN;
	row->retransmits.value = NAN;
	row->streams = 1;
}

bool iperf_next_row(const struct block *block, struct iperf_next_row *next)
{
	const char *at = block->text.start;
	const char *end = block->text.end;
	struct iperf_row *row = &next->row;
	struct reading stop;
	struct reading size;
	struct reading rate;

	if (at == end || !next_label(&at, next) || !next_interval(&at, next, &stop) ||
		!next_size(&at, &size) || !next_rate(&at, &rate) ||
		!next_rest(&at, end, &next->rest))
		return false;
	set_interval(row, stop);
	row->bytes = size;
	row->rate = rate;
	row->line = block->number;
	next->end = at;
	return iperf_row_agrees(row);
}
