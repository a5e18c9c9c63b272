/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns - the columns of a CSV file, by the kind of the records that it holds */
#include "render/csv/columns.h"

#include <string.h>

#define MEMBER(name)                             \
	{                                        \
#name, #name, ALL_ELEMENTS, NULL \
	}
#define ELEMENT(head, member, element)      \
	{                                   \
		head, member, element, NULL \
	}
#define WITHIN(object, name)                                    \
	{                                                       \
#object "_" #name, #name, ALL_ELEMENTS, #object \
	}

static const struct csv_column summary_columns[] = {
	MEMBER(system),
	MEMBER(test),
	MEMBER(part),
	MEMBER(metric),
	MEMBER(unit),
	MEMBER(better),
	MEMBER(n),
	MEMBER(failed),
	MEMBER(not_steady),
	MEMBER(mean),
	MEMBER(variance),
	MEMBER(sd),
	MEMBER(cv),
	ELEMENT("ci_low", "ci", 0),
	ELEMENT("ci_high", "ci", 1),
	MEMBER(median),
	MEMBER(mad),
	MEMBER(min),
	MEMBER(max),
	MEMBER(first),
	MEMBER(cached),
	MEMBER(bounds),
	MEMBER(bound),
	MEMBER(marks),
	MEMBER(verdict),
	MEMBER(reasons),
	MEMBER(values),
	MEMBER(resolution),
	MEMBER(tau),
	MEMBER(alpha),
	MEMBER(sources),
};

/* As ingest reads a table of samples. */
static const struct csv_column sample_columns[] = {
	MEMBER(system),
	MEMBER(test),
	MEMBER(run),
	MEMBER(part),
	MEMBER(metric),
	MEMBER(time),
	MEMBER(value),
	MEMBER(unit),
	MEMBER(better),
	MEMBER(resolution),
	MEMBER(bound),
	MEMBER(cached),
	MEMBER(set_aside),
	MEMBER(exceptional),
	MEMBER(source),
};

static const struct csv_column problem_columns[] = {
	MEMBER(system),
	MEMBER(test),
	MEMBER(run),
	MEMBER(part),
	MEMBER(status),
	MEMBER(message),
	MEMBER(source),
};

static const struct csv_column pair_columns[] = {
	MEMBER(test),
	MEMBER(part),
	MEMBER(metric),
	MEMBER(unit),
	MEMBER(better),
	MEMBER(a),
	MEMBER(relation),
	MEMBER(b),
	MEMBER(ratio),
	ELEMENT("ci_low", "ci", 0),
	ELEMENT("ci_high", "ci", 1),
	MEMBER(delta),
	MEMBER(alpha),
	MEMBER(evidence),
};

static const struct csv_column conclusion_columns[] = {
	MEMBER(title),
	MEMBER(chain),
	MEMBER(better),
	MEMBER(from),
	MEMBER(left_out),
	MEMBER(reasons),
};

static const struct csv_column environment_columns[] = {
	MEMBER(system),
	MEMBER(name),
	MEMBER(value),
};

#define SIDE(name)                                                                               \
	WITHIN(name, n), WITHIN(name, failed), WITHIN(name, mean), WITHIN(name, sd),             \
		WITHIN(name, median), WITHIN(name, min), WITHIN(name, max), WITHIN(name, bound), \
		WITHIN(name, marks), WITHIN(name, verdict)

static const struct csv_column difference_columns[] = {
	MEMBER(system),
	MEMBER(test),
	MEMBER(part),
	MEMBER(metric),
	MEMBER(unit),
	MEMBER(better),
	SIDE(before),
	SIDE(after),
	MEMBER(ratio),
	ELEMENT("ci_low", "ci", 0),
	ELEMENT("ci_high", "ci", 1),
	MEMBER(delta),
	MEMBER(alpha),
	MEMBER(verdict),
	MEMBER(evidence),
};

#define KIND(name, record, list)                                        \
	{                                                               \
#name, RECORD_##record, list, name##_columns,           \
			sizeof name##_columns / sizeof *name##_columns, \
	}

static const struct csv_kind kinds[] = {
	KIND(summary, SUMMARY, NULL),
	KIND(sample, SAMPLE, NULL),
	KIND(problem, PROBLEM, NULL),
	KIND(pair, RANKING, "pairs"),
	KIND(conclusion, CONCLUSION, NULL),
	KIND(environment, ENVIRONMENT, NULL),
	KIND(difference, DIFFERENCE, NULL),
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

const struct csv_kind *csv_kind_find(const char *name)
{
	for (size_t i = 0; i < KIND_COUNT; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

void csv_kind_add_names(struct text *out)
{
	for (size_t i = 0; i < KIND_COUNT; i++)
		text_add_format(out, "%s%s",
			!i                   ? ""
			: i + 1 < KIND_COUNT ? ", "
					     : " or ",
			kinds[i].name);
}
