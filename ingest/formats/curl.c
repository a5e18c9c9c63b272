/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * curl - transfers, as curl's meter shows them, or as -w writes them
 *
 *	  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
 *	                                 Dload  Upload   Total   Spent    Left  Speed
 *	100 8192k  100 8192k    0     0   743M      0 --:--:-- --:--:-- --:--:--  800M
 *
 * Each row overwrites the one before. The last one is the result, if all that
 * was announced has come and no error follows:
 *
 *	curl: (18) transfer closed with 1397152 bytes remaining to read
 *
 * A heading begins a transfer; rows that start anew below the same heading
 * belong to a redirection that was followed. Where no length was announced, a
 * row of a curl that was killed looks like a last one, and an error page that
 * was downloaded without -f like a file.
 *
 * A bar of hashes (-#) holds no rate, numbers that -w writes without their
 * names say nothing.
 */
#include "ingest/formats/curl/meter.h"
#include "ingest/formats/curl/transfer.h"
#include "ingest/formats/curl/write_out.h"
#include "ingest/log/format.h"

struct curl {
	struct curl_transfer transfer;
	enum curl_meter meter; /* whose heading was the latest */
	uint32_t written;      /* the bits of the variables that -w wrote of a transfer */
	unsigned failures;     /* reported, of which -w may still tell */
	bool talking;          /* the line before was curl's */
	bool has_outcome;      /* of any transfer */
	size_t bar_line;       /* the latest bar of hashes */
};

/* The transfer under way, if there is one, is over. */
static void finish(struct curl *curl, struct sink *sink)
{
	if (curl->written && curl->failures)
		curl->failures--;
	curl->written = 0;
	curl->has_outcome |= curl->transfer.open;
	curl_transfer_finish(&curl->transfer, sink);
}

static bool heading_line(struct curl *curl, const struct line *line, struct sink *sink)
{
	enum curl_meter meter = curl_meter_heading(line->text);

	if (meter == CURL_NO_METER)
		return curl->transfer.open && curl_meter_subheading(line->text);
	finish(curl, sink);
	curl->meter = meter;
	curl->failures = 0;
	curl_transfer_quote(&curl->transfer, line->text, line->number);
	return true;
}

/* What -w wrote before was of another transfer: of this one it does so later. */
static void fail(struct curl *curl, const struct line *line, uint64_t code, struct sink *sink)
{
	if (curl->written)
		finish(curl, sink);
	sink_begin_result(sink);
	sink_add_problem(sink, curl_exit_status(code), line->number, "%.*s",
		(int)slice_length(line->text), line->text.start);
	curl->transfer = (struct curl_transfer){ .open = false };
	curl->failures++;
	curl->has_outcome = true;
}

/* "curl: (7) Failed to connect ..."; a loader's "curl: /lib/..." is none. */
static bool error_line(struct curl *curl, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	uint64_t code = 0;

	if (!scan_text(&at, "curl: "))
		return false;
	if (slice_starts_with(at, "try "))
		return true;
	if (!(scan_char(&at, '(') && scan_integer(&at, &code) && scan_char(&at, ')')) &&
		!slice_starts_with(at, "option ") && !slice_starts_with(at, "no URL"))
		return false;
	fail(curl, line, code, sink);
	return true;
}

/* Rows may be glued together, and an error or anything else to the last one. */
static bool row_line(struct curl *curl, const struct line *line, struct sink *sink)
{
	enum curl_meter meter = curl->transfer.open ? curl->meter : CURL_NO_METER;
	struct line rest = *line;
	struct curl_transfer transfer;

	if (!curl_meter_row(&rest.text, meter, &transfer, line->number))
		return false;
	while (curl_meter_row(&rest.text, meter, &transfer, line->number))
		;
	if (curl->written)
		finish(curl, sink);
	curl->transfer = transfer;
	curl->failures = 0;
	rest.text = slice_trim(rest.text);
	error_line(curl, &rest, sink);
	return true;
}

static void add_variable(struct curl *curl, const struct curl_variable *variable,
	const struct line *line, struct sink *sink)
{
	struct curl_transfer *transfer = &curl->transfer;

	if (curl->written & variable->bit)
		finish(curl, sink);
	curl->written |= variable->bit;
	if (curl->failures)
		return;
	transfer->complete = transfer->settled = true;
	if (!transfer->open || variable->quantity == CURL_HTTP_CODE)
		curl_transfer_quote(transfer, line->text, line->number);
	if (variable->is_quantity)
		curl_transfer_set(transfer, variable->quantity, variable->value, line->number);
}

/* "http_code=200 size_download=8388608, speed_download=1284232700" */
static bool variables_line(struct curl *curl, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	struct slice word;
	struct curl_variable variable;

	if (!curl_write_out_variable(&at, &variable))
		return false;
	add_variable(curl, &variable, line, sink);
	while (scan_blanks(&at) && !slice_is_empty(at)) {
		if (curl_write_out_variable(&at, &variable))
			add_variable(curl, &variable, line, sink);
		else
			scan_word(&at, &word);
	}
	return true;
}

static bool json_output_line(struct curl *curl, const struct line *line, struct sink *sink)
{
	struct curl_transfer transfer;

	if (!curl_write_out_json(line->text, line->number, &transfer))
		return false;
	if (curl->written)
		finish(curl, sink);
	if (curl->failures && !curl_transfer_succeeded(&transfer)) {
		curl->failures--;
		return true;
	}
	curl->transfer = transfer;
	finish(curl, sink);
	return true;
}

/* "########################                                                 33.2%" */
static bool bar_line(struct curl *curl, const struct line *line)
{
	struct slice at = line->text;
	struct reading percent;

	if (!scan_char(&at, '#'))
		return false;
	while (scan_char(&at, '#'))
		;
	if (!scan_blanks(&at) || !scan_number(&at, &percent) || percent.resolution != 0.1 ||
		!scan_char(&at, '%') || !slice_is_empty(at))
		return false;
	curl->bar_line = line->number;
	return true;
}

/* What -v adds, while nobody else has said anything. */
static bool verbose_line(const struct curl *curl, struct slice at)
{
	if (slice_starts_with(at, "** Resuming transfer from byte position"))
		return true;
	if (!curl->talking)
		return false;
	if (scan_text(&at, "{ [") || scan_text(&at, "} ["))
		return true;
	return (scan_char(&at, '*') || scan_char(&at, '>') || scan_char(&at, '<')) &&
	       (slice_is_empty(at) || scan_char(&at, ' '));
}

static bool curl_line(void *state, const struct line *raw_line, struct sink *sink)
{
	struct curl *curl = state;
	struct line line = *raw_line;

	line.text = slice_trim(line.text);
	if (slice_is_empty(line.text))
		return false;
	curl->talking = heading_line(curl, &line, sink) || row_line(curl, &line, sink) ||
			error_line(curl, &line, sink) || variables_line(curl, &line, sink) ||
			json_output_line(curl, &line, sink) || bar_line(curl, &line) ||
			verbose_line(curl, slice_trim(raw_line->text));
	if (curl->talking)
		return true;
	if (curl->transfer.settled)
		finish(curl, sink);
	curl->written = 0;
	curl->failures = 0;
	return false;
}

static void curl_end(void *state, struct sink *sink)
{
	struct curl *curl = state;

	finish(curl, sink);
	if (curl->bar_line && !curl->has_outcome)
		sink_add_problem(sink, PROBLEM_FAILED, curl->bar_line,
			"no rate in the log: a progress bar (-#) shows none");
}

static const char *const signs[] = {
	"% Received % Xferd",
	"DL% UL%",
	"0:",
	":--",
	"0d",
	"0h",
	"0m",
	"curl: ",
	"exitcode",
	"http_",
	"num_",
	"response_code",
	"size_",
	"speed_",
	"time_",
	"#",
	"** Resuming transfer ",
	NULL,
};

const struct format curl_format = {
	.name = "curl",
	.summary = "transfers, as curl's meter shows them, or as -w writes them",
	.state_size = sizeof(struct curl),
	.signs = signs,
	.line = curl_line,
	.end = curl_end,
};
