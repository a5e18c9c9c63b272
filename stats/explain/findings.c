/* SPDX-License-Identifier: GPL-3.0-or-later */
/* findings - the steps about order, shape and spread of the values */
#include "stats/explain/findings.h"

#include <math.h>

#include "stats/methods/distribution.h"
#include "stats/repeats/reasons.h"

/* "p = 0.0031" */
static void add_p(struct text *line, double p)
{
	text_add_format(line, p < 1e-4 ? "p = %.1e" : "p = %.2g", p);
}

/* "+12 % from the first run to the last (+0.1133 in ln x), t = 2.3, p = 0.08." */
static void add_effect(struct text *line, const struct finding *finding, const char *what)
{
	text_add_effect(line, finding->effect);
	text_add_format(line, " %s (%+.4f in ln x), %s = %.3g, ", what, finding->effect,
		isnan(finding->df) ? "z" : "t", finding->statistic);
	add_p(line, finding->p);
	text_add_char(line, '.');
}

/* "Found if it is more than 0.1 and p < 0.01: no." */
static void go_on_with_limits(
	struct steps *steps, struct text *line, const struct finding *finding, const char *further)
{
	text_add_format(line, "Found if it is more than %.4g and p < %.2g%s: %s.", finding->least,
		finding->p_limit, further, finding->found ? "yes" : "no");
	steps_go_on(steps, line);
}

/* False, with a step that says so, when there are too few values. */
static bool can_be_found(
	struct steps *steps, const struct finding *finding, const char *name, size_t n)
{
	struct text line = TEXT_INIT;

	if (n >= finding->needs)
		return true;
	text_add_format(&line, "%s: not looked for, that needs %zu runs.", name, finding->needs);
	steps_begin(steps, &line);
	return false;
}

static void tell_trend(struct steps *steps, const struct judgement *judgement)
{
	const struct finding *trend = &judgement->trend;
	struct text line = TEXT_INIT;
	struct text further = TEXT_INIT;

	if (!can_be_found(steps, trend, "Trend", judgement->n))
		return;
	text_add(&line, "Trend: ");
	add_effect(&line, trend, "from the first run to the last");
	steps_begin(steps, &line);
	if (!isnan(trend->kendall_p)) {
		text_add(&further, " and Mann-Kendall's ");
		add_p(&further, trend->kendall_p);
		text_add(&further, " < 0.01, too");
	}
	go_on_with_limits(steps, &line, trend, further.data);
	text_release(&further);
}

static void tell_step(struct steps *steps, const struct judgement *judgement)
{
	const struct finding *step = &judgement->step;
	struct text line = TEXT_INIT;
	struct text what = TEXT_INIT;

	if (!can_be_found(steps, step, "Step", judgement->n))
		return;
	text_add(&line, "Step: the largest is ");
	text_add_format(&what, "from value %zu on", step->at + 1);
	add_effect(&line, step, what.data);
	steps_begin(steps, &line);
	go_on_with_limits(steps, &line, step, "");
	text_release(&what);
}

static void tell_modes(struct steps *steps, const struct judgement *judgement)
{
	const struct finding *modes = &judgement->modes;
	struct text line = TEXT_INIT;

	if (!can_be_found(steps, modes, "Two modes", judgement->n))
		return;
	text_add(&line, "Two modes: the largest gap between groups of two or more is ");
	add_effect(&line, modes, "wide");
	steps_begin(steps, &line);
	go_on_with_limits(steps, &line, modes, " and t > 4, the gap over the spread within");
}

static void tell_outlier(struct steps *steps, const struct judgement *judgement)
{
	const struct finding *outlier = &judgement->outlier;
	struct text line = TEXT_INIT;

	if (!can_be_found(steps, outlier, "Outlier", judgement->n))
		return;
	text_add_format(
		&line, "Outlier: value %zu of %zu differs by ", outlier->at + 1, judgement->n);
	add_effect(&line, outlier, "from the others");
	steps_begin(steps, &line);
	go_on_with_limits(steps, &line, outlier, "");
}

/* Values that are all equal have no order to depend on. */
static void tell_dependence(struct steps *steps, const struct judgement *judgement)
{
	const struct finding *dependence = &judgement->dependence;
	struct text line = TEXT_INIT;

	if (!can_be_found(steps, dependence, "Dependence", judgement->n))
		return;
	if (isnan(dependence->p)) {
		text_add(&line, "Dependence: none, all values are equal.");
		steps_begin(steps, &line);
		return;
	}
	text_add_format(&line,
		"Dependence on the run before: lag-1 r = %+.3f; von Neumann's ratio, z = %.3g, ",
		dependence->effect, dependence->statistic);
	add_p(&line, dependence->p);
	text_add_char(&line, '.');
	steps_begin(steps, &line);
	text_add_format(&line, "Found if p < %.2g: %s.", dependence->p_limit,
		dependence->found ? "yes" : "no");
	steps_go_on(steps, &line);
}

void tell_findings(struct steps *steps, const struct judgement *judgement)
{
	struct text line = TEXT_INIT;

	if (judgement->n < 2 || judgement->not_positive)
		return;
	if (judgement->is_within_tick) {
		text_add(&line,
			"Order and shape: not looked at, for all values are within one step of the last digit.");
		steps_begin(steps, &line);
		return;
	}
	tell_trend(steps, judgement);
	tell_step(steps, judgement);
	tell_modes(steps, judgement);
	tell_outlier(steps, judgement);
	tell_dependence(steps, judgement);
}

/* "L = s sqrt(4 / chi2(0.95, 4)) = 17 %" */
static void go_on_with_bound(struct steps *steps, const struct judgement *judgement, char name,
	double chance, double bound)
{
	struct text line = TEXT_INIT;
	double df = (double)judgement->n - 1;

	text_add_format(&line, "%c = %s sqrt(%g / chi2(%g, %g) = %.4g) = ", name,
		name == 'U' ? "max(s, q)" : "s", df, chance, df, chi_square_quantile(chance, df));
	text_add_percent(&line, bound);
	text_add_format(&line,
		name == 'U' ? "; Stable needs three runs and U <= tau = %g %%: %s."
			    : "; Unstable if L > tau = %g %%: %s.",
		100 * judgement->margins.tau,
		(name == 'U' ? judgement->n >= 3 && bound <= judgement->margins.tau
			     : bound > judgement->margins.tau)
			? "yes"
			: "no");
	steps_go_on(steps, &line);
}

void tell_dispersion(struct steps *steps, const struct judgement *judgement, double resolution)
{
	const struct dispersion *dispersion = &judgement->dispersion;
	double alpha = judgement->margins.alpha;
	struct text line = TEXT_INIT;

	if (judgement->n < 2 || judgement->not_positive) {
		text_add(&line,
			judgement->n < 2
				? "Spread: one run has none."
				: "Spread: there is no ratio to a value that is not above 0.");
		steps_begin(steps, &line);
		return;
	}
	text_add_format(&line, "Spread: s = sd of ln x = %.4g, q = ", dispersion->spread);
	if (resolution > 0)
		text_add_format(&line, "%.4g is what rounding alone makes.", dispersion->floor);
	else
		text_add(&line, "0: how the log rounds is not known.");
	steps_begin(steps, &line);
	go_on_with_bound(steps, judgement, 'L', 1 - alpha, dispersion->at_least);
	go_on_with_bound(steps, judgement, 'U', alpha, dispersion->at_most);
	if (judgement->is_within_tick && dispersion->at_least > judgement->margins.tau) {
		text_add(&line,
			"Not Unstable all the same: all values are within one step of the last digit.");
		steps_go_on(steps, &line);
	}
}
