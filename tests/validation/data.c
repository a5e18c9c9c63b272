/* SPDX-License-Identifier: GPL-3.0-or-later */
/* data - repeats on up to five systems, made up so that the truth is known */
#include "tests/validation/data.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static double draw(
	const struct scenario *scenario, size_t system, size_t run, size_t n, struct random *random)
{
	bool first = system == 0;
	double cv = first && scenario->cv_of_first > 0 ? scenario->cv_of_first : scenario->cv;
	double value = scenario->noise->factor(random, cv);

	if (first)
		value *= 1 + scenario->ratio_less_1;
	value *= 1 + scenario->drift * (double)run / (double)(n - 1);
	if (run == 0)
		value *= 1 + scenario->first_run;
	if (scenario->slow_share > 0 && random_uniform(random) < scenario->slow_share)
		value *= 1 + scenario->slow_mode;
	return value;
}

/* Read from no clock: one that hides their spread would leave nothing to say of the class. */
static void draw_others(struct data *data, const struct scenario *scenario, struct random *random)
{
	double cv = scenario->others_cv > 0 ? scenario->others_cv : scenario->cv;

	data->other_count = scenario->others;
	data->other_n = scenario->n;
	for (size_t i = 0; i < data->other_count; i++)
		for (size_t run = 0; run < data->other_n; run++)
			data->others[i][run] = 100 * scenario->noise->factor(random, cv);
}

void data_draw(struct data *data, const struct scenario *scenario, struct random *random)
{
	static const char *const names[MOST_SYSTEMS] = { "Host", "Docker", "Gvisor", "Kata",
		"Podman" };
	double step = 100 * scenario->noise->clock;
	/* Where between two ticks the level is differs from test to test. */
	double level = 100 + (step > 0 ? step * random_uniform(random) : 0);

	data->k = scenario->k;
	data->resolution = step;
	for (size_t i = 0; i < data->k; i++) {
		bool other = i == 0 && scenario->n_of_first > 0;

		data->names[i] = names[i];
		data->n[i] = other ? scenario->n_of_first : scenario->n;
		for (size_t run = 0; run < data->n[i]; run++) {
			double value = level * draw(scenario, i, run, data->n[i], random);

			data->values[i][run] = step > 0 ? step * round(value / step) : value;
		}
	}
	draw_others(data, scenario, random);
}

void data_scale(struct data *data, double factor)
{
	for (size_t i = 0; i < data->k; i++)
		for (size_t run = 0; run < data->n[i]; run++)
			data->values[i][run] *= factor;
	data->resolution *= factor;
}

void data_invert(struct data *data)
{
	for (size_t i = 0; i < data->k; i++)
		for (size_t run = 0; run < data->n[i]; run++)
			data->values[i][run] = 1 / data->values[i][run];
}

void data_reverse_names(struct data *data)
{
	for (size_t i = 0; i < data->k / 2; i++) {
		const char *name = data->names[i];

		data->names[i] = data->names[data->k - 1 - i];
		data->names[data->k - 1 - i] = name;
	}
}

void data_reverse_order(struct data *data)
{
	struct data old = *data;

	for (size_t i = 0; i < data->k; i++) {
		size_t from = data->k - 1 - i;

		data->n[i] = old.n[from];
		data->names[i] = old.names[from];
		memcpy(data->values[i], old.values[from], sizeof data->values[i]);
	}
}
