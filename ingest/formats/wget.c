/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wget - transfers, as GNU wget tells of them
 *
 *	--2026-11-23 01:18:38--  http://127.0.0.1:9999/android-4.4.tar.gz
 *	Connecting to 127.0.0.1:9999... connected.
 *	HTTP request sent, awaiting response... 200 OK
 *	Length: 8388608 (8.0M) [application/octet-stream]
 *	Saving to: 'android-4.4.tar.gz'
 *
 *	     0K ........ ........ ........ ........ ........ ........ 37%  468M 0s
 *	  6144K ........ ........ ........ ........                  100%  527M=0.02s
 *
 *	2026-11-23 01:18:38 (466 MB/s) - 'android-4.4.tar.gz' saved [8388608/8388608]
 *
 * Only a line that begins with a rate and ends in a count of bytes is a
 * result, whatever words are between: they are translated. Its rate is that of
 * the last try, its M is 2^20. Other such lines tell how a try failed:
 *
 *	2026-11-23 01:18:50 (482 MB/s) - Connection closed at byte 1048576. Retrying.
 *	--2026-11-23 01:18:51--  (try: 2)  http://127.0.0.1:9999/cut.bin
 *
 * so a failure is held until the next try, address, or line of somebody else.
 * With -nv there is no rate, busybox prints neither rate nor bytes:
 *
 *	2026-11-23 01:18:48 URL:http://127.0.0.1:9999/small.bin [400000/400000] -> "small.bin" [1]
 *	'android-4.4.tar.gz' saved
 */
#include <string.h>

#include "core/units.h"
#include "ingest/formats/wget_phrases.h"
#include "ingest/formats/wget_progress.h"
#include "ingest/log/format.h"

static const struct metric throughput = { "throughput", "B/s", BETTER_HIGHER };
static const struct metric bytes_metric = { "bytes", "B", BETTER_NEITHER };
static const struct metric seconds_metric = { "seconds", "s", BETTER_LOWER };

enum {
	QUOTE_SIZE = 350,
	REMARK_LIMIT = 48, /* bytes of "Giving up." in any language */
	SUMMARY_LINES = 2, /* behind "FINISHED --2026-11-23 01:18:50--" */
};

/* Lines of the log, kept for a message. */
struct quote {
	char text[QUOTE_SIZE];
	size_t length;
	size_t line; /* of the first */
};

struct wget {
	bool open;	 /* within a transfer */
	bool redirected; /* the next address goes on with it */
	bool retried;
	bool failing;	       /* the latest try failed */
	bool after_failure;    /* the line before said so */
	uint64_t announced;    /* bytes; 0 when unknown */
	struct reading seconds; /* that the progress ends in; resolution 0: none */
	struct quote failure;  /* of the latest try that failed */
	struct quote last;     /* the latest line */
	unsigned summary_lines; /* that are still to come */
};

static void quote_clear(struct quote *quote)
{
	quote->length = 0;
}

static void quote_add(struct quote *quote, struct slice text, size_t line)
{
	size_t room = QUOTE_SIZE - quote->length;
	size_t length = slice_length(text);

	if (quote->length == 0)
		quote->line = line;
	else if (room)
		quote->text[quote->length++] = ' ', room--;
	if (length > room)
		length = room;
	memcpy(quote->text + quote->length, text.start, length);
	quote->length += length;
}

static void report(struct sink *sink, enum problem_status status, const struct quote *quote,
	const char *what)
{
	sink_add_problem(sink, status, quote->line, "%s%.*s", what, (int)quote->length, quote->text);
}

static void close_transfer(struct wget *wget)
{
	*wget = (struct wget){ .open = false };
}

/* The transfer under way will have no final line any more. */
static void give_up(struct wget *wget, struct sink *sink)
{
	const struct quote *failure = &wget->failure;
	struct slice message = { failure->text, failure->text + failure->length };

	if (failure->length)
		report(sink, wget_timed_out(message) ? PROBLEM_TIMED_OUT : PROBLEM_FAILED, failure,
			"");
	else if (wget->open)
		report(sink, PROBLEM_FAILED, &wget->last, "no final line with a rate behind: ");
	close_transfer(wget);
}

static void fail(struct wget *wget, struct slice text, size_t line)
{
	if (!wget->failing)
		quote_clear(&wget->failure);
	quote_add(&wget->failure, text, line);
	wget->open = wget->failing = wget->after_failure = true;
}

/* What failed before, such as another address of the host, was not the end. */
static void go_on(struct wget *wget)
{
	wget->failing = false;
	quote_clear(&wget->failure);
}

/* A connection that broke may end in "saved", without the total that was announced. */
static bool is_whole(const struct wget *wget, const struct wget_count *count)
{
	return count->total ? count->bytes == count->total : count->bytes >= wget->announced;
}

