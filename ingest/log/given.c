/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given - records that a log holds ready-made, with labels of their own */
#include "ingest/log/given.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/units.h"
#include "ingest/log/findings.h"

const char *const sample_field_names[SAMPLE_FIELD_COUNT] = {
	[FIELD_SYSTEM] = "system",
	[FIELD_TEST] = "test",
	[FIELD_RUN] = "run",
	[FIELD_PART] = "part",
	[FIELD_METRIC] = "metric",
	[FIELD_TIME] = "time",
	[FIELD_VALUE] = "value",
	[FIELD_UNIT] = "unit",
	[FIELD_BETTER] = "better",
	[FIELD_BOUND] = "bound",
	[FIELD_CACHED] = "cached",
	[FIELD_SET_ASIDE] = "set_aside",
	[FIELD_EXCEPTIONAL] = "exceptional",
};

bool is_sample_field(const char *name)
{
	for (size_t i = 0; i < SAMPLE_FIELD_COUNT; i++)
		if (strcmp(sample_field_names[i], name) == 0)
			return true;
	return false;
}

const char *sink_column(const struct sink *sink, const char *field)
{
	const struct labels *labels = sink->labels;

	for (size_t i = labels->column_count; i-- > 0;)
		if (strcmp(labels->columns[i].name, field) == 0)
			return labels->columns[i].value;
	return field;
}

/* In the record's strings a quote has a backslash before it. */
bool has_field(struct slice record, const char *name)
{
	struct text field = TEXT_INIT;
	bool found;

	text_add_format(&field, "\"%s\":", name);
	found = slice_contains(record, field.data);
	text_release(&field);
	return found;
}

/* Adds the members of further, and the fields that the user sets, which the record that out ends in lacks. */
static void add_missing(
	struct text *out, struct slice own, const struct json *further, const struct labels *labels)
{
	out->length -= strlen("}\n");
	for (const struct json *each = json_first(further); each; each = json_next(each))
		if (!has_field(own, json_name(each)))
			json_add_value(out, json_name(each), each);
	text_add(out, "}\n");
	for (size_t i = 0; i < labels->extra_count; i++)
		if (!has_field(own, labels->extra[i].name) &&
			!json_member(further, labels->extra[i].name))
			record_add_text(out, labels->extra[i].name, labels->extra[i].value);
}

/* A record was written at start. */
static void complete(struct sink *sink, size_t start, const struct json *further)
{
	struct text *given = &sink->given;

	if (json_first(further) || sink->labels->extra_count) {
		char *own = memory_copy_bytes(given->data + start, given->length - start);

		add_missing(given, slice_of(own), further, sink->labels);
		free(own);
	}
	sink->given_count++;
}

static const char *system_of(const struct sink *sink, const char *system)
{
	return system ? experiment_system_name(sink->experiment, system) : sink->labels->system;
}

static const char *test_of(const struct sink *sink, const char *test)
{
	if (test)
		return test;
	return sink->labels->test ? sink->labels->test : sink->format->name;
}

static double run_of(const struct sink *sink, double run)
{
	return isnan(run) ? sink->labels->run : run;
}

/* "path:line", until the next call. */
static const char *source_here(struct sink *sink, size_t line)
{
	const struct labels *labels = sink->labels;
	struct text *source = &sink->source;

	text_clear(source);
	text_add(source, labels->source ? labels->source : sink->path);
	text_add_char(source, ':');
	text_add_integer(source, line);
	return source->data;
}

/* A record that came through here before knows the log that it was read from. */
static const char *source_of(struct sink *sink, const char *source, size_t line)
{
	return source ? source : source_here(sink, line);
}

/* Most records have the unit of the one before. */
static const struct unit *unit_of(struct sink *sink, const char *name)
{
	if (!sink->given_unit || strcmp(sink->given_unit->name, name) != 0)
		sink->given_unit = unit_find(name);
	return sink->given_unit;
}

static void to_base_unit(struct sample *sample, const struct unit *unit)
{
	if (!unit)
		return;
	sample->value *= unit->factor;
	sample->resolution *= unit->factor;
	sample->unit = unit->base;
}

/* A time, a size or a rate is never below 0; a plain number, or of a unit not known here, may be. */
static bool cannot_be(const struct sample *sample, const struct unit *unit)
{
	bool is_plain = !unit || strcmp(unit->base, "1") == 0;

	return !isfinite(sample->value) || (sample->value < 0 && !is_plain);
}

/* NaN is absent, and beyond a double's range is nothing that a log can mean. */
static const char *infinite_field(const struct sample *sample)
{
	if (isinf(sample->run))
		return sample_field_names[FIELD_RUN];
	if (isinf(sample->part))
		return sample_field_names[FIELD_PART];
	return isinf(sample->time) ? sample_field_names[FIELD_TIME] : NULL;
}

void sink_give_sample(
	struct sink *sink, const struct sample *sample, const struct json *further, size_t line)
{
	size_t start = sink->given.length;
	struct sample own = *sample;
	const struct unit *unit;

	if (!own.unit)
		own.unit = sink->labels->unit;
	unit = own.unit ? unit_of(sink, own.unit) : NULL;
	to_base_unit(&own, unit);
	if (cannot_be(&own, unit)) {
		sink_add_problem(sink, PROBLEM_INVALID, line, "%s: %s of %g %s cannot be",
			sink->format->name, own.metric, own.value, own.unit ? own.unit : "");
		return;
	}
	if (infinite_field(&own)) {
		sink_add_problem(sink, PROBLEM_INVALID, line, "%s: %s: its %s cannot be",
			sink->format->name, own.metric, infinite_field(&own));
		return;
	}
	if (isinf(own.resolution))
		own.resolution = NAN;
	own.system = system_of(sink, own.system);
	own.test = test_of(sink, own.test);
	own.run = run_of(sink, own.run);
	own.source = source_of(sink, own.source, line);
	sample_write(&sink->given, &own);
	complete(sink, start, further);
}

void sink_give_problem(
	struct sink *sink, const struct problem *problem, const struct json *further, size_t line)
{
	size_t start = sink->given.length;
	struct problem own = *problem;

	own.system = system_of(sink, own.system);
	own.test = test_of(sink, own.test);
	own.run = run_of(sink, own.run);
	own.source = source_of(sink, own.source, line);
	problem_write(&sink->given, &own);
	complete(sink, start, further);
}

void sink_give_environment(
	struct sink *sink, const struct environment *environment, const struct json *further)
{
	size_t start = sink->given.length;
	struct environment own = *environment;

	own.system = system_of(sink, own.system);
	environment_write(&sink->given, &own);
	complete(sink, start, further);
}

void sink_give_claim(struct sink *sink, const struct claim *claim, size_t line)
{
	size_t start = sink->given.length;
	struct claim own = *claim;

	own.source = source_of(sink, own.source, line);
	if (own.verdict) {
		own.system = system_of(sink, own.system);
		own.test = test_of(sink, own.test);
	}
	claim_write(&sink->given, &own);
	complete(sink, start, NULL);
}

const struct experiment *sink_experiment(const struct sink *sink)
{
	return sink->experiment;
}
