/* SPDX-License-Identifier: GPL-3.0-or-later */
/* policy - the margins that verdicts and rankings are held to */
#include "stats/methods/policy.h"

#include <math.h>
#include <string.h>

static const struct {
	double tau;
	double delta;
} of_category[CATEGORY_COUNT] = {
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

enum category policy_category(const struct experiment *experiment, const char *test_name,
	const char *metric, const char *unit)
{
	const struct experiment_test *test = experiment_test(experiment, test_name);

	return test && test->category != CATEGORY_UNKNOWN ? test->category
							  : guess_category(metric, unit);
}

/* Each source says more than the one before it, where it says anything. */
static void replace(double *margin, double own)
{
	if (!isnan(own))
		*margin = own;
}

struct margins policy_margins(
	const struct policy *policy, const char *test_name, const char *metric, const char *unit)
{
	const struct experiment *experiment = policy->experiment;
	const struct experiment_test *test = experiment_test(experiment, test_name);
	enum category category = policy_category(experiment, test_name, metric, unit);
	struct margins margins = {
		of_category[category].tau,
		of_category[category].delta,
		POLICY_ALPHA,
	};

	for (size_t i = 0; i < experiment->margins_count; i++) {
		if (experiment->margins[i].category != category)
			continue;
		replace(&margins.tau, experiment->margins[i].tau);
		replace(&margins.delta, experiment->margins[i].delta);
	}
	if (test) {
		replace(&margins.tau, test->tau);
		replace(&margins.delta, test->delta);
	}
	replace(&margins.alpha, experiment->alpha);
	replace(&margins.tau, policy->wanted.tau);
	replace(&margins.delta, policy->wanted.delta);
	replace(&margins.alpha, policy->wanted.alpha);
	return margins;
}
