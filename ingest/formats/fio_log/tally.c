/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/tally - mean and variance of integers, exactly */
#include "ingest/formats/fio_log/tally.h"

#include <math.h>

void tally_add_all(struct tally *tally, const struct tally *other)
{
	tally->count += other->count;
	tally->sum += other->sum;
	tally->squares += other->squares;
}

double tally_mean(const struct tally *tally)
{
	wide_integer whole = tally->sum / tally->count;
	wide_integer rest = tally->sum % tally->count;

	return (double)whole + (double)rest / (double)tally->count;
}

/*
 * With the mean m = w + r/n, w whole: the squares about w are
 * S2 - 2wS + nww = S2 - w(S + r), a whole number, and those about m less by rr/n.
 */
double tally_deviation(const struct tally *tally)
{
	wide_integer whole = tally->sum / tally->count;
	wide_integer rest = tally->sum % tally->count;
	double about_whole = (double)(tally->squares - whole * (tally->sum + rest));
	double n = (double)tally->count;

	return sqrt((about_whole - (double)rest * ((double)rest / n)) / (n - 1));
}
