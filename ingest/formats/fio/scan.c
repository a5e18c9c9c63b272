/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/scan - the figures in the lines of fio's report */
#include "ingest/formats/fio/scan.h"

#include <math.h>

#include "core/units.h"

/* How numbers are shortened: by which base, and whether digits behind the point are right. */
struct style {
	enum prefix_base base;
	bool has_true_decimals;
};

static struct style style_of(bool is_version_3)
{
	return (struct style){ DECIMAL_PREFIX, is_version_3 };
}

static const struct style old_style = { BINARY_PREFIX, false };

/* 45.1k, 7739, 1339.4K */
static bool scan_short_number(struct slice *at, struct style style, struct reading *reading)
{
	double factor;

	if (!scan_number(at, reading))
		return false;
	if (reading->resolution < 1 &&
		(!style.has_true_decimals || reading->value == floor(reading->value)))
		reading->resolution = 1;
	scan_prefix(at, style.base, &factor);
	*reading = reading_scaled(*reading, factor);
	return true;
}

/* 58.8MiB/s, 3012Mibit/s, 901KB; clients of 3.36 leave the unit out of rates. */
static bool scan_size(struct slice *at, struct style style, struct reading *reading)
{
	if (!scan_short_number(at, style, reading))
		return false;
	if (scan_text(at, "bit"))
		*reading = reading_scaled(*reading, 0.125);
	else
		scan_char(at, 'B');
	scan_text(at, "/s");
	return true;
}

struct reading fio_reading_divided(struct reading reading, double times)
{
	return (struct reading){ reading.value / times, reading.resolution / times };
}

bool fio_scan_time_unit(struct slice *at, double *per_second)
{
	double seconds;

	if (!(scan_char(at, '(') && scan_time_unit(at, &seconds) && scan_char(at, ')')))
		return false;
	*per_second = round(1 / seconds);
	return true;
}

static bool scan_milliseconds(struct slice *at, struct reading *runtime)
{
	if (!(scan_blanks(at) && scan_number(at, runtime) && scan_text(at, "msec")))
		return false;
	*runtime = fio_reading_divided(*runtime, 1e3);
	return true;
}

bool fio_readings_agree(struct reading a, struct reading b)
{
	return fabs(a.value - b.value) <= a.resolution + b.resolution;
}

static void add_bandwidth(struct fio_transfer *transfer, struct reading bandwidth)
{
	if (!fio_readings_agree(transfer->bandwidth, bandwidth))
		transfer->is_contradictory = true;
	transfer->bandwidth = reading_finer(transfer->bandwidth, bandwidth);
}

/* A run too short for fio's clock has only the printed figure. */
static void add_quotient(struct fio_transfer *transfer)
{
	if (transfer->runtime.value > 0)
		add_bandwidth(transfer, reading_ratio(transfer->bytes, transfer->runtime));
}

static bool scan_new_transfer(struct slice at, struct style style, struct fio_transfer *transfer)
{
	struct reading other;

	if (!(scan_text(&at, "IOPS=") && scan_short_number(&at, style, &transfer->iops) &&
		    scan_text(&at, ", BW=") && scan_size(&at, style, &transfer->bandwidth) &&
		    scan_text(&at, " (") && scan_size(&at, style, &other) && scan_text(&at, ")(") &&
		    scan_size(&at, style, &transfer->bytes) && scan_char(&at, '/') &&
		    scan_milliseconds(&at, &transfer->runtime) && scan_char(&at, ')')))
		return false;
	add_bandwidth(transfer, other);
	return true;
}

static bool scan_old_iops(struct slice *at, struct fio_transfer *transfer)
{
	const struct style style = { DECIMAL_PREFIX, false };

	return scan_text(at, "iops=") && scan_short_number(at, style, &transfer->iops) &&
	       scan_blanks(at) && scan_text(at, ", ");
}

static bool scan_old_transfer(struct slice at, struct fio_transfer *transfer)
{
	if (!(scan_text(&at, "io=") && scan_size(&at, old_style, &transfer->bytes) &&
		    scan_text(&at, ", bw=") && scan_size(&at, old_style, &transfer->bandwidth) &&
		    scan_text(&at, ", ")))
		return false;
	scan_old_iops(&at, transfer);
	return scan_text(&at, "runt=") && scan_milliseconds(&at, &transfer->runtime);
}

bool fio_scan_transfer(struct slice at, bool is_version_3, struct fio_transfer *transfer)
{
	*transfer = (struct fio_transfer){ .is_contradictory = false };
	if (!scan_new_transfer(at, style_of(is_version_3), transfer) &&
		!scan_old_transfer(at, transfer))
		return false;
	add_quotient(transfer);
	return true;
}

