/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * jsonl - samples as JSON objects, benchpipe's own or any runner's
 *
 *	{"kind":"sample","system":"Kata","test":"dd","run":1,"metric":"throughput","value":12600000,"unit":"B/s"}
 *	{"kind":"problem","system":"Kata","test":"dd","run":2,"status":"failed","message":"dd: ..."}
 *	{"metric":"latency","value":1.25,"unit":"ms","commit":"4f1c9a2"}
 *
 * Records of benchpipe are passed on, and get the labels that they lack. Of an
 * object without a kind, the members that are fields of a sample (or that the
 * user maps to them) are read so; a unit that is known becomes the base unit.
 * Other members are kept as they are.
 */
#include <math.h>
#include <string.h>

#include "core/record.h"
#include "ingest/log/format.h"
#include "ingest/log/given.h"

/* JSON numbers do not tell how many digits they had. */
static const struct sample no_sample = {
	.run = NAN,
	.part = NAN,
	.time = NAN,
	.value = NAN,
	.resolution = NAN,
};

static void report(struct sink *sink, const struct json *document, const char *what)
{
	sink_add_problem(sink, PROBLEM_UNREADABLE, json_line(document), "jsonl: %s", what);
}

static const char *give_sample(
	struct sink *sink, const struct record *record, const struct json *document)
{
	struct sample sample;
	const char *wrong = sample_read(&sample, record);

	if (!wrong)
		sink_give_sample(sink, &sample, document, json_line(document));
	return wrong;
}

static const char *give_problem(
	struct sink *sink, const struct record *record, const struct json *document)
{
	struct problem problem;
	const char *wrong = problem_read(&problem, record);

	if (!wrong)
		sink_give_problem(sink, &problem, document, json_line(document));
	return wrong;
}

static const char *give_environment(
	struct sink *sink, const struct record *record, const struct json *document)
{
	struct environment environment;
	const char *wrong = environment_read(&environment, record);

	if (!wrong)
		sink_give_environment(sink, &environment, document);
	return wrong;
}

/* What stats makes of samples is no log's to tell: only these kinds are taken. */
static const struct {
	const char *kind;
	const char *(*give)(struct sink *, const struct record *, const struct json *);
} kinds[] = {
	{ "sample", give_sample },
	{ "problem", give_problem },
	{ "environment", give_environment },
};

static bool read_record(const char *kind, const struct json *document, struct sink *sink)
{
	const struct record record = { .tree = (struct json *)document };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		const char *wrong;

		if (strcmp(kinds[i].kind, kind) != 0)
			continue;
		wrong = kinds[i].give(sink, &record, document);
		if (wrong)
			report(sink, document, wrong);
		return true;
	}
	return false;
}

static const struct json *field(
	const struct sink *sink, const struct json *document, enum sample_field name)
{
	return json_member(document, sink_column(sink, sample_field_names[name]));
}

/* Absent, or a number. */
static bool read_optional(const struct json *value, double *number)
{
	return !value || json_number(value, number);
}

/* An object with one number is called after that, if it names no metric. */
static bool read_object(const struct json *document, struct sink *sink)
{
	const char *column = sink_column(sink, sample_field_names[FIELD_VALUE]);
	const struct json *metric = field(sink, document, FIELD_METRIC);
	struct sample sample = no_sample;

	if (!json_member(document, column) ||
		(!metric && strcmp(column, sample_field_names[FIELD_VALUE]) == 0))
		return false;
	sample.metric = metric ? json_text(metric) : column;
	if (!sample.metric || !json_member_number(document, column, &sample.value) ||
		!read_optional(field(sink, document, FIELD_RUN), &sample.run) ||
		!read_optional(field(sink, document, FIELD_PART), &sample.part) ||
		!read_optional(field(sink, document, FIELD_TIME), &sample.time)) {
		report(sink, document, "metric is no text, or value, run, part or time no number");
		return true;
	}
	sample.system = json_text(field(sink, document, FIELD_SYSTEM));
	sample.test = json_text(field(sink, document, FIELD_TEST));
	sample.unit = json_text(field(sink, document, FIELD_UNIT));
	sample.better = better_named(json_text(field(sink, document, FIELD_BETTER)));
	sink_give_sample(sink, &sample, document, json_line(document));
	return true;
}

static bool jsonl_document(void *state, const struct json *document, struct sink *sink)
{
	const char *kind = json_member_text(document, "kind");

	(void)state;
	return kind ? read_record(kind, document, sink) : read_object(document, sink);
}

const struct format jsonl_format = {
	.name = "jsonl",
	.summary = "samples as JSON objects, benchpipe's own or any runner's",
	.document = jsonl_document,
};