static void add(struct sink *sink, const struct metric *metric, struct reading reading, size_t line)
{
	sink_add(sink, &(struct measurement){
			       .metric = metric,
			       .reading = reading,
			       .line = line,
		       });
}

static void conclude(struct wget *wget, const struct line *line, const struct reading *rate,
	const struct wget_count *count, struct sink *sink)
{
	struct reading bytes = { (double)count->bytes, 1 };

	if (is_whole(wget, count)) {
		sink_begin_result(sink);
		if (rate)
			add(sink, &throughput, *rate, line->number);
		add(sink, &bytes_metric, bytes, line->number);
		if (rate && wget->seconds.resolution > 0 && !wget->retried)
			add(sink, &seconds_metric, wget->seconds, wget->last.line);
	} else {
		quote_clear(&wget->last);
		quote_add(&wget->last, slice_trim(line->text), line->number);
		report(sink, PROBLEM_FAILED, &wget->last, "the transfer was cut off: ");
	}
	close_transfer(wget);
}

static bool ends_a_sentence(struct slice text)
{
	return slice_ends_with(text, ".") || slice_ends_with(text, "。");
}

/* "2026-11-23 01:18:38 (466 MB/s) - 'android-4.4.tar.gz' saved [8388608/8388608]" */
static bool rate_line(
	struct wget *wget, const struct line *line, struct slice text, struct sink *sink)
{
	struct slice at = text;
	struct reading rate;
	struct wget_count count;

	if (!wget_rate(&at, &rate))
		return false;
	if (wget_count(at, &count)) {
		conclude(wget, line, &rate, &count, sink);
	} else if (ends_a_sentence(at)) {
		fail(wget, text, line->number);
	} else {
		close_transfer(wget);
		quote_add(&wget->last, text, line->number);
		report(sink, PROBLEM_UNREADABLE, &wget->last, "a rate without bytes: ");
		close_transfer(wget);
	}
	return true;
}

/* -nv: "2026-11-23 01:18:48 URL:http://127.0.0.1/o [400000/400000] -> "o" [1]" */
static bool terse_line(
	struct wget *wget, const struct line *line, struct slice text, struct sink *sink)
{
	struct slice at = text;
	const char *arrow;
	struct wget_count count;

	if (!wget_stamp(&at) || !scan_blanks(&at) || !scan_text(&at, "URL:"))
		return false;
	arrow = slice_find_last(at, " -> ");
	if (!arrow || !wget_count((struct slice){ at.start, arrow }, &count))
		return false;
	conclude(wget, line, NULL, &count, sink);
	return true;
}

/* "--2026-11-23 01:18:51--  (try: 2)  http://127.0.0.1:9999/cut.bin" */
static bool address_line(struct wget *wget, struct slice text, struct sink *sink)
{
	struct slice at = text;

	if (!scan_text(&at, "--") || !wget_stamp(&at) || !scan_text(&at, "--") ||
		!scan_blanks(&at) || slice_is_empty(at))
		return false;
	if (scan_char(&at, '('))
		wget->retried = true;
	else if (!wget->redirected)
		give_up(wget, sink);
	wget->open = true;
	wget->redirected = wget->failing = false;
	wget->seconds.resolution = 0;
	return true;
}

/* -nv: "http://127.0.0.1:9999/nosuch.bin:" stands before an error. */
static bool terse_address_line(struct wget *wget, struct slice text, struct sink *sink)
{
	struct slice at = text;
	struct slice word;

	if (!scan_text(&at, "http") && !scan_text(&at, "ftp"))
		return false;
	scan_char(&at, 's');
	if (!scan_text(&at, "://") || !scan_word(&at, &word) || !slice_is_empty(at) ||
		!slice_ends_with(word, ":"))
		return false;
	give_up(wget, sink);
	wget->open = true;
	return true;
}

static bool failure_line(struct wget *wget, const struct line *line, struct slice text)
{
	bool http_error = wget->open && is_http_error(text);

	if (http_error)
		go_on(wget);
	if (!http_error && !is_tool_error(text) && !(wget->after_failure && is_remark(text)))
		return false;
	fail(wget, text, line->number);
	return true;
}

static bool progress_line(struct wget *wget, const struct line *line, struct slice text)
{
	struct reading seconds;

	if (!wget_progress(text, &seconds))
		return false;
	wget->open = true;
	wget->seconds = line->overwritten ? (struct reading){ 0, 0 } : seconds;
	return true;
}

/* "connected.", an address, or "failed: Connection refused." */
static void address_result(
	struct wget *wget, const struct line *line, struct slice text, struct slice result)
{
	if (slice_contains(result, ": ") || slice_contains(result, "："))
		fail(wget, text, line->number);
	else if (!slice_is_empty(result))
		go_on(wget);
}

/* "200 OK", "302 Found" or "Read error (Connection timed out) in headers." */
static void request_result(
	struct wget *wget, const struct line *line, struct slice text, struct slice result)
{
	uint64_t code;

