/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/phrases - what wget says around a transfer, in ten languages */
#ifndef INGEST_FORMATS_WGET_PHRASES_H
#define INGEST_FORMATS_WGET_PHRASES_H

#include "core/scan.h"

enum wget_phrase {
	WGET_NO_PHRASE,
	WGET_ADDRESS, /* looks up a name or connects: how that went is behind it */
	WGET_REQUEST, /* waits for an answer: the answer is behind it */
	WGET_LENGTH,  /* the number of bytes is behind it */
	WGET_REMARK,  /* nothing to learn from */
	WGET_FAILURE, /* this ends the transfer */
};

/* Which phrase the line begins with, and what is behind it. */
enum wget_phrase wget_phrase(struct slice text, struct slice *behind);

#endif
