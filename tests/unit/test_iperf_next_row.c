/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_iperf_next_row - rows of iperf's intervals: the fast reader beside the slow one */
#include "ingest/formats/iperf/next_row.h"

#include <stdlib.h>

#include "core/memory.h"
#include "core/text.h"
#include "tests/unit/unit.h"

/* A row by the slow reader, whose line begins and ends without blanks. */
static bool read_slowly(const char *line, struct iperf_next_row *next)
{
	struct slice at = slice_of(line);

	while (at.end > at.start && (at.end[-1] == '\n' || at.end[-1] == '\r'))
		at.end--;
	at = slice_trim(at);
	if (!scan_iperf_label(&at, &next->label) || !scan_iperf_interval(&at, &next->row) ||
		!scan_iperf_transfer(&at, &next->row) || !iperf_row_agrees(&next->row))
		return false;
	next->rest = slice_trim(at);
	return true;
}

/* Behind a block there is more that can be read. */
static bool read_quickly(const char *line, struct iperf_next_row *next)
{
	static char padded[256 + LINES_PADDING];
	size_t length = strlen(line);
	struct block block = { { padded, padded + length }, 7 };

	assert_true(length + LINES_PADDING <= sizeof padded);
	memset(padded, 'x', sizeof padded);
	memcpy(padded, line, length);
	*next = (struct iperf_next_row){ 0 };
	return iperf_next_row(&block, next);
}

static bool same_reading(struct reading a, struct reading b)
{
	return a.value == b.value && a.resolution == b.resolution;
}

static void check_same(
	const struct iperf_next_row *quick, const struct iperf_next_row *slow, const char *row)
{
	assert_row(iperf_label_equals(&quick->label, &slow->label), row);
	assert_row(quick->row.start == slow->row.start && quick->row.end == slow->row.end, row);
	assert_row(same_reading(quick->row.seconds, slow->row.seconds), row);
	assert_row(same_reading(quick->row.bytes, slow->row.bytes), row);
	assert_row(same_reading(quick->row.rate, slow->row.rate), row);
	assert_row(isnan(quick->row.jitter.value) && isnan(quick->row.lost), row);
	assert_row(isnan(quick->row.datagrams) && isnan(quick->row.retransmits.value), row);
	assert_row(quick->row.streams == slow->row.streams && quick->row.line == 7, row);
	assert_row(slice_length(quick->rest) == slice_length(slow->rest), row);
	assert_row(memcmp(quick->rest.start, slow->rest.start, slice_length(slow->rest)) == 0, row);
}

static void test_reads_what_iperf_prints(void **state)
{
	static const char *const good[] = {
		"[  3]  1.0- 2.0 sec  11.9 MBytes  99.8 Mbits/sec\n",
		"[  3]  9.0-10.0 sec  1.25 MBytes  10.5 Mbits/sec\r\n",
		"[SUM] 1.0000-2.0000 sec  3.51 GBytes  30.1 Gbits/sec\n",
		"[ 12] 1.0000-2.0000 sec   976 KBytes   976 KBytes/sec\n",
		"[  1] 1.0000-2.0000 sec  0.00 Bytes  0.00 bits/sec\n",
		"[  1] 1.0000-2.0000 sec  1.84 GBytes  15.8 Gbits/sec  246701/0          0      767K/50(21) us  39472160\n",
		"[  5]   1.00-2.00   sec  1.95 GBytes  16.7 Gbits/sec    1    895 KBytes       \n",
		"[  3]  1.0- 2.0 sec  1.25 MBytes  10.5 Mbits/sec   0.012 ms    0/  893 (0%)\n",
		"[123] 99999.0-100000.0 sec  1.25 MBytes  10.5 Mbits/sec\n",
	};
	struct iperf_next_row quick;
	struct iperf_next_row slow;

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_row(read_quickly(good[i], &quick), good[i]);
		assert_row(quick.end[-1] == '\n' && *quick.end == 'x', good[i]);
		assert_row(read_slowly(good[i], &slow), good[i]);
		check_same(&quick, &slow, good[i]);
	}
}

