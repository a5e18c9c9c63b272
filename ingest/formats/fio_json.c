/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio-json - the JSON that fio prints with --output-format=json, of 2.x and 3.x
 *
 *	{
 *	  "fio version" : "fio-3.33",
 *	  "timestamp_ms" : 1795396078077,
 *	  "jobs" : [
 *	    {
 *	      "jobname" : "mytest",
 *	      "groupid" : 0,
 *	      "error" : 0,
 *	      "elapsed" : 1,
 *	      "read" : { ... },
 *	      "usr_cpu" : 6.034483,
 *	      ...
 *
 * Each group is a result, as in fio's report for people (see fio/group). A
 * client has "client_stats" for "jobs", with a job "All clients" that repeats
 * what each client said, and is left out. With --status-interval a run prints
 * several documents, of which the last counts.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ingest/formats/fio/json_job.h"
#include "ingest/formats/fio/json_section.h"
#include "ingest/log/format.h"

/* In ms since 1970; NaN: the document does not say. */
struct times {
	double written; /* the earliest that it can be */
	double began;   /* the latest that its fio can have begun */
};

struct fio_json {
	struct times times; /* of the document that the report is from */
	struct fio_report report;
};

static bool is_total(const struct json *job)
{
	const char *name = json_member_text(job, "jobname");

	return name && strcmp(name, "All clients") == 0;
}

/* "elapsed" is in seconds, rounded up. Of many jobs none is kept in memory. */
static double longest_of(const struct json *jobs)
{
	bool has_one = json_count(jobs) == 1;
	double longest = 0;
	double elapsed;

	for (const struct json *job = json_first(jobs); job; job = json_next(job)) {
		longest = fmax(longest, fio_json_longest(job));
		if (json_member_number(job, "elapsed", &elapsed))
			longest = fmax(longest, (elapsed - 1) * 1e3);
		if (!has_one)
			json_forget(job);
	}
	return longest;
}

static struct times times_of(const struct json *document, const struct json *jobs)
{
	struct times times = { NAN, NAN };
	double step = 0;

	if (!json_member_number(document, "timestamp_ms", &times.written) &&
		json_member_number(document, "timestamp", &times.written)) {
		times.written *= 1e3;
		step = 1e3;
	}
	times.began = times.written + step - longest_of(jobs);
	return times;
}

static struct fio_job_header header_of(const struct json *job)
{
	struct fio_job_header header = { .group = 0 };
	const char *name = json_member_text(job, "jobname");
	double group, error;

	snprintf(header.name, sizeof header.name, "%s", name ? name : "");
	if (json_member_number(job, "groupid", &group) && group >= 0 && group < UINT32_MAX)
		header.group = (uint64_t)group;
	if (json_member_number(job, "error", &error) && error != 0)
		header.error = fabs(error) < UINT32_MAX ? (uint64_t)fabs(error) : UINT32_MAX;
	return header;
}

static void read_job(const struct json *job, struct fio_report *report, struct sink *sink)
{
	const struct fio_job_header header = header_of(job);
	const struct json *error = json_member(job, "error");
	size_t line = json_line(error ? error : job);

	fio_json_job_begin(report, &header, line);
	fio_json_sections_add(job, report, sink);
	fio_json_job_end(report, &header, line);
}

static void finish_run(struct fio_json *json, struct sink *sink)
{
	const struct fio_error none = { .line = 0 };

	fio_report_write(&json->report, &none, sink);
	json->times = (struct times){ .written = 0 };
}

/* Whether the run was at work already when the document before was written. */
static bool is_same_run(
	const struct fio_json *json, const struct json *jobs, const struct times *times)
{
	const struct fio_job_header first = header_of(json_first(jobs));

	return times->began < json->times.written &&
	       fio_report_is_repeated_by(&json->report, &first);
}

/* "job options" : { "direct" : "1" }, or the same for all jobs */
static bool is_direct(const struct json *document, const struct json *job)
{
	const char *own = json_member_text(json_member(job, "job options"), "direct");
	const char *global = json_member_text(json_member(document, "global options"), "direct");
	const char *direct = own ? own : global;

	return direct && strcmp(direct, "1") == 0;
}

static void read_jobs(struct fio_json *json, const struct json *document, const struct json *jobs,
	struct sink *sink)
{
	struct times times = times_of(document, jobs);
	bool has_one = json_count(jobs) == 1;

	if (is_same_run(json, jobs, &times))
		fio_report_clear(&json->report);
	else
		finish_run(json, sink);
	json->times = times;
	if (is_direct(document, json_first(jobs)))
		sink_set_direct(sink);
	for (const struct json *job = json_first(jobs); job; job = json_next(job)) {
		if (has_one || !is_total(job))
			read_job(job, &json->report, sink);
		json_forget(job);
	}
}

static bool fio_json_document(void *state, const struct json *document, struct sink *sink)
{
	const struct json *jobs = json_member(document, "jobs");
	const struct json *version = json_member(document, "fio version");

	if (!json_text(version))
		return false;
	if (!jobs)
		jobs = json_member(document, "client_stats");
	if (json_is_array(jobs) && json_count(jobs))
		read_jobs(state, document, jobs, sink);
	else
		sink_add_problem(
			sink, PROBLEM_UNREADABLE, json_line(version), "fio's JSON without a job");
	return true;
}

static void fio_json_end(void *state, struct sink *sink)
{
	finish_run(state, sink);
}

const struct format fio_json_format = {
	.name = "fio-json",
	.summary = "fio's JSON output",
	.state_size = sizeof(struct fio_json),
	.document = fio_json_document,
	.supersedes = "fio fio-terse",
	.end = fio_json_end,
};
