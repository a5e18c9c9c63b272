/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio - the report that fio prints for people, of 1.x to 3.x
 *
 *	mytest: (g=0): rw=read, bs=(R) 16.0KiB-16.0KiB, ..., ioengine=psync, iodepth=1
 *	...
 *	fio-3.33
 *	Starting 4 threads
 *	Jobs: 4 (f=4): [R(4)][75.0%][r=354MiB/s][r=22.7k IOPS][eta 00m:01s]
 *	mytest: (groupid=0, jobs=4): err= 0: pid=12687: Mon Nov 23 01:11:28 2026
 *	  read: IOPS=23.0k, BW=360MiB/s (377MB/s)(1439MiB/4001msec)
 *	    clat (usec): min=47, max=3102, avg=172.90, stdev=48.80
 *	     issued rwts: total=92091,0,0,0 short=0,0,0,0 dropped=0,0,0,0
 *	Run status group 0 (all jobs):
 *	   READ: bw=360MiB/s (377MB/s), ..., io=1439MiB (1509MB), run=4001-4001msec
 *
 * Each group is a result (see fio/group); a run gives those of its last
 * report. "All clients:" repeats what each client said, and is left out. The
 * averages of samples ("bw (KiB/s): min=") and the histograms are not read.
 */
#include <stdio.h>
#include <string.h>

#include "ingest/formats/fio/block.h"
#include "ingest/formats/fio/error.h"
#include "ingest/formats/fio/other.h"
#include "ingest/formats/fio/report.h"
#include "ingest/log/command.h"
#include "ingest/log/format.h"

enum phase {
	IDLE,
	ANNOUNCED, /* jobs are being named */
	STARTED,   /* behind the version, which follows them */
	REPORTING,
};

struct fio {
	bool is_known; /* fio was at work in this log: plain lines are believed to be its */
	enum phase phase;
	size_t last_line; /* of fio's */
	struct fio_error error;
	struct fio_topic topic;
	struct fio_report report;
};

/* fio said that it does not begin, or that it failed. */
static bool is_refused(const struct fio *fio)
{
	return fio->error.line && fio->error.gravity >= FIO_REFUSAL;
}

static void note_direct(struct sink *sink)
{
	struct slice direct;

	if (command_option(sink_stated_command(sink, "fio"), "fio", "direct", &direct) &&
		slice_equals(direct, "1"))
		sink_set_direct(sink);
}

static void finish_run(struct fio *fio, struct sink *sink)
{
	if (fio->report.count) {
		note_direct(sink);
		fio_report_write(&fio->report, &fio->error, sink);
	} else if (fio->phase != IDLE || is_refused(fio)) {
		sink_begin_result(sink);
		if (fio->error.line)
			fio_error_report(&fio->error, sink);
		else
			sink_add_problem(sink, PROBLEM_FAILED, fio->last_line,
				"no final result: the output ends before fio's report");
	}
	fio->phase = IDLE;
	fio->error.line = 0;
	fio->topic.is_old = false;
}

/* mytest: (g=0): rw=read, ... */
static bool read_announcement(struct fio *fio, const struct fio_line *line)
{
	struct slice at = line->text;
	uint64_t group;

	if (!(scan_until(&at, ": (g=", NULL) && scan_text(&at, ": (g=") &&
		    scan_integer(&at, &group) && scan_text(&at, "): rw=")))
		return false;
	if (fio->phase >= STARTED || (fio->phase == IDLE && is_refused(fio)))
		finish_run(fio, line->sink);
	fio->phase = ANNOUNCED;
	fio->is_known = true;
	return true;
}

/* fio-3.33, fio 1.59; fio --version prints no more than that. */
static bool read_version(struct fio *fio, const struct fio_line *line)
{
	struct slice at = line->text;
	struct slice rest;
	uint64_t major, minor;

	if (!((scan_text(&at, "fio-") || scan_text(&at, "fio ")) && scan_integer(&at, &major) &&
		    scan_char(&at, '.') && scan_integer(&at, &minor)))
		return false;
	scan_word(&at, &rest);
	if (!scan_end(&at))
		return false;
	if (fio->phase >= STARTED)
		finish_run(fio, line->sink);
	if (fio->phase == ANNOUNCED)
		fio->phase = STARTED;
	fio->topic.is_old = major < 3;
	fio->is_known = true;
	return true;
}

static void note_doubt(const struct fio_line *line)
{
	enum doubt doubt;

	if (fio_error_is_doubt(line->text, &doubt))
		sink_add_doubt(line->sink, doubt, line->text, line->number);
}

/* fio: ...; a refusal behind a whole report is the next run's. */
static bool read_message(struct fio *fio, const struct fio_line *line)
{
	if (!slice_starts_with(line->text, "fio: "))
		return false;
	if (fio->phase == REPORTING && fio_report_is_whole(&fio->report) &&
		fio_error_gravity(line->text) == FIO_REFUSAL)
		finish_run(fio, line->sink);
	fio_error_note(&fio->error, line->text, line->number);
	note_doubt(line);
	return true;
}