static bool scan_new_group(struct slice at, struct style style, struct fio_transfer *transfer)
{
	struct reading bandwidth, bytes, shortest;

	if (!(scan_text(&at, "bw=") && scan_size(&at, style, &transfer->bandwidth) &&
		    scan_text(&at, " (") && scan_size(&at, style, &bandwidth) &&
		    scan_until(&at, ", io=", NULL) && scan_text(&at, ", io=") &&
		    scan_size(&at, style, &transfer->bytes) && scan_text(&at, " (") &&
		    scan_size(&at, style, &bytes) && scan_text(&at, "), run=") &&
		    scan_number(&at, &shortest) && scan_char(&at, '-') &&
		    scan_milliseconds(&at, &transfer->runtime)))
		return false;
	transfer->bytes = reading_finer(transfer->bytes, bytes);
	add_bandwidth(transfer, bandwidth);
	return true;
}

static bool scan_old_group(struct slice at, struct fio_transfer *transfer)
{
	return scan_text(&at, "io=") && scan_size(&at, old_style, &transfer->bytes) &&
	       scan_text(&at, ", aggrb=") && scan_size(&at, old_style, &transfer->bandwidth) &&
	       scan_until(&at, ", maxt=", NULL) && scan_text(&at, ", maxt=") &&
	       scan_milliseconds(&at, &transfer->runtime);
}

bool fio_scan_group_transfer(struct slice at, bool is_version_3, struct fio_transfer *transfer)
{
	*transfer = (struct fio_transfer){ .is_contradictory = false };
	if (!scan_new_group(at, style_of(is_version_3), transfer) && !scan_old_group(at, transfer))
		return false;
	add_quotient(transfer);
	return true;
}

/* "min=88 ", shortened as fio does it. */
static bool scan_extreme(
	struct slice *at, const char *name, bool is_version_3, struct reading *reading)
{
	return scan_blanks(at) && scan_text(at, name) && scan_blanks(at) &&
	       scan_short_number(at, style_of(is_version_3), reading) && scan_blanks(at);
}

/* "avg=2789.10", printed in full. */
static bool scan_moment(struct slice *at, const char *name, struct reading *reading)
{
	return scan_blanks(at) && scan_text(at, name) && scan_blanks(at) &&
	       scan_number(at, reading) && scan_blanks(at);
}

static bool scan_statistics(struct slice at, bool is_version_3, struct fio_latency *latency)
{
	return scan_extreme(&at, "min=", is_version_3, &latency->minimum) && scan_char(&at, ',') &&
	       scan_extreme(&at, "max=", is_version_3, &latency->maximum) && scan_char(&at, ',') &&
	       scan_moment(&at, "avg=", &latency->mean) && scan_char(&at, ',') &&
	       scan_moment(&at, "stdev=", &latency->deviation) && scan_end(&at);
}

bool fio_scan_latency(struct slice at, bool is_version_3, struct fio_latency *latency)
{
	double per_second;

	if (!(fio_scan_time_unit(&at, &per_second) && scan_blanks(&at) && scan_char(&at, ':') &&
		    scan_statistics(at, is_version_3, latency)))
		return false;
	latency->minimum = fio_reading_divided(latency->minimum, per_second);
	latency->maximum = fio_reading_divided(latency->maximum, per_second);
	latency->mean = fio_reading_divided(latency->mean, per_second);
	latency->deviation = fio_reading_divided(latency->deviation, per_second);
	return true;
}

bool fio_scan_percentile(struct slice *at, double *percentile, struct reading *value)
{
	struct reading rank;

	if (!(scan_blanks(at) && scan_number(at, &rank) && scan_text(at, "th=[") &&
		    scan_blanks(at) && scan_number(at, value) && scan_char(at, ']')))
		return false;
	scan_char(at, ',');
	*percentile = rank.value;
	return rank.value <= 100;
}

bool fio_scan_counts(struct slice at, double counts[FIO_COUNTS])
{
	size_t count = 0;
	struct slice letter;
	uint64_t ios;

	for (size_t i = 0; i < FIO_COUNTS; i++)
		counts[i] = 0;
	if (!scan_until(&at, "total=", NULL) || !scan_text(&at, "total="))
		return false;
	do {
		if (scan_letters(&at, &letter))
			scan_char(&at, '=');
		if (!scan_integer(&at, &ios))
			break;
		counts[count++] = (double)ios;
	} while (count < FIO_COUNTS && (scan_char(&at, ',') || scan_char(&at, '/')));
	return count > 0;
}
