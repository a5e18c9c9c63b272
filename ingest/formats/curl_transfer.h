/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curl_transfer - what curl tells of a transfer, from its meter or from -w */
#ifndef INGEST_FORMATS_CURL_TRANSFER_H
#define INGEST_FORMATS_CURL_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>

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
	size_t line; /* the latest that tells of it, for a message */
	char quote[CURL_QUOTE_SIZE];
	size_t quote_length;
};

/* Begins a transfer, or goes on with it. */
void curl_transfer_remember(struct curl_transfer *transfer, struct slice text, size_t line);

void curl_transfer_set(struct curl_transfer *transfer, enum curl_quantity quantity,
	struct reading reading, size_t line);

/* If there is one, it is over: reports its numbers, or why there are none. */
void curl_transfer_finish(struct curl_transfer *transfer, struct sink *sink);

#endif
