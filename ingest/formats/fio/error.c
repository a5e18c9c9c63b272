/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/error - what fio says when something goes wrong */
#include "ingest/formats/fio/error.h"

#include <string.h>

/* The first that a line contains decides; a line with none of them is a remark. */
static const struct {
	const char *text;
	enum fio_gravity gravity;
} gravities[] = {
	{ "io_u error", FIO_FAILURE },
	{ " err=", FIO_FAILURE },
	{ "got signal=", FIO_FAILURE },
	{ "terminating on signal", FIO_FAILURE },
	{ "not loadable", FIO_REFUSAL },
	{ "failed to load", FIO_REFUSAL },
	{ "failed parsing", FIO_REFUSAL },
	{ "unrecognized option", FIO_REFUSAL },
	{ "requires an argument", FIO_REFUSAL },
	{ "init failed", FIO_REFUSAL },
	{ "unable to open", FIO_REFUSAL },
	{ " dropped", FIO_REFUSAL },
	{ "does not support", FIO_REFUSAL },
	{ "is not supported", FIO_REFUSAL },
	{ "on laying out file, stopping", FIO_REFUSAL },
};

/* SIGSYS is what a sandbox sends for a system call that it does not know. */
static const struct {
	const char *text;
	enum problem_status status;
} statuses[] = {
	{ "Invalid argument", PROBLEM_UNSUPPORTED },
	{ "Operation not supported", PROBLEM_UNSUPPORTED },
	{ "Function not implemented", PROBLEM_UNSUPPORTED },
	{ "not loadable", PROBLEM_UNSUPPORTED },
	{ "failed to load engine", PROBLEM_UNSUPPORTED },
	{ "does not support", PROBLEM_UNSUPPORTED },
	{ "is not supported", PROBLEM_UNSUPPORTED },
	{ "got signal=31", PROBLEM_UNSUPPORTED },
	{ "got signal=", PROBLEM_KILLED },
};

enum fio_gravity fio_error_gravity(struct slice text)
{
	for (size_t i = 0; i < sizeof gravities / sizeof *gravities; i++)
		if (slice_contains(text, gravities[i].text))
			return gravities[i].gravity;
	return FIO_REMARK;
}

bool fio_error_is_doubt(struct slice text, enum doubt *doubt)
{
	static const struct {
		const char *text;
		enum doubt doubt;
	} doubts[] = {
		{ "fio: cache invalidation of ", DOUBT_CACHE_KEPT },
		{ "Cache flush bypassed!", DOUBT_CACHE_KEPT },
		{ "does not support direct=1", DOUBT_NOT_DIRECT },
		{ "does not support O_DIRECT", DOUBT_NOT_DIRECT },
	};

	for (size_t i = 0; i < sizeof doubts / sizeof *doubts; i++) {
		if (!slice_contains(text, doubts[i].text))
			continue;
		*doubt = doubts[i].doubt;
		return true;
	}
	return false;
}

static enum problem_status status_of(struct slice text)
{
	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (slice_contains(text, statuses[i].text))
			return statuses[i].status;
	return PROBLEM_FAILED;
}

void fio_error_set_status(
	struct fio_error *error, enum problem_status status, struct slice text, size_t line)
{
	size_t length = slice_length(text);

	error->line = line;
	error->gravity = FIO_FAILURE;
	error->status = status;
	error->length = length < sizeof error->text ? length : sizeof error->text;
	memcpy(error->text, text.start, error->length);
}

void fio_error_set(struct fio_error *error, struct slice text, size_t line)
{
	fio_error_set_status(error, status_of(text), text, line);
}

void fio_error_note(struct fio_error *error, struct slice text, size_t line)
{
	enum fio_gravity gravity = fio_error_gravity(text);

	if (error->line && error->gravity >= gravity)
		return;
	fio_error_set(error, text, line);
	error->gravity = gravity;
}

void fio_error_report(const struct fio_error *error, struct sink *sink)
{
	sink_add_problem(sink, error->status, error->line, "%.*s", (int)error->length, error->text);
}
