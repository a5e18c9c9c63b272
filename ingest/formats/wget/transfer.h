/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/transfer - what became of the transfer that wget tells of */
#ifndef INGEST_FORMATS_WGET_TRANSFER_H
#define INGEST_FORMATS_WGET_TRANSFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/lines.h"
#include "core/number.h"
#include "ingest/formats/wget/result.h"
#include "ingest/log/sink.h"

enum { WGET_QUOTE_SIZE = 350 };

/* Lines of the log, kept for a message. */
struct wget_quote {
	char text[WGET_QUOTE_SIZE];
	size_t length;
	size_t line; /* of the first */
};

/* All zero when there is none. */
struct wget_transfer {
	bool open;                 /* its lines have begun */
	bool redirected;           /* the next address goes on with it */
	bool retried;              /* it took several tries */
	bool failing;              /* the latest try failed */
	uint64_t announced;        /* bytes; 0 when not known */
	struct reading seconds;    /* at the end of the progress */
	size_t seconds_line;       /* 0: none */
	struct wget_quote failure; /* of the latest try that failed */
	struct wget_quote last;    /* the latest line */
};

/* The line is the latest, should it be the last. */
void wget_transfer_remember(struct wget_transfer *transfer, const struct line *line);

/* The line tells of a failure: of the transfer's end, unless something better follows. */
void wget_transfer_fail(struct wget_transfer *transfer, const struct line *line);

/* Something better follows. */
void wget_transfer_go_on(struct wget_transfer *transfer);

/* The line tells how the transfer ended. rate is NULL when it prints none. */
void wget_transfer_conclude(struct wget_transfer *transfer, const struct line *line,
	const struct reading *rate, const struct wget_count *count, struct sink *sink);

/* The line ends the transfer and does not say what became of it. */
void wget_transfer_reject(struct wget_transfer *transfer, const struct line *line,
	enum problem_status status, const char *reason, struct sink *sink);

/* No more of the transfer follows: if there is one, it failed. */
void wget_transfer_give_up(struct wget_transfer *transfer, struct sink *sink);

#endif
