/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curl/meter - the rows of numbers that curl draws while it works */
#ifndef INGEST_FORMATS_CURL_METER_H
#define INGEST_FORMATS_CURL_METER_H

#include <stdbool.h>

#include "core/scan.h"
#include "ingest/formats/curl/transfer.h"

enum curl_meter {
	CURL_NO_METER,
	CURL_ONE,      /* of one transfer */
	CURL_PARALLEL, /* of all transfers at once: -Z */
};

/* Which meter's first line of two this is. */
enum curl_meter curl_meter_heading(struct slice text);

/* Whether this is the second line of the heading. */
bool curl_meter_subheading(struct slice text);

/*
 * A row of a transfer of that meter; CURL_NO_METER when no heading was seen,
 * which is enough for the rows of one transfer before 8.18. Fills the transfer.
 * Rows may stand glued together: *at is then at the next.
 */
bool curl_meter_row(
	struct slice *at, enum curl_meter meter, struct curl_transfer *transfer, size_t line);

#endif
