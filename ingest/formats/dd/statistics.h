/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dd/statistics - the line in which dd says how much it copied, and how fast
 *
 *	83886080 bytes transferred in 2.621440 secs (32000000 bytes/sec)    BSD, macOS, GNU 5.2
 *	83886080 bytes (84 MB) copied, 2.62144 seconds, 32.0 MB/s           GNU 5.3 to 6.0
 *	83886080 bytes (84 MB) copied, 2.62144 s, 32.0 MB/s                 GNU 6.1 to 8.24
 *	83886080 bytes (84 MB, 80 MiB) copied, 2.62144 s, 32.0 MB/s         GNU, uutils
 *	24 bytes copied, 6.9113e-05 s, 347 kB/s                             GNU, under 1000
 *	83886080 bytes (84 MB, 80 MiB) copied, 0 s, Infinity B/s            GNU, no time passed
 *	83886080 bytes (80.0MB) copied, 2.500000 seconds, 32.0MB/s          busybox: powers of 1024
 *	83886080 bytes (80 M) copied, 2.500 s, 32 M/s                       toybox: powers of 1024
 *	16777216 octets (17 MB, 16 MiB) copiés, 0,112229 s, 149 MB/s        words and comma of a locale
 *	скопировано 83886080 байт (84 MB), 2,62144 c, 32,0 MB/c             the verb first: pl ru uk
 *	83886080 バイト (84 MB) コピーされました、 2.62144 秒、 32.0 MB/秒
 *	83886080字节（84 MB，80 MiB）已复制，2.62144 s，32.0 MB/s
 *
 * So: a whole number of bytes, a word, and at the end seconds and a rate.
 * Progress is printed alike, but with whole seconds (GNU), one decimal (older
 * uutils), six decimals (CentOS 7) or no blank before the unit (BSD).
 */
#ifndef INGEST_FORMATS_DD_STATISTICS_H
#define INGEST_FORMATS_DD_STATISTICS_H

#include <stdbool.h>

#include "core/number.h"
#include "core/scan.h"

struct dd_statistics {
	struct reading bytes;
	struct reading seconds;
	struct reading rate;  /* B/s; infinite when no time passed */
	bool may_be_progress; /* a last line seldom looks so */
};

bool dd_statistics_read(struct slice text, struct dd_statistics *statistics);

/* Bytes per second; false when the line contradicts itself. */
bool dd_statistics_throughput(const struct dd_statistics *statistics, struct reading *throughput);

#endif
