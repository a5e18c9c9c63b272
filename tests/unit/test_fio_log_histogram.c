/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_fio_log_histogram - percentiles beside those of sorted values; exact sums beside long ones */
#include <stdlib.h>

#include "ingest/formats/fio_hist/bins.h"
#include "ingest/formats/fio_log/histogram.h"
#include "ingest/formats/fio_log/tally.h"
#include "tests/unit/unit.h"

enum { SAMPLE = 20000 };

static const double error_bound = 1.0 / 1024; /* 0.098 % */

static int compare_values(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a;
	uint64_t y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Of every size: 1 to 46 bits. */
static uint64_t any_value(uint64_t *random)
{
	return random_bits(random) >> (18 + random_below(random, 46));
}

static void test_each_value_is_in_its_bucket(void **state)
{
	uint64_t random = 2;

	(void)state;
	for (int i = 0; i < SAMPLE; i++) {
		static struct histogram histogram;
		uint64_t value = i < 5000 ? (uint64_t)i : any_value(&random);
		struct bucket_range range;

		histogram_add(&histogram, value);
		range = histogram_find(&histogram, 1);
		histogram.counts[histogram_bucket(value)] = 0;
		assert_true(range.low <= value && value <= range.high);
		assert_true(value >= 1024 || range.low == range.high);
		assert_true(
			(double)(range.high - range.low) / 2 <= error_bound * (double)range.low);
	}
}

static void test_buckets_leave_no_gap(void **state)
{
	static struct histogram histogram;
	uint64_t next = 0;

	(void)state;
	for (size_t i = 0; i < HISTOGRAM_BUCKETS; i++) {
		struct bucket_range range;

		histogram.counts[i] = 1;
		range = histogram_find(&histogram, 1);
		histogram.counts[i] = 0;
		assert_true(range.low == next && range.high >= range.low);
		next = range.high + 1;
	}
	assert_true(next == UINT64_C(1) << HISTOGRAM_VALUE_BITS);
	assert_true(next > UINT64_C(99999999999999));
	assert_int_equal(histogram_bucket(next - 1), HISTOGRAM_BUCKETS - 1);
}

static void test_percentiles_beside_sorted_values(void **state)
{
	static const unsigned percentiles[] = { 1, 100, 500, 1000, 5000, 9000, 9500, 9900, 9990,
		9999, 10000 };
	static uint64_t values[SAMPLE];
	uint64_t random = 3;

	(void)state;
	for (size_t n = 1; n <= SAMPLE; n = n * 3 + 1) {
		struct histogram *histogram = calloc(1, sizeof *histogram);

		for (size_t i = 0; i < n; i++) {
			values[i] = any_value(&random);
			histogram_add(histogram, values[i]);
		}
		qsort(values, n, sizeof *values, compare_values);
		for (size_t i = 0; i < COUNT(percentiles); i++) {
			double wanted = (double)
				values[(size_t)ceil((double)percentiles[i] * (double)n / 10000) -
					1];
			struct bucket_range range = histogram_find(
				histogram, percentile_rank(percentiles[i], n));
			double got = ((double)range.low + (double)range.high) / 2;

			assert_close(got, wanted, error_bound, "percentile");
		}
		free(histogram);
	}
}

static void test_ranks(void **state)
{
	(void)state;
	assert_int_equal(percentile_rank(9990, 1000), 999);
	assert_int_equal(percentile_rank(9990, 1001), 1000);
	assert_int_equal(percentile_rank(5000, 1), 1);
	assert_int_equal(percentile_rank(5000, 2), 1);
	assert_int_equal(percentile_rank(5000, 3), 2);
	assert_int_equal(percentile_rank(10000, 7), 7);
	assert_true(percentile_rank(9999, UINT64_MAX) < UINT64_MAX);
	assert_true(percentile_rank(9999, UINT64_MAX) > UINT64_MAX / 10000 * 9998);
}

/* Values that differ in the ones, around 10^13: a difference of sums of doubles has no digit left. */
static void test_moments_are_exact(void **state)
{
	struct tally tally = { 0 };
	struct tally half = { 0 };

	(void)state;
	for (uint64_t i = 0; i < 1000; i++)
		tally_add(i < 500 ? &tally : &half, UINT64_C(10000000000000) + i);
	tally_add_all(&tally, &half);
	assert_true(tally.count == 1000);
	assert_true(tally_mean(&tally) == 10000000000499.5);
	/* of 0 to 999: (n^2 + n) / 12 */
	assert_close(tally_deviation(&tally), sqrt(1001000.0 / 12), 1e-15, "deviation");
}

static void test_moments_of_few_values(void **state)
{
	struct tally tally = { 0 };

	(void)state;
	tally_add(&tally, 7);
	assert_true(tally_mean(&tally) == 7);
	tally_add(&tally, 8);
	assert_true(tally_mean(&tally) == 7.5);
	assert_close(tally_deviation(&tally), sqrt(0.5), 1e-15, "7 and 8");
	for (int i = 0; i < 100000; i++)
		tally_add(&tally, UINT64_C(99999999999999));
	tally = (struct tally){ 0 };
	for (int i = 0; i < 100000; i++)
		tally_add(&tally, UINT64_C(99999999999999));
	assert_true(tally_mean(&tally) == 99999999999999.0);
	assert_true(tally_deviation(&tally) == 0);
}

/* The figures of fio's stat.h: groups of 64 bins, by the most significant bit. */
static void test_bins_of_fio(void **state)
{
	struct hist_bins bins;

	(void)state;
	assert_true(hist_bins_find(&bins, 1856));
	assert_true(bins.per_second == 1e9 && bins.coarseness == 0);
	for (size_t i = 0; i < 128; i++)
		assert_true(hist_bin_start(&bins, i) == i && hist_bin_width(&bins, i) == 1 &&
			    hist_bin_middle(&bins, i) == i);
	assert_true(hist_bin_start(&bins, 128) == 128 && hist_bin_width(&bins, 128) == 2);
	assert_true(hist_bin_start(&bins, 192) == 256 && hist_bin_width(&bins, 192) == 4);
	assert_true(hist_bin_start(&bins, 256) == 512 && hist_bin_middle(&bins, 256) == 516);
	assert_true(hist_bin_start(&bins, 28 * 64) == UINT64_C(8589934592));
	assert_true(hist_bin_start(&bins, 29 * 64) == UINT64_C(17179869184));
	assert_true(hist_bins_find(&bins, 1216) && bins.per_second == 1e6);
	assert_true(hist_bins_find(&bins, 19) && bins.per_second == 1e6 && bins.coarseness == 6);
	assert_true(hist_bins_find(&bins, 29) && bins.per_second == 1e9 && bins.coarseness == 6);
	assert_true(hist_bin_start(&bins, 0) == 0 && hist_bin_width(&bins, 0) == 64);
	assert_true(hist_bin_start(&bins, 10) == 32768 && hist_bin_width(&bins, 10) == 32768);
	assert_false(hist_bins_find(&bins, 0) || hist_bins_find(&bins, 1855) ||
		     hist_bins_find(&bins, 20));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_value_is_in_its_bucket),
		cmocka_unit_test(test_buckets_leave_no_gap),
		cmocka_unit_test(test_percentiles_beside_sorted_values),
		cmocka_unit_test(test_ranks),
		cmocka_unit_test(test_moments_are_exact),
		cmocka_unit_test(test_moments_of_few_values),
		cmocka_unit_test(test_bins_of_fio),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
