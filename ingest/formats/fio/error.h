/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/error - what fio says when something goes wrong
 *
 *	fio: engine nosuch not loadable
 *	fio: io_u error on file swapfile: Invalid argument: read offset=0, buflen=100
 *	fio: pid=12085, err=22/file:io_u.c:1876, func=io_u error, error=Invalid argument
 *	fio: terminating on signal 2
 *
 * One failure brings several such lines; the first of the gravest kind is kept.
 * A run that a signal ended early printed its figures, but is not the run that
 * was asked for: it counts as failed.
 */
#ifndef INGEST_FORMATS_FIO_ERROR_H
#define INGEST_FORMATS_FIO_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"
#include "ingest/log/sink.h"

enum fio_gravity {
	FIO_REMARK,  /* explains a run that gave nothing, otherwise a mere warning */
	FIO_REFUSAL, /* fio did not begin */
	FIO_FAILURE, /* of a run that had begun: what it printed does not count */
};

enum { FIO_ERROR_TEXT = 240 };

struct fio_error {
	size_t line; /* 0: no error */
	enum fio_gravity gravity;
	enum problem_status status;
	size_t length;
	char text[FIO_ERROR_TEXT];
};

enum fio_gravity fio_error_gravity(struct slice text);

/* Whether the line says that the cache may have answered, for whatever figures follow. */
bool fio_error_is_doubt(struct slice text, enum doubt *doubt);

/* Notes a "fio: ..." line, unless one as grave was noted before it. */
void fio_error_note(struct fio_error *error, struct slice text, size_t line);

/* Sets the error to a failure that text tells, which also decides the status. */
void fio_error_set(struct fio_error *error, struct slice text, size_t line);

/* The same, with a status of the caller's choice. */
void fio_error_set_status(
	struct fio_error *error, enum problem_status status, struct slice text, size_t line);

/* Hands the error to the sink. */
void fio_error_report(const struct fio_error *error, struct sink *sink);

#endif
