/* SPDX-License-Identifier: GPL-3.0-or-later */
/* policy - the margins that verdicts and rankings are held to */
#include "stats/methods/policy.h"

#include <math.h>
#include <string.h>

static const struct margins of_category[CATEGORY_COUNT] = {
	[CATEGORY_UNKNOWN] = { .tau = 0.10, .delta = 0.10 },
	[CATEGORY_TIME] = { .tau = 0.05, .delta = 0.03 },
	[CATEGORY_MEMORY] = { .tau = 0.05, .delta = 0.03 },
	[CATEGORY_STORAGE] = { .tau = 0.05, .delta = 0.03 },
	[CATEGORY_CPU] = { .tau = 0.05, .delta = 0.03 },
	[CATEGORY_DISK] = { .tau = 0.10, .delta = 0.05 },
	[CATEGORY_NETWORK] = { .tau = 0.10, .delta = 0.10 },
};

/* fio's metrics are per direction: "read.bw", "write.clat.p99". */
static bool is_disk_metric(const char *metric)
{
	return metric && (strncmp(metric, "read.", 5) == 0 || strncmp(metric, "write.", 6) == 0 ||
				 strncmp(metric, "trim.", 5) == 0);
}

static enum category guess_category(const char *metric, const char *unit)
{
	if (is_disk_metric(metric))
		return CATEGORY_DISK;
	if (unit && strcmp(unit, "s") == 0)
		return CATEGORY_TIME;
	if (unit && strcmp(unit, "B") == 0)
		return CATEGORY_MEMORY;
	return CATEGORY_UNKNOWN;
}

struct margins policy_margins(const struct experiment *experiment, const char *test_name,
	const char *metric, const char *unit)
{
	const struct experiment_test *test = experiment_test(experiment, test_name);
	enum category category = test ? test->category : CATEGORY_UNKNOWN;
	struct margins margins;

	if (category == CATEGORY_UNKNOWN)
		category = guess_category(metric, unit);
	margins = of_category[category];
	if (test && !isnan(test->tau))
		margins.tau = test->tau;
	if (test && !isnan(test->delta))
		margins.delta = test->delta;
	return margins;
}
