/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bandwidth - how fast the memory of a system was measured to be */
#include "stats/repeats/bandwidth.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/units.h"

/* "8.1 GB/s" */
static bool read_rate(const char *text, double *rate)
{
	struct slice at = slice_of(text);
	struct reading reading;
	const struct unit *unit;

	scan_blanks(&at);
	if (!scan_number(&at, &reading) || !scan_blanks(&at))
		return false;
	unit = unit_find(at.start);
	if (!unit || strcmp(unit->base, "B/s") != 0 || !(reading.value > 0))
		return false;
	*rate = reading.value * unit->factor;
	return true;
}

const char *bandwidths_add(struct bandwidths *bandwidths, const struct record *record)
{
	struct environment fact;
	size_t known = bandwidths->systems.count;
	size_t number;
	double rate;

	if (environment_read(&fact, record) || strcmp(fact.name, "memory bandwidth") != 0)
		return NULL;
	if (!read_rate(fact.value, &rate))
		return "a memory bandwidth that is no number and unit such as 8.1 GB/s";
	number = index_add(&bandwidths->systems, slice_of(fact.system ? fact.system : ""));
	if (number == known) {
		bandwidths->values = memory_reserve_one(bandwidths->values, known,
			&bandwidths->capacity, sizeof *bandwidths->values);
		bandwidths->values[number] = rate;
	}
	bandwidths->values[number] = fmax(bandwidths->values[number], rate);
	return NULL;
}

double bandwidth_of(const struct bandwidths *bandwidths, const char *system)
{
	size_t number;

	if ((system && index_find(&bandwidths->systems, slice_of(system), &number)) ||
		index_find(&bandwidths->systems, slice_of(""), &number))
		return bandwidths->values[number];
	return NAN;
}

void bandwidths_release(struct bandwidths *bandwidths)
{
	index_release(&bandwidths->systems);
	free(bandwidths->values);
	*bandwidths = (struct bandwidths){ 0 };
}