static void test_leaves_the_rest_alone(void **state)
{
	static const char *const bad[] = {
		"\n",
		"[ ID] Interval       Transfer     Bandwidth\n",
		"[ *1] 1.0000-2.0000 sec  1.25 MBytes  10.5 Mbits/sec\n",
		"[FD3] 1.0000-2.0000 sec  1.25 MBytes  10.5 Mbits/sec\n",
		"[  5][TX-C]   1.00-2.00   sec  1.95 GBytes  16.7 Gbits/sec\n",
		"[  3]  2.0- 1.0 sec  1.25 MBytes  10.5 Mbits/sec\n",
		"[  3]  1.0- 2.0 sec  1.25 MBytes  10.5 Kbits/sec\n", /* contradicts itself */
		"[  3]  1.0- 2.0 sec  1.25 MBytes\n",
		"[  3]  1.0- 2.0 sec  3 datagrams received out-of-order\n",
		"[  3]  1.0- 2.0 sec  1.25 MBytes  10.5 Mbits/sec\x1B[0m\n",
		"[  3]  1.0- 2.0 sec  1.25 MBytes  10.5 Mbits/sec\r\r\n",
		"[  3]  1.0- 2.0 sec  1.25 MBytes  10.5 Mbits/sec \r[  3]\n",
		"[  3]  1.- 2.0 sec  1.25 MBytes  10.5 Mbits/sec\n",
		"[  3]  1.0- 2.0 sec  1.25e0 MBytes  10.5 Mbits/sec\n",
		"[  3]  1.0- 2.0 sec  1250000000000000000 KBytes  1e19 Mbits/sec\n",
	};
	struct iperf_next_row quick;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_row(!read_quickly(bad[i], &quick), bad[i]);
}

/* A row as iperf prints it, or nearly: many with a byte changed. Most go on where the one before ended. */
static void add_row(struct text *out, double *time, uint64_t *random)
{
	static const char bytes[] = "0123456789..  -KMG[]e/\r\t";
	static const char *const rests[] = { "", "", "   12             sender",
		"   0.012 ms    0/  893 (0%)", "  488/0     2    767K/50(17) us" };
	double size = (double)(1 + random_below(random, 1023000)) / 1000;
	char prefix = "KMG"[random_below(random, 3)];
	size_t start = out->length;

	*time = random_below(random, 4) ? *time + 1 : (double)random_below(random, 20000) / 10;
	text_add_format(out, "[%3zu] %.1f-%.1f sec  %.3g %cBytes  %.4g %cbits/sec%s",
		random_below(random, 3), *time, *time + 1, size, prefix,
		size * 8 *
			(prefix == 'K'          ? 1.024
				: prefix == 'M' ? 1.048576
						: 1.073741824),
		prefix, rests[random_below(random, COUNT(rests))]);
	if (random_below(random, 4) == 0)
		out->data[start + random_below(random, out->length - start)] =
			bytes[random_below(random, sizeof bytes - 1)];
	text_add(out, random_below(random, 8) ? "\n" : "\r\n");
}

static void test_fast_reader_reads_as_the_slow_one(void **state)
{
	uint64_t random = 1;
	size_t taken = 0;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct text text = TEXT_INIT;
		struct iperf_next_row quick = { 0 };
		struct block block = { .number = 7 };
		double time = 0;

		for (size_t left = 1 + random_below(&random, 4); left > 0; left--)
			add_row(&text, &time, &random);
		text_reserve(&text, SAME_PADDING);
		block.text = text_slice(&text);
		while (iperf_next_row(&block, &quick)) {
			struct iperf_next_row slow = { 0 };
			char *line = memory_copy_bytes(
				block.text.start, (size_t)(quick.end - block.text.start));

			taken++;
			assert_row(strchr(line, '\n') == line + strlen(line) - 1, text.data);
			assert_row(read_slowly(line, &slow), text.data);
			check_same(&quick, &slow, text.data);
			free(line);
			block.text.start = quick.end;
		}
		text_release(&text);
	}
	assert_true(taken > 20000 && taken < 40000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_what_iperf_prints),
		cmocka_unit_test(test_leaves_the_rest_alone),
		cmocka_unit_test(test_fast_reader_reads_as_the_slow_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
