/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curl/write_out - what curl -w writes, where its own names say what it is */
#ifndef INGEST_FORMATS_CURL_WRITE_OUT_H
#define INGEST_FORMATS_CURL_WRITE_OUT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/scan.h"
#include "ingest/formats/curl/transfer.h"

struct curl_variable {
	uint32_t bit; /* of its own */
	bool is_quantity;
	enum curl_quantity quantity;
	struct reading value;
};

/* "time_total: 0.006532" or "time_total=0.006532", the name one of curl's. */
bool curl_write_out_variable(struct slice *at, struct curl_variable *variable);

/* Whether the line is what -w '%{json}' writes: then it is the whole transfer. */
bool curl_write_out_json(struct slice text, size_t line, struct curl_transfer *transfer);

#endif
