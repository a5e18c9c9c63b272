/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hyperfine_json - what hyperfine --export-json writes
 *
 *	{
 *	  "results": [
 *	    {
 *	      "command": "sleep 0.1",
 *	      "mean": 0.1015, "stddev": 0.0003, "median": 0.1016,
 *	      "user": 0.0007, "system": 0.0007, "min": 0.1011, "max": 0.1019,
 *	      "times": [ 0.1016, 0.1019, 0.1011 ],
 *	      "memory_usage_byte": [ 1703936, 1703936, 1703936 ],
 *	      "exit_codes": [ 0, 0, 0 ]
 *	    }
 *	  ]
 *	}
 *
 * Each command is a result, whose runs are samples of one metric, in their
 * order. A run with another exit code than 0 failed, and so did one without
 * any, which a signal ended; then the moments are of failed runs, too.
 */
#include <math.h>

#include "ingest/log/format.h"

enum { QUOTE = 100 }; /* bytes of a command in a message */

struct field {
	const char *name;
	struct metric metric;
	double resolution; /* of the clock, since a JSON number does not tell its digits */
};

/* A number for each run. */
static const struct field of_run[] = {
	{ "times", { "time", "s", BETTER_LOWER }, 1e-9 },
	{ "memory_usage_byte", { "memory_usage", "B", BETTER_LOWER }, 1 },
};

/* A number for all the runs. */
static const struct field of_all[] = {
	{ "mean", { "mean", "s", BETTER_LOWER }, 1e-9 },
	{ "stddev", { "stddev", "s", BETTER_LOWER }, 1e-9 },
	{ "median", { "median", "s", BETTER_LOWER }, 1e-9 },
	{ "user", { "user", "s", BETTER_LOWER }, 1e-6 },
	{ "system", { "system", "s", BETTER_LOWER }, 1e-6 },
	{ "min", { "min", "s", BETTER_LOWER }, 1e-9 },
	{ "max", { "max", "s", BETTER_LOWER }, 1e-9 },
};

static bool is_result(const struct json *result)
{
	double number;

	return json_member_text(result, "command") && json_member_number(result, "mean", &number) &&
	       json_member_number(result, "user", &number) &&
	       json_member_number(result, "system", &number);
}

static bool succeeded(const struct json *exit_code)
{
	double code;

	return json_number(exit_code, &code) && code == 0;
}

/* Older versions tell no exit codes: there an ignored failure cannot be seen. */
static size_t report_failures(const struct json *result, struct sink *sink)
{
	const struct json *codes = json_member(result, "exit_codes");
	const struct json *first = NULL;
	size_t count = 0;
	double code = NAN;

	for (const struct json *each = json_first(codes); each; each = json_next(each)) {
		if (succeeded(each))
			continue;
		if (count++ == 0)
			first = each;
	}
	if (count == 0)
		return 0;
	if (json_number(first, &code))
		sink_add_problem(sink, PROBLEM_FAILED, json_line(first),
			"%zu of %zu runs failed, the first with exit code %.0f: %.*s", count,
			json_count(codes), code, QUOTE, json_member_text(result, "command"));
	else
		sink_add_problem(sink, PROBLEM_KILLED, json_line(first),
			"%zu of %zu runs failed, the first ended by a signal: %.*s", count,
			json_count(codes), QUOTE, json_member_text(result, "command"));
	return count;
}

/* null is a value that hyperfine does not have, as the deviation of one run. */
static void add(const struct field *field, const struct json *value, struct sink *sink)
{
	struct reading reading = { .resolution = field->resolution };

	if (json_number(value, &reading.value))
		sink_add(sink, &(struct measurement){
				       .metric = &field->metric,
				       .reading = reading,
				       .line = json_line(value),
			       });
}

static void add_runs(const struct field *field, const struct json *result, struct sink *sink)
{
	const struct json *value = json_first(json_member(result, field->name));
	const struct json *code = json_first(json_member(result, "exit_codes"));

	for (; value; value = json_next(value), code = json_next(code))
		if (!code || succeeded(code))
			add(field, value, sink);
}

static void read_result(const struct json *result, struct sink *sink)
{
	sink_begin_result(sink);
	for (size_t i = 0; i < sizeof of_run / sizeof *of_run; i++)
		add_runs(&of_run[i], result, sink);
	if (report_failures(result, sink))
		return;
	for (size_t i = 0; i < sizeof of_all / sizeof *of_all; i++)
		add(&of_all[i], json_member(result, of_all[i].name), sink);
}

static bool hyperfine_json_document(void *state, const struct json *document, struct sink *sink)
{
	const struct json *result = json_first(json_member(document, "results"));

	(void)state;
	if (!is_result(result))
		return false;
	for (; result; result = json_next(result)) {
		if (is_result(result))
			read_result(result, sink);
		else
			sink_add_problem(sink, PROBLEM_UNREADABLE, json_line(result),
				"a result of hyperfine without its command or times");
	}
	return true;
}

const struct format hyperfine_json_format = {
	.name = "hyperfine-json",
	.summary = "what hyperfine --export-json writes",
	.document = hyperfine_json_document,
	.supersedes = "hyperfine",
};
