/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curl/transfer - what curl tells of a transfer, from its meter or from -w */
#ifndef INGEST_FORMATS_CURL_TRANSFER_H
#define INGEST_FORMATS_CURL_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/number.h"
#include "core/scan.h"
#include "ingest/log/sink.h"

enum curl_quantity {
	CURL_RECEIVED, /* B */
	CURL_SENT,
	CURL_DOWNLOAD_RATE, /* B/s */
	CURL_UPLOAD_RATE,
	CURL_SECONDS,
	CURL_HTTP_CODE,
	CURL_EXIT_CODE,
	CURL_QUANTITIES
};

enum { CURL_QUOTE_SIZE = 120 };

/* All zero when there is none. */
struct curl_transfer {
	bool open;
	bool complete; /* nothing is missing of what was announced */
	bool settled;  /* and nothing more can come */
	struct {
		struct reading reading;
		size_t line; /* 0: not known */
	} quantities[CURL_QUANTITIES];
	size_t line; /* of the quote */
	char quote[CURL_QUOTE_SIZE];
	size_t quote_length;
};

/* Of a curl that failed. */
enum problem_status curl_exit_status(uint64_t exit_code);

/* Begins a transfer, or goes on with it: this is what to quote of it. */
void curl_transfer_quote(struct curl_transfer *transfer, struct slice text, size_t line);

void curl_transfer_set(struct curl_transfer *transfer, enum curl_quantity quantity,
	struct reading reading, size_t line);

/* Whether it says itself that nothing went wrong. */
bool curl_transfer_succeeded(const struct curl_transfer *transfer);

/*
 * If there is one, it is over: reports its numbers, or why there are none. One
 * that failed counts among the results too, so that the next keeps its place.
 */
void curl_transfer_finish(struct curl_transfer *transfer, struct sink *sink);

#endif
