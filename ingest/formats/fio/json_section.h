/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/json_section - the parts of a job that fio's JSON has an object for
 *
 *	"read" : {
 *	  "io_bytes" : 33554432, "io_kbytes" : 32768, "bw_bytes" : 390167813, "bw" : 381023,
 *	  "iops" : 23813.953488, "runtime" : 86, "total_ios" : 2048,
 *	  "clat_ns" : { "min" : 38276, "max" : 522387, "mean" : 165219.034102, "stddev" : 39126.38,
 *	    "N" : 2048, "percentile" : { "99.000000" : 272384 } }
 *	}
 *
 * Before fio 2.21 io_bytes are KiB, with no io_kbytes beside them; bw_bytes came
 * with 3.2, and "clat" in microseconds became "clat_ns" with 2.99.
 */
#ifndef INGEST_FORMATS_FIO_JSON_SECTION_H
#define INGEST_FORMATS_FIO_JSON_SECTION_H

#include "core/json.h"
#include "ingest/formats/fio/report.h"

/* Adds all that the job says to the report, whose block of it has begun. */
void fio_json_sections_add(const struct json *job, struct fio_report *report, struct sink *sink);

/* The time of the section, or job, that took longest, in ms. */
double fio_json_longest(const struct json *job);

#endif
