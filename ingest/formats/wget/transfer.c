/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/transfer - what became of the transfer that wget tells of */
#include "ingest/formats/wget/transfer.h"

#include <string.h>

#include "ingest/formats/wget/failure.h"

static const struct metric throughput_metric = { "throughput", "B/s", BETTER_HIGHER };
static const struct metric bytes_metric = { "bytes", "B", BETTER_NEITHER };
static const struct metric seconds_metric = { "seconds", "s", BETTER_LOWER };

static void quote_clear(struct wget_quote *quote)
{
	quote->length = 0;
}

static void quote_add(struct wget_quote *quote, const struct line *line)
{
	size_t length = slice_length(line->text);

	if (quote->length == 0)
		quote->line = line->number;
	else if (quote->length < WGET_QUOTE_SIZE)
		quote->text[quote->length++] = ' ';
	if (length > WGET_QUOTE_SIZE - quote->length)
		length = WGET_QUOTE_SIZE - quote->length;
	memcpy(quote->text + quote->length, line->text.start, length);
	quote->length += length;
}

/* A transfer that failed is a result too, so that the next one keeps its place. */
static void report(struct sink *sink, enum problem_status status, const char *reason,
	const struct wget_quote *quote)
{
	sink_begin_result(sink);
	sink_add_problem(
		sink, status, quote->line, "%s%.*s", reason, (int)quote->length, quote->text);
}

static void close_transfer(struct wget_transfer *transfer)
{
	*transfer = (struct wget_transfer){ .open = false };
}

void wget_transfer_remember(struct wget_transfer *transfer, const struct line *line)
{
	quote_clear(&transfer->last);
	quote_add(&transfer->last, line);
}

void wget_transfer_fail(struct wget_transfer *transfer, const struct line *line)
{
	if (!transfer->failing)
		quote_clear(&transfer->failure);
	quote_add(&transfer->failure, line);
	transfer->open = true;
	transfer->failing = true;
}

void wget_transfer_go_on(struct wget_transfer *transfer)
{
	transfer->failing = false;
	quote_clear(&transfer->failure);
}

void wget_transfer_reject(struct wget_transfer *transfer, const struct line *line,
	enum problem_status status, const char *reason, struct sink *sink)
{
	wget_transfer_remember(transfer, line);
	report(sink, status, reason, &transfer->last);
	close_transfer(transfer);
}

void wget_transfer_give_up(struct wget_transfer *transfer, struct sink *sink)
{
	const struct wget_quote *failure = &transfer->failure;
	struct slice message = { failure->text, failure->text + failure->length };

	if (failure->length)
		report(sink, wget_timed_out(message) ? PROBLEM_TIMED_OUT : PROBLEM_FAILED, "",
			failure);
	else if (transfer->open)
		report(sink, PROBLEM_FAILED, "no final line with a rate behind: ", &transfer->last);
	close_transfer(transfer);
}

static void add(struct sink *sink, const struct metric *metric, struct reading reading, size_t line)
{
	sink_add(sink, &(struct measurement){
			       .metric = metric,
			       .reading = reading,
			       .line = line,
		       });
}

/* When the connection broke, wget may say "saved" and leave out the total it had announced. */
static bool is_whole(const struct wget_transfer *transfer, const struct wget_count *count)
{
	return count->total ? count->bytes == count->total : count->bytes >= transfer->announced;
}

void wget_transfer_conclude(struct wget_transfer *transfer, const struct line *line,
	const struct reading *rate, const struct wget_count *count, struct sink *sink)
{
	struct reading bytes = { (double)count->bytes, 1 };

	if (!is_whole(transfer, count)) {
		wget_transfer_reject(
			transfer, line, PROBLEM_FAILED, "the transfer was cut off: ", sink);
		return;
	}
	sink_begin_result(sink);
	if (rate)
		add(sink, &throughput_metric, *rate, line->number);
	add(sink, &bytes_metric, bytes, line->number);
	if (transfer->seconds_line && !transfer->retried)
		add(sink, &seconds_metric, transfer->seconds, transfer->seconds_line);
	close_transfer(transfer);
}
