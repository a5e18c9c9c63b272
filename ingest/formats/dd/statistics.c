/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dd/statistics - the line in which dd says how much it copied, and how fast */
#include "ingest/formats/dd/statistics.h"

#include <math.h>

#include "core/units.h"
#include "ingest/formats/dd/words.h"

/* Longer lines are several glued together: the first counts. */
enum { LENGTH_LIMIT = 400 };

static bool begins_with_foreign(struct slice text)
{
	return !slice_is_empty(text) && (unsigned char)*text.start >= 0x80;
}

static bool begins_with_letter(struct slice text)
{
	struct slice letters;

	return scan_letters(&text, &letters);
}

static bool begins_with_digit(struct slice text)
{
	return !slice_is_empty(text) && *text.start >= '0' && *text.start <= '9';
}

static bool begins_with_blank(struct slice text)
{
	return slice_starts_with(text, " ") || slice_starts_with(text, "\xC2\xA0");
}

/* "s" "secs" "seconds" "Sekunden" "c" "秒" and so on, but not "ms", "min" or "MB". */
static bool begins_with_second(struct slice text)
{
	return slice_starts_with(text, "s") || slice_starts_with(text, "S") ||
	       slice_starts_with(text, "c") || begins_with_foreign(text);
}

static bool scan_separator(struct slice *at)
{
	static const char *const separators[] = { ", ", "，", "、", "\xA3\xAC" /* GB18030 */ };

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (scan_text(at, separators[i]))
			return scan_blanks(at);
	return false;
}

/* "скопировано ": Slavic languages put the verb first. */
static void skip_verb(struct slice *at)
{
	if (scan_text(at, "skopiowane ") || scan_text(at, "skopiowany "))
		return;
	while (begins_with_foreign(*at) || begins_with_blank(*at))
		at->start++;
}

/* "83886080 bytes", up to the word. */
static bool scan_bytes(struct slice *at, struct reading *bytes)
{
	uint64_t count;

	skip_verb(at);
	if (!scan_integer(at, &count))
		return false;
	*bytes = (struct reading){ (double)count, 1 };
	if (!begins_with_blank(*at) && !begins_with_foreign(*at))
		return false;
	scan_blanks(at);
	return dd_begins_with_bytes(*at);
}

/* "2.62144 s, " */
static bool scan_seconds(struct slice *at, struct dd_statistics *statistics)
{
	if (!scan_number_of_any_locale(at, &statistics->seconds))
		return false;
	statistics->may_be_progress = !begins_with_blank(*at);
	scan_blanks(at);
	if (!begins_with_second(*at))
		return false;
	while (!scan_separator(at)) {
		if (!begins_with_letter(*at) && !begins_with_foreign(*at))
			return false;
		at->start++;
	}
	return true;
}

static bool scan_byte(struct slice *at)
{
	return scan_char(at, 'B') || scan_text(at, "Б");
}

static bool scan_per_second(struct slice *at)
{
	if (!scan_char(at, '/') || !begins_with_second(*at))
		return false;
	at->start++;
	return !begins_with_letter(*at);
}

/*
 * " MB/s" of GNU dd. busybox leaves out the blank, toybox the B, and both count
 * in powers of 1024.
 */
static bool scan_rate_unit(struct slice *at, double *factor, bool *is_gnu)
{
	bool has_blank = begins_with_blank(*at);
	struct slice prefix;

	scan_blanks(at);
	prefix = *at;
	scan_prefix(at, DECIMAL_PREFIX, factor);
	*is_gnu = scan_byte(at) && has_blank;
	if (!*is_gnu)
		scan_prefix(&prefix, BINARY_PREFIX, factor);
	return scan_per_second(at);
}

/* "Infinity B/s" */
static bool scan_infinity(struct slice *at, struct reading *rate)
{
	struct slice word;

	*rate = (struct reading){ INFINITY, 0 };
	return scan_word(at, &word) && scan_blanks(at) && scan_byte(at) && scan_per_second(at);
}