	wget->open = true;
	if (slice_is_empty(result))
		return;
	if (!scan_integer(&result, &code)) {
		fail(wget, text, line->number);
		return;
	}
	go_on(wget);
	wget->redirected = code >= 300 && code < 400 && code != 304;
}

/* Old versions set thousands apart: those are left alone. */
static uint64_t read_length(struct slice at)
{
	uint64_t bytes;

	if (!scan_integer(&at, &bytes))
		return 0;
	if ((scan_char(&at, ',') || scan_char(&at, '.')) && has_digit(at) && at.start[0] != ' ')
		return 0;
	return bytes;
}

static bool phrase_line(struct wget *wget, const struct line *line, struct slice text)
{
	struct slice behind;
	enum wget_phrase phrase = WGET_NO_PHRASE;

	if (wget->open || slice_contains(text, "...") || slice_contains(text, "…"))
		phrase = wget_phrase(text, &behind);
	if (phrase == WGET_NO_PHRASE || (!wget->open && phrase != WGET_REQUEST))
		return false;
	if (phrase == WGET_ADDRESS)
		address_result(wget, line, text, behind);
	else if (phrase == WGET_REQUEST)
		request_result(wget, line, text, behind);
	else if (phrase == WGET_LENGTH)
		wget->announced = read_length(behind);
	else if (phrase == WGET_FAILURE)
		fail(wget, text, line->number);
	return true;
}

/* "Connecting to 127.0.0.1:9999 (127.0.0.1:9999)" */
static bool is_busybox_address(struct slice at)
{
	struct slice word;

	return scan_text(&at, "Connecting to ") && scan_word(&at, &word) && scan_text(&at, " (") &&
	       scan_word(&at, &word) && slice_is_empty(at) && slice_ends_with(word, ")") &&
	       slice_contains(word, ":") && has_digit(word);
}

/* "android-4.4.tar.gz   100% |********************************| 8192k  0:00:00 ETA" */
static bool is_busybox_progress(struct slice text)
{
	return slice_contains(text, "% |") && slice_ends_with(text, "ETA");
}

static bool busybox_line(
	struct wget *wget, const struct line *line, struct slice text, struct sink *sink)
{
	if (is_busybox_address(text)) {
		give_up(wget, sink);
		wget->open = true;
		return true;
	}
	if (!wget->open)
		return false;
	if (slice_ends_with(text, "' saved") || slice_equals(text, "written to stdout")) {
		sink_add_problem(sink, PROBLEM_FAILED, line->number,
			"no rate in the log, which busybox wget does not print");
		close_transfer(wget);
		return true;
	}
	return is_busybox_progress(text) || slice_starts_with(text, "saving to '") ||
	       slice_equals(text, "writing to stdout");
}

/* "FINISHED --2026-11-23 01:18:50--" and, behind it, what it all came to. */
static bool summary_line(struct wget *wget, struct slice text, struct sink *sink)
{
	struct slice at = text;

	if (wget->summary_lines) {
		wget->summary_lines--;
		return has_digit(text) &&
		       (slice_contains(text, ":") || slice_contains(text, "："));
	}
	if (!scan_until(&at, " --", NULL) && !scan_until(&at, " — ", NULL))
		return false;
	if (!scan_blanks(&at) || !(scan_text(&at, "--") || scan_text(&at, "—")) ||
		!scan_blanks(&at) || !wget_stamp(&at) || !scan_blanks(&at) ||
		!(scan_text(&at, "--") || scan_text(&at, "—")) || !slice_is_empty(at))
		return false;
	give_up(wget, sink);
	wget->summary_lines = SUMMARY_LINES;
	return true;
}

static bool wget_line(void *state, const struct line *line, struct sink *sink)
{
	struct wget *wget = state;
	struct slice text = slice_trim(line->text);

	if (slice_is_empty(text)) {
		wget->summary_lines = 0;
		return false;
	}
	if (rate_line(wget, line, text, sink) || terse_line(wget, line, text, sink) ||
		summary_line(wget, text, sink))
		return true;
	if (failure_line(wget, line, text))
		return true;
	wget->after_failure = false;
	if (address_line(wget, text, sink) || terse_address_line(wget, text, sink) ||
		progress_line(wget, line, text) || phrase_line(wget, line, text) ||
		busybox_line(wget, line, text, sink)) {
		quote_clear(&wget->last);
		quote_add(&wget->last, text, line->number);
		return true;
	}
	if (wget->failing)
		give_up(wget, sink);
	return false;
}

static void wget_end(void *state, struct sink *sink)
{
	give_up(state, sink);
}

const struct format wget_format = {
	.name = "wget",
	.summary = "transfers, as GNU wget tells of them",
	.state_size = sizeof(struct wget),
	.line = wget_line,
	.end = wget_end,
};