static bool scan_header(struct slice at, struct fio_job_header *header)
{
	struct slice name;
	uint64_t jobs;

	if (!(scan_until(&at, ": (groupid=", &name) && scan_text(&at, ": (groupid=") &&
		    scan_integer(&at, &header->group) && scan_text(&at, ", jobs=") &&
		    scan_integer(&at, &jobs) && scan_text(&at, "): err=") && scan_blanks(&at) &&
		    scan_integer(&at, &header->error) && scan_until(&at, ": pid=", NULL) &&
		    scan_text(&at, ": pid=") && scan_integer(&at, &header->pid)))
		return false;
	header->is_total = slice_ends_with(name, "All clients");
	snprintf(header->name, sizeof header->name, "%.*s", (int)slice_length(name), name.start);
	return true;
}

/* What went wrong in the job: what fio said of it before, or its header. */
static void fail_job(struct fio *fio, const struct fio_line *line)
{
	struct fio_error error = fio->error;

	if (!error.line)
		fio_error_set(&error, line->text, line->number);
	fio_group_fail(fio_report_group(&fio->report), &error);
}

/* A report of --status-interval replaces the one before. */
static void begin_job(
	struct fio *fio, const struct fio_job_header *header, const struct fio_line *line)
{
	if (fio->report.has_sums && fio_report_is_repeated_by(&fio->report, header))
		fio_report_clear(&fio->report);
	else if (fio->report.has_sums)
		finish_run(fio, line->sink);
	fio_report_begin_job(&fio->report, header, line->number);
	fio_report_quote(&fio->report, line->text, line->number);
	if (header->error)
		fail_job(fio, line);
	fio->phase = REPORTING;
}

/* One that cannot be read leaves the report without a job, and so without a result. */
static bool read_header(struct fio *fio, const struct fio_line *line)
{
	struct fio_job_header header;
	bool is_readable;

	if (!slice_contains(line->text, ": (groupid="))
		return false;
	is_readable = scan_header(line->text, &header);
	if (!is_readable && !fio->is_known)
		return false;
	fio->is_known = true;
	fio_topic_reset(&fio->topic);
	fio->topic.is_copied = !is_readable || header.is_total;
	if (!is_readable)
		fio_error_set_status(&fio->error, PROBLEM_UNREADABLE, line->text, line->number);
	else if (!header.is_total)
		begin_job(fio, &header, line);
	return true;
}

/* Run status group 0 (all jobs): */
static bool read_sum_heading(struct fio *fio, const struct fio_line *line)
{
	struct slice at = line->text;
	uint64_t group;

	if (!(scan_text(&at, "Run status group ") && scan_integer(&at, &group) &&
		    scan_text(&at, " (all jobs):")))
		return false;
	fio_report_begin_sums(&fio->report, group, line->number);
	fio_topic_reset(&fio->topic);
	fio->phase = REPORTING;
	fio->is_known = true;
	return true;
}

static bool read_report(struct fio *fio, const struct fio_line *line)
{
	if (fio->topic.is_copied || fio->report.is_in_job)
		return fio_block_line(line);
	return fio->report.has_sums && fio_block_sum_line(line);
}

static bool read_other(struct fio *fio, const struct fio_line *line)
{
	return (fio->phase == ANNOUNCED && slice_equals(line->text, "...")) ||
	       fio_other_line(line->text, fio->is_known);
}

/* Trimmed, and behind the "<host> " that a client puts there. */
static struct slice without_host(struct slice text)
{
	struct slice at, host;

	text = slice_trim(text);
	at = text;
	if (scan_char(&at, '<') && scan_word(&at, &host) && slice_ends_with(host, ">") &&
		scan_blanks(&at))
		return at;
	return text;
}

/* JSON and terse output of the same run may stand between its reports. */
static bool is_other_output(struct slice text)
{
	return strchr("{}[]\"", *text.start) || slice_contains(text, ";fio-");
}

/* Another program writes: what is whole of fio's is all of it. */
static void read_foreign(struct fio *fio, const struct fio_line *line)
{
	if (slice_is_empty(line->text) || is_other_output(line->text))
		return;
	if (fio->phase == REPORTING ? fio_report_is_whole(&fio->report)
				    : fio->phase == IDLE && is_refused(fio))
		finish_run(fio, line->sink);
}

static bool fio_line(void *state, const struct line *line, struct sink *sink)
{
	static bool (*const readers[])(struct fio *, const struct fio_line *) = {
		read_announcement,
		read_version,
		read_message,
		read_header,
		read_sum_heading,
		read_report,
		read_other,
	};
	struct fio *fio = state;
	const struct fio_line bare = {
		.text = without_host(line->text),
		.number = line->number,
		.topic = &fio->topic,
		.report = &fio->report,
		.sink = sink,
	};

	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
		if (!readers[i](fio, &bare))
			continue;
		fio->last_line = line->number;
		return true;
	}
	read_foreign(fio, &bare);
	return false;
}

static void fio_end(void *state, struct sink *sink)
{
	struct fio *fio = state;

	finish_run(fio, sink);
	fio_report_clear(&fio->report);
}

static const char *const signs[] = {
	"fio ",
	"fio-",
	"fio:",
	": (g",
	"Run status group ",
	"Jobs: ",
	"note: both iodepth",
	"hostname=",
	"Disk stats ",
	NULL,
};

const struct format fio_format = {
	.name = "fio",
	.summary = "fio's report of bandwidths, IOPS and latencies",
	.state_size = sizeof(struct fio),
	.signs = signs,
	.line = fio_line,
	.end = fio_end,
};
