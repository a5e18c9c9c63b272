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
 * With -nv there is no rate, and busybox prints neither rate nor bytes:
 *
 *	2026-11-23 01:18:48 URL:http://127.0.0.1:9999/small.bin [400000/400000] -> "small.bin" [1]
 */
#include "ingest/formats/wget/busybox.h"
#include "ingest/formats/wget/failure.h"
#include "ingest/formats/wget/phrases.h"
#include "ingest/formats/wget/progress.h"
#include "ingest/formats/wget/result.h"
#include "ingest/formats/wget/transfer.h"
#include "ingest/log/format.h"

enum { SUMMARY_LINES = 2 }; /* behind "FINISHED --2026-11-23 01:18:50--" */

struct wget {
	struct wget_transfer transfer;
	size_t comment_line; /* where a comment on a failure may be; 0: nowhere */
	size_t error_line;   /* where -nv may print what became of an address */
	size_t summary_end;  /* the last line of the summary of several files */
};

static void fail(struct wget *wget, const struct line *line)
{
	wget_transfer_fail(&wget->transfer, line);
	wget->comment_line = line->number + 1;
}

/* "2026-11-23 01:18:38 (466 MB/s) - 'android-4.4.tar.gz' saved [8388608/8388608]" */
static bool rate_line(struct wget *wget, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	struct reading rate;
	struct wget_count count;

	if (!wget_rate(&at, &rate))
		return false;
	if (wget_count(at, &count))
		wget_transfer_conclude(&wget->transfer, line, &rate, &count, sink);
	else if (wget_ends_sentence(at))
		fail(wget, line);
	else
		wget_transfer_reject(
			&wget->transfer, line, PROBLEM_UNREADABLE, "a rate without bytes: ", sink);
	return true;
}

/* -nv: "2026-11-23 01:18:48 URL:http://127.0.0.1/o [400000/400000] -> "o" [1]" */
static bool terse_line(struct wget *wget, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	const char *arrow;
	struct wget_count count;

	if (!wget_stamp(&at) || !scan_blanks(&at) || !scan_text(&at, "URL:"))
		return false;
	arrow = slice_find_last(at, " -> ");
	if (!arrow || !wget_count((struct slice){ at.start, arrow }, &count))
		return false;
	wget_transfer_conclude(&wget->transfer, line, NULL, &count, sink);
	return true;
}

static bool failure_line(struct wget *wget, const struct line *line)
{
	bool expected = wget->transfer.open || wget->error_line == line->number;
	bool is_comment = wget->comment_line == line->number && wget_is_comment(line->text);

	if (expected && wget_is_http_error(line->text))
		wget_transfer_go_on(&wget->transfer);
	else if (!wget_is_own_error(line->text) && !is_comment)
		return false;
	fail(wget, line);
	return true;
}

/* "--2026-11-23 01:18:51--  (try: 2)  http://127.0.0.1:9999/cut.bin" */
static bool address_line(struct wget *wget, const struct line *line, struct sink *sink)
{
	struct wget_transfer *transfer = &wget->transfer;
	struct slice at = line->text;

	if (!scan_text(&at, "--") || !wget_stamp(&at) || !scan_text(&at, "--") ||
		!scan_blanks(&at) || slice_is_empty(at))
		return false;
	if (scan_char(&at, '('))
		transfer->retried = true;
	else if (!transfer->redirected)
		wget_transfer_give_up(transfer, sink);
	transfer->open = true;
	transfer->redirected = false;
	transfer->failing = false;
	transfer->seconds_line = 0;
	return true;
}

/* -nv: "http://127.0.0.1:9999/nosuch.bin:" stands before an error. */
static bool terse_address_line(struct wget *wget, const struct line *line)
{
	struct slice at = line->text;
	struct slice word;

	if (wget->transfer.open || (!scan_text(&at, "http") && !scan_text(&at, "ftp")))
		return false;
	scan_char(&at, 's');
	if (!scan_text(&at, "://") || !scan_word(&at, &word) || !slice_is_empty(at) ||
		!slice_ends_with(word, ":"))
		return false;
	wget->error_line = line->number + 1;
	return true;
}

static bool progress_line(struct wget *wget, const struct line *line)
{
	struct wget_transfer *transfer = &wget->transfer;

	if (!wget_progress(line->text, &transfer->seconds))
		return false;
	transfer->open = true;
	transfer->seconds_line = transfer->seconds.resolution > 0 ? line->number : 0;
	return true;
}

/* "connected.", addresses, or "failed: Connection refused." */
static void connection(struct wget *wget, const struct line *line, struct slice result)
{
	if (slice_contains(result, ": ") || slice_contains(result, "："))
		fail(wget, line);
	else if (!slice_is_empty(result))
		wget_transfer_go_on(&wget->transfer);
}

