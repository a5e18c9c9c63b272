/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given - records that a log holds ready-made, with labels of their own */
#include "ingest/log/given.h"

#include <math.h>
#include <string.h>

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

/* Whether the record has the field. In its strings a quote has a backslash before it. */
static bool has_field(struct slice record, const char *name)
{
	struct text field = TEXT_INIT;
	bool found;

	text_add_format(&field, "\"%s\":", name);
	found = slice_contains(record, field.data);
	text_release(&field);
	return found;
}

/* Adds the members of further, and the fields that the user sets, which the record lacks. */
static void complete(struct sink *sink, struct text record, const struct json *further)
{
	struct slice own = { record.data, record.data + record.length };
	const struct labels *labels = sink->labels;
	struct text out = TEXT_INIT;

	text_add_bytes(&out, record.data, record.length - strlen("}\n"));
	for (const struct json *each = json_first(further); each; each = json_next(each))
		if (!has_field(own, json_name(each)))
			json_add_value(&out, json_name(each), each);
	text_add(&out, "}\n");
	for (size_t i = 0; i < labels->extra_count; i++)
		if (!has_field(own, labels->extra[i].name) &&
			!json_member(further, labels->extra[i].name))
			record_add_text(&out, labels->extra[i].name, labels->extra[i].value);
	text_add_bytes(&sink->given, out.data, out.length);
	sink->given_count++;
	text_release(&out);
	text_release(&record);
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

/* A record that came through here before knows the log that it was read from. */
static const char *source_of(
	const struct sink *sink, const char *source, size_t line, struct text *text)
{
	if (source)
		return source;
	text_add_format(
		text, "%s:%zu", sink->labels->source ? sink->labels->source : sink->path, line);
	return text->data;
}

static void to_base_unit(struct sample *sample)
{
	const struct unit *unit = sample->unit ? unit_find(sample->unit) : NULL;

	if (!unit)
		return;
	sample->value *= unit->factor;
	sample->resolution *= unit->factor;
	sample->unit = unit->base;
}

/* A time, a size or a rate is never below 0; a plain number, or of a unit not known here, may be. */
static bool cannot_be(const struct sample *sample)
{
	bool is_plain = !sample->unit || strcmp(sample->unit, "1") == 0 || !unit_find(sample->unit);

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
	struct text record = TEXT_INIT;
	struct text source = TEXT_INIT;
	struct sample own = *sample;

	if (!own.unit)
		own.unit = sink->labels->unit;
	to_base_unit(&own);
	if (cannot_be(&own)) {
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
	own.source = source_of(sink, own.source, line, &source);
	sample_write(&record, &own);
	complete(sink, record, further);
	text_release(&source);
}

void sink_give_problem(
	struct sink *sink, const struct problem *problem, const struct json *further, size_t line)
{
	struct text record = TEXT_INIT;
	struct text source = TEXT_INIT;
	struct problem own = *problem;

	own.system = system_of(sink, own.system);
	own.test = test_of(sink, own.test);
	own.run = run_of(sink, own.run);
	own.source = source_of(sink, own.source, line, &source);
	problem_write(&record, &own);
	complete(sink, record, further);
	text_release(&source);
}

void sink_give_environment(
	struct sink *sink, const struct environment *environment, const struct json *further)
{
	struct text record = TEXT_INIT;
	struct environment own = *environment;

	own.system = system_of(sink, own.system);
	environment_write(&record, &own);
	complete(sink, record, further);
}

void sink_give_claim(struct sink *sink, const struct claim *claim, size_t line)
{
	struct text record = TEXT_INIT;
	struct text source = TEXT_INIT;
	struct claim own = *claim;

	own.source = source_of(sink, own.source, line, &source);
	if (own.verdict) {
		own.system = system_of(sink, own.system);
		own.test = test_of(sink, own.test);
	}
	claim_write(&record, &own);
	complete(sink, record, NULL);
	text_release(&source);
}

const struct experiment *sink_experiment(const struct sink *sink)
{
	return sink->experiment;
}
