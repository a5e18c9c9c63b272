/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/terse_line - the grammar of a terse line */
#include "ingest/formats/fio/terse_line.h"

#include <stdio.h>

#include "core/units.h"

enum {
	UNREAD_CELLS = 32,   /* context switches, faults, depths and histograms */
	BANDWIDTH_CELLS = 5, /* of samples */
	MORE_CELLS = 6,      /* that version 5 adds */
	DISK_CELLS = 8,      /* behind a disk's name */
	LAST_CELLS = 3,      /* two of errors and a description */
};

static bool scan_cell_end(struct slice *at)
{
	return slice_is_empty(*at) || scan_char(at, ';');
}

static bool scan_cell(struct slice *at, struct reading *reading)
{
	if (!scan_number(at, reading))
		return false;
	scan_char(at, '%');
	return scan_cell_end(at);
}

static bool skip_cells(struct slice *at, size_t count)
{
	struct reading skipped;

	while (count && scan_cell(at, &skipped))
		count--;
	return count == 0;
}

static bool scan_whole(struct slice *at, uint64_t *number)
{
	return scan_integer(at, number) && scan_char(at, ';');
}

static bool scan_microseconds(struct slice *at, struct reading *reading)
{
	if (!scan_cell(at, reading))
		return false;
	*reading = fio_reading_divided(*reading, 1e6);
	return true;
}

static bool scan_latency(struct slice *at, struct fio_latency *latency)
{
	return scan_microseconds(at, &latency->minimum) &&
	       scan_microseconds(at, &latency->maximum) && scan_microseconds(at, &latency->mean) &&
	       scan_microseconds(at, &latency->deviation);
}

/* 99.000000%=272; those that were not asked for are 0%=0 */
static bool scan_percentiles(struct slice *at, struct fio_terse_percentile *percentiles)
{
	for (size_t i = 0; i < FIO_TERSE_PERCENTILES; i++)
		if (!(scan_number(at, &percentiles[i].rank) && scan_text(at, "%=") &&
			    scan_microseconds(at, &percentiles[i].value)))
			return false;
	return true;
}

static bool scan_direction(
	struct slice *at, uint64_t version, struct fio_terse_direction *direction)
{
	if (!(scan_cell(at, &direction->bytes) && scan_cell(at, &direction->bandwidth) &&
		    scan_cell(at, &direction->iops) && scan_cell(at, &direction->runtime) &&
		    scan_latency(at, &direction->latencies[FIO_TERSE_SUBMISSION]) &&
		    scan_latency(at, &direction->latencies[FIO_TERSE_COMPLETION]) &&
		    scan_percentiles(at, direction->percentiles) &&
		    scan_latency(at, &direction->latencies[FIO_TERSE_WHOLE]) &&
		    skip_cells(at, BANDWIDTH_CELLS + (version == 5 ? MORE_CELLS : 0))))
		return false;
	direction->bytes = reading_scaled(direction->bytes, KIB);
	direction->bandwidth = reading_scaled(direction->bandwidth, KIB);
	direction->runtime = fio_reading_divided(direction->runtime, 1e3);
	return true;
}

static bool scan_processor_time(struct slice *at, struct fio_terse_job *job)
{
	if (!(scan_cell(at, &job->user) && scan_cell(at, &job->system)))
		return false;
	job->user = fio_reading_divided(job->user, 100);
	job->system = fio_reading_divided(job->system, 100);
	return true;
}

/* vda;284;521;0;0;29;222;289;37.40% */
static bool scan_disk(struct slice *at, bool *is_active)
{
	struct slice rest = *at;
	struct reading reading;

	if (!scan_until(&rest, ";", NULL) || !scan_char(&rest, ';'))
		return false;
	for (size_t i = 0; i < DISK_CELLS; i++) {
		if (!scan_cell(&rest, &reading))
			return false;
		*is_active = *is_active || reading.value > 0;
	}
	*at = rest;
	return true;
}

static bool scan_disks(struct slice at, struct fio_terse_job *job)
{
	size_t cells = 1;

	job->disks = at;
	while (scan_disk(&at, &job->has_disk_activity))
		;
	job->disks.end = at.start;
	for (const char *c = at.start; c < at.end; c++)
		cells += *c == ';';
	return cells <= LAST_CELLS;
}

static bool scan_header(struct slice *at, uint64_t *version, struct fio_job_header *header)
{
	struct slice name;

	if (!scan_whole(at, version) || *version < 2 || *version > 5)
		return false;
	if (*version > 2 && !(scan_until(at, ";", NULL) && scan_char(at, ';')))
		return false;
	if (!(scan_until(at, ";", &name) && scan_char(at, ';') && scan_whole(at, &header->group) &&
		    scan_whole(at, &header->error)))
		return false;
	snprintf(header->name, sizeof header->name, "%.*s", (int)slice_length(name), name.start);
	return true;
}

bool fio_terse_begins(struct slice text)
{
	uint64_t version;

	return scan_whole(&text, &version) && version >= 3 && version <= 5 &&
	       scan_text(&text, "fio-");
}

bool fio_terse_scan(struct slice at, struct fio_terse_job *job)
{
	uint64_t version;
	size_t directions;

	*job = (struct fio_terse_job){ .has_disk_activity = false };
	if (!scan_header(&at, &version, &job->header))
		return false;
	directions = version == 3 ? 2 : 3;
	for (size_t i = 0; i < directions; i++)
		if (!scan_direction(&at, version, &job->directions[i]))
			return false;
	return scan_processor_time(&at, job) && skip_cells(&at, UNREAD_CELLS) &&
	       scan_disks(at, job);
}