/* "200 OK", "302 Found", or "Read error (Connection timed out) in headers." */
static void answer(struct wget *wget, const struct line *line, struct slice result)
{
	uint64_t code;

	wget->transfer.open = true;
	if (scan_integer(&result, &code)) {
		wget_transfer_go_on(&wget->transfer);
		wget->transfer.redirected = code >= 300 && code < 400 && code != 304;
	} else if (!slice_is_empty(result)) {
		fail(wget, line);
	}
}

/* "8388608 (8.0M) [text/html]"; "8,388,608" of old versions is left alone. */
static uint64_t read_length(struct slice at)
{
	struct slice word;
	uint64_t bytes;

	if (!scan_word(&at, &word) || !scan_integer(&word, &bytes))
		return 0;
	scan_char(&word, ',');
	return slice_is_empty(word) ? bytes : 0;
}

static bool phrase_line(struct wget *wget, const struct line *line)
{
	struct slice behind;
	enum wget_phrase phrase;

	if (!wget->transfer.open && !slice_contains(line->text, "...") &&
		!slice_contains(line->text, "…"))
		return false;
	phrase = wget_phrase(line->text, &behind);
	if (phrase == WGET_NO_PHRASE || (!wget->transfer.open && phrase != WGET_REQUEST))
		return false;
	if (phrase == WGET_ADDRESS)
		connection(wget, line, behind);
	else if (phrase == WGET_REQUEST)
		answer(wget, line, behind);
	else if (phrase == WGET_LENGTH)
		wget->transfer.announced = read_length(behind);
	else if (phrase == WGET_FAILURE)
		fail(wget, line);
	return true;
}

static bool busybox_line(struct wget *wget, const struct line *line, struct sink *sink)
{
	struct wget_transfer *transfer = &wget->transfer;

	if (wget_busybox_address(line->text)) {
		wget_transfer_give_up(transfer, sink);
		transfer->open = true;
		return true;
	}
	if (!transfer->open)
		return false;
	if (!wget_busybox_end(line->text))
		return wget_busybox_progress(line->text);
	wget_transfer_reject(transfer, line, PROBLEM_FAILED,
		"no rate in the log, busybox wget prints none: ", sink);
	return true;
}

static bool scan_dashes(struct slice *at)
{
	return scan_text(at, "--") || scan_text(at, "—");
}

/* "FINISHED --2026-11-23 01:18:50--" */
static bool is_summary(struct slice at)
{
	return (slice_ends_with(at, "--") || slice_ends_with(at, "—")) &&
	       (scan_until(&at, " --", NULL) || scan_until(&at, " —", NULL)) && scan_blanks(&at) &&
	       scan_dashes(&at) && scan_blanks(&at) && wget_stamp(&at) && scan_blanks(&at) &&
	       scan_dashes(&at) && slice_is_empty(at);
}

/* Behind it are the sums of several files, which are no results. */
static bool summary_line(struct wget *wget, const struct line *line, struct sink *sink)
{
	if (!is_summary(line->text))
		return line->number <= wget->summary_end &&
		       (slice_contains(line->text, ":") || slice_contains(line->text, "："));
	wget_transfer_give_up(&wget->transfer, sink);
	wget->summary_end = line->number + SUMMARY_LINES;
	return true;
}

static bool transfer_line(struct wget *wget, const struct line *line, struct sink *sink)
{
	if (!address_line(wget, line, sink) && !terse_address_line(wget, line) &&
		!progress_line(wget, line) && !phrase_line(wget, line) &&
		!busybox_line(wget, line, sink))
		return false;
	wget_transfer_remember(&wget->transfer, line);
	return true;
}

static bool wget_line(void *state, const struct line *raw_line, struct sink *sink)
{
	struct wget *wget = state;
	struct line line = *raw_line;

	line.text = slice_trim(line.text);
	if (slice_is_empty(line.text))
		return false;
	if (rate_line(wget, &line, sink) || terse_line(wget, &line, sink) ||
		summary_line(wget, &line, sink) || failure_line(wget, &line) ||
		transfer_line(wget, &line, sink))
		return true;
	if (wget->transfer.failing)
		wget_transfer_give_up(&wget->transfer, sink);
	return false;
}

static void wget_end(void *state, struct sink *sink)
{
	struct wget *wget = state;

	wget_transfer_give_up(&wget->transfer, sink);
}

/* Whatever its language. */
static const char *const signs[] = {
	"/s",
	"URL:",
	"--",
	"—",
	"wget",
	"://",
	"0K ",
	"...",
	"…",
	"Connecting to ",
	NULL,
};

const struct format wget_format = {
	.name = "wget",
	.summary = "transfers, as GNU wget tells of them",
	.state_size = sizeof(struct wget),
	.signs = signs,
	.line = wget_line,
	.end = wget_end,
};