/* To tenths, as older uutils does it, or to whole seconds. */
static bool is_rounded(struct reading seconds)
{
	return seconds.resolution > 0.05;
}

/*
 * GNU dd prints seconds with %g: six significant digits, less the zeros at
 * their end, so 1.2675 stands for 1.26750. The rate tells if one rounded more:
 * it is made of the time as measured.
 */
static void settle_seconds(struct dd_statistics *statistics)
{
	struct reading *seconds = &statistics->seconds;
	struct reading rate = statistics->rate;
	double sixth_digit;

	if (seconds->value == 0)
		return;
	sixth_digit = pow(10, floor(log10(seconds->value)) - 5);
	if (is_rounded(*seconds) || seconds->resolution < sixth_digit / 2)
		statistics->may_be_progress = true;
	if (fabs(statistics->bytes.value / seconds->value - rate.value) <= rate.resolution)
		seconds->resolution = fmin(seconds->resolution, sixth_digit);
}

/* "32.0 MB/s" */
static bool scan_rate(struct slice *at, struct dd_statistics *statistics)
{
	double factor;
	bool is_gnu;

	if (!scan_number_of_any_locale(at, &statistics->rate))
		return scan_infinity(at, &statistics->rate);
	if (!scan_rate_unit(at, &factor, &is_gnu))
		return false;
	statistics->rate = reading_scaled(statistics->rate, factor);
	if (is_gnu)
		settle_seconds(statistics);
	return true;
}

/* Finds the seconds and the rate behind the numbers that are neither. */
static bool scan_copied(struct slice at, struct dd_statistics *statistics)
{
	struct reading other;

	do {
		struct slice seconds;

		while (!slice_is_empty(at) && !begins_with_digit(at))
			at.start++;
		seconds = at;
		if (scan_seconds(&seconds, statistics) && scan_rate(&seconds, statistics))
			return true;
	} while (scan_number_of_any_locale(&at, &other));
	return false;
}

/* "bytes transferred in 2.621440 secs (32000000 bytes/sec)" */
static bool scan_transferred(struct slice at, struct dd_statistics *statistics)
{
	struct slice unit;

	return scan_text(&at, "bytes transferred in ") &&
	       scan_number_of_any_locale(&at, &statistics->seconds) && scan_blanks(&at) &&
	       begins_with_second(at) && scan_letters(&at, &unit) && scan_text(&at, " (") &&
	       scan_number_of_any_locale(&at, &statistics->rate) && scan_text(&at, " bytes/sec)");
}

bool dd_statistics_read(struct slice text, struct dd_statistics *statistics)
{
	*statistics = (struct dd_statistics){ .may_be_progress = false };
	if (slice_length(text) > LENGTH_LIMIT)
		text.end = text.start + LENGTH_LIMIT;
	return scan_bytes(&text, &statistics->bytes) &&
	       (scan_transferred(text, statistics) || scan_copied(text, statistics));
}

/*
 * Whether the three can be true, each within a step of its last digit. uutils
 * divides whole bytes by whole ms: within one of these, too.
 */
static bool agree(const struct dd_statistics *statistics)
{
	struct reading rate = statistics->rate;
	struct reading time = statistics->seconds;
	double rate_slack = rate.resolution + 1e3;
	double time_slack = time.resolution + 1e-3;
	double most = (rate.value + rate_slack) * (time.value + time_slack);
	double least = fmax(rate.value - rate_slack, 0) * fmax(time.value - time_slack, 0);

	return statistics->bytes.value >= least && statistics->bytes.value <= most;
}

bool dd_statistics_throughput(const struct dd_statistics *statistics, struct reading *throughput)
{
	/* A count is exact, whatever its last digit is worth. */
	struct reading bytes = { statistics->bytes.value, 0 };

	*throughput = statistics->rate;
	if (statistics->seconds.value == 0)
		return true;
	if (!agree(statistics))
		return false;
	*throughput = reading_ratio(bytes, statistics->seconds);
	if (is_rounded(statistics->seconds))
		*throughput = reading_finer(*throughput, statistics->rate);
	return true;
}
