/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curl/transfer - what curl tells of a transfer, from its meter or from -w */
#include "ingest/formats/curl/transfer.h"

#include <string.h>

enum { OPERATION_TIMED_OUT = 28 };

static const struct metric throughput_metric = { "throughput", "B/s", BETTER_HIGHER };
static const struct metric bytes_metric = { "bytes", "B", BETTER_NEITHER };
static const struct metric seconds_metric = { "seconds", "s", BETTER_LOWER };

enum problem_status curl_exit_status(uint64_t exit_code)
{
	return exit_code == OPERATION_TIMED_OUT ? PROBLEM_TIMED_OUT : PROBLEM_FAILED;
}

void curl_transfer_quote(struct curl_transfer *transfer, struct slice text, size_t line)
{
	size_t length = slice_length(text);

	transfer->open = true;
	transfer->line = line;
	transfer->quote_length = length < CURL_QUOTE_SIZE ? length : CURL_QUOTE_SIZE;
	memcpy(transfer->quote, text.start, transfer->quote_length);
}

void curl_transfer_set(struct curl_transfer *transfer, enum curl_quantity quantity,
	struct reading reading, size_t line)
{
	transfer->quantities[quantity].reading = reading;
	transfer->quantities[quantity].line = line;
}

static double value_of(const struct curl_transfer *transfer, enum curl_quantity quantity)
{
	return transfer->quantities[quantity].line ? transfer->quantities[quantity].reading.value
						   : 0;
}

static unsigned code_of(const struct curl_transfer *transfer, enum curl_quantity quantity)
{
	double code = value_of(transfer, quantity);

	return code >= 1 && code < 1000 ? (unsigned)code : 0;
}

static void add(const struct curl_transfer *transfer, enum curl_quantity quantity,
	const struct metric *metric, struct sink *sink)
{
	if (transfer->quantities[quantity].line)
		sink_add(sink, &(struct measurement){
				       .metric = metric,
				       .reading = transfer->quantities[quantity].reading,
				       .line = transfer->quantities[quantity].line,
			       });
}

/* The answer to an upload, or the body of a request, is the smaller part. */
static bool is_upload(const struct curl_transfer *transfer)
{
	double received = value_of(transfer, CURL_RECEIVED);
	double sent = value_of(transfer, CURL_SENT);

	if (received == sent)
		return value_of(transfer, CURL_UPLOAD_RATE) >
		       value_of(transfer, CURL_DOWNLOAD_RATE);
	return sent > received;
}

static void add_all(const struct curl_transfer *transfer, struct sink *sink)
{
	bool upload = is_upload(transfer);

	add(transfer, upload ? CURL_UPLOAD_RATE : CURL_DOWNLOAD_RATE, &throughput_metric, sink);
	add(transfer, upload ? CURL_SENT : CURL_RECEIVED, &bytes_metric, sink);
	add(transfer, CURL_SECONDS, &seconds_metric, sink);
}

static bool knows_amount(const struct curl_transfer *transfer)
{
	for (enum curl_quantity i = CURL_RECEIVED; i <= CURL_UPLOAD_RATE; i++)
		if (transfer->quantities[i].line)
			return true;
	return false;
}

static bool has_amount(const struct curl_transfer *transfer)
{
	for (enum curl_quantity i = CURL_RECEIVED; i <= CURL_UPLOAD_RATE; i++)
		if (value_of(transfer, i) > 0)
			return true;
	return false;
}

bool curl_transfer_succeeded(const struct curl_transfer *transfer)
{
	return transfer->quantities[CURL_EXIT_CODE].line && value_of(transfer, CURL_EXIT_CODE) == 0;
}

static void fail(const struct curl_transfer *transfer, const char *reason, struct sink *sink)
{
	sink_add_problem(sink, PROBLEM_FAILED, transfer->line, "%s: %.*s", reason,
		(int)transfer->quote_length, transfer->quote);
}

/* False when the transfer has no error code. */
static bool fail_with_code(const struct curl_transfer *transfer, struct sink *sink)
{
	unsigned exit_code = code_of(transfer, CURL_EXIT_CODE);
	unsigned http_code = code_of(transfer, CURL_HTTP_CODE);
	bool exit = exit_code != 0;

	if (!exit && http_code < 400)
		return false;
	sink_add_problem(sink, curl_exit_status(exit_code), transfer->line, "%s %u: %.*s",
		exit ? "curl exit" : "HTTP", exit ? exit_code : http_code,
		(int)transfer->quote_length, transfer->quote);
	return true;
}

void curl_transfer_finish(struct curl_transfer *transfer, struct sink *sink)
{
	if (!transfer->open)
		return;
	sink_begin_result(sink);
	if (!fail_with_code(transfer, sink)) {
		if (!transfer->complete)
			fail(transfer, "no final result", sink);
		else if (knows_amount(transfer) && !has_amount(transfer))
			fail(transfer, "nothing was transferred", sink);
		else
			add_all(transfer, sink);
	}
	*transfer = (struct curl_transfer){ .open = false };
}
