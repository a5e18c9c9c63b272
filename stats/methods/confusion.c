/* SPDX-License-Identifier: GPL-3.0-or-later */
/* confusion - whether two tools' rates differ as units do */
#include "stats/methods/confusion.h"

#include <math.h>

static const double alike = 1.06; /* ratios of a confusion are, of tools seldom */
static const double binary_near = 0.0025;

bool confusion_explains(enum confusion confusion, double ratio)
{
	static const double mebi = 1024.0 * 1024 / 1e6;
	static const double gibi = 1024.0 * 1024 * 1024 / 1e9;

	switch (confusion) {
	case CONFUSION_BITS:
		return ratio >= 7.4 && ratio <= 8.8;
	case CONFUSION_THOUSAND:
		return ratio >= 900 && ratio <= 1150;
	case CONFUSION_BINARY:
		return fabs(ratio / mebi - 1) <= binary_near ||
		       fabs(ratio / gibi - 1) <= binary_near;
	case CONFUSION_NONE:
		break;
	}
	return false;
}

/* How many ratios the confusion explains; *spread is the largest of them over the smallest. */
static size_t count_explained(
	enum confusion confusion, const double *ratios, size_t k, double *spread)
{
	double least = INFINITY;
	double most = 0;
	size_t count = 0;

	for (size_t i = 0; i < k; i++) {
		if (!confusion_explains(confusion, ratios[i]))
			continue;
		least = fmin(least, ratios[i]);
		most = fmax(most, ratios[i]);
		count++;
	}
	*spread = count ? most / least : 1;
	return count;
}

enum confusion find_confusion(const double *ratios, size_t k, size_t *agreeing)
{
	static const enum confusion large[] = { CONFUSION_BITS, CONFUSION_THOUSAND };
	double spread;

	for (size_t i = 0; i < sizeof large / sizeof *large; i++) {
		*agreeing = count_explained(large[i], ratios, k, &spread);
		if (*agreeing >= 2 && 2 * *agreeing > k && spread <= alike)
			return large[i];
	}
	*agreeing = count_explained(CONFUSION_BINARY, ratios, k, &spread);
	return *agreeing == k && k >= 3 && spread <= 1 + 2 * binary_near ? CONFUSION_BINARY
									 : CONFUSION_NONE;
}
