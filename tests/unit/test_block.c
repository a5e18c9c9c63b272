/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_block - logs of many rows: many at once give what one by one does */
#include <stdlib.h>

#include "core/lines.h"
#include "core/memory.h"
#include "core/text.h"
#include "ingest/log/account.h"
#include "ingest/log/collector.h"
#include "ingest/log/format.h"
#include "ingest/log/prefix.h"
#include "ingest/log/reader.h"
#include "ingest/log/tally.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

enum { LINE_LIMIT = 1024 * 1024 };

static const struct labels labels = { .system = "Host", .test = "t", .run = 1, .part = NAN };

/* The log through the format's line() alone. Only colours and documents are not seen to, as the reader does. */
static void read_slowly(const struct reader *reader, const char *path, struct text *out)
{
	const struct format *format = reader->only;
	struct sink *sink = collector_begin(NULL, path, &labels, reader->experiment);
	struct input *input = input_open(path);
	void *state = memory_allocate(1, format->state_size);
	struct lines lines;
	struct line line;

	collector_set_format(sink, format);
	lines_init(&lines, input, LINE_LIMIT);
	while (lines_next(&lines, &line)) {
		line.text = without_prefix(line.text);
		tally_line(sink, &line, format->line(state, &line, sink));
	}
	format->end(state, sink);
	account_check(sink, false);
	account_write(sink, out, reader);
	lines_release(&lines);
	input_close(input);
	collector_free(sink);
	free(state);
}

static void check_both_ways(const char *name, const struct text *log)
{
	struct experiment experiment = { .tree = NULL };
	struct reader reader = { .experiment = &experiment, .only = format_find(name) };
	struct text quick = TEXT_INIT;
	struct text slow = TEXT_INIT;
	char path[PATH_SIZE];

	make_file(path, log->data, log->length);
	reader_read(&reader, path, &labels, &quick);
	read_slowly(&reader, path, &slow);
	assert_text(quick.data, slow.data, name);
	unlink(path);
	reader_release(&reader);
	text_release(&quick);
	text_release(&slow);
}

/* How a log differs from the next. */
struct shape {
	size_t streams;
	size_t intervals;
	bool has_sum;
	const char *rest;
	const char *end; /* of a line */
};

static void add_row(struct text *out, const struct shape *shape, const char *label, double start,
	double end, double size)
{
	text_add_format(out, "[%s] %.1f-%.1f sec  %.3g MBytes  %.3g Mbits/sec%s%s", label, start,
		end, size, size * 8 * 1.048576 / (end - start), shape->rest, shape->end);
}

static void add_rows(
	struct text *out, const struct shape *shape, double start, double end, uint64_t *random)
{
	double sum = 0;
	char label[8];

	for (size_t i = 0; i < shape->streams; i++) {
		double size = (end - start) * (1 + (double)random_below(random, 1000) / 500);

		snprintf(label, sizeof label, "%3zu", 3 + i);
		add_row(out, shape, label, start, end, size);
		sum += size;
	}
	if (shape->has_sum)
		add_row(out, shape, "SUM", start, end, sum);
}

static void add_iperf(struct text *out, const struct shape *shape, uint64_t *random)
{
	text_add_format(out, "Client connecting to 10.0.0.2, TCP port 5001%s", shape->end);
	for (size_t i = 0; i < shape->streams; i++)
		text_add_format(out,
			"[%3zu] local 10.0.0.3 port 40712 connected with 10.0.0.2 port 5001%s",
			3 + i, shape->end);
	for (size_t i = 0; i < shape->intervals; i++)
		add_rows(out, shape, (double)i, (double)i + 1, random);
	add_rows(out, shape, 0, (double)shape->intervals, random);
}

static void add_iperf3(struct text *out, const struct shape *shape, uint64_t *random)
{
	struct shape totals = *shape;

	text_add_format(out, "Connecting to host 10.0.0.2, port 5201%s", shape->end);
	for (size_t i = 0; i < shape->streams; i++)
		text_add_format(out,
			"[%3zu] local 10.0.0.3 port 40712 connected to 10.0.0.2 port 5201%s", 3 + i,
			shape->end);
	for (size_t i = 0; i < shape->intervals; i++)
		add_rows(out, shape, (double)i, (double)i + 1, random);
	text_add_format(out, "- - - - - - - - - - - - - - - - - - - - - - - - -%s", shape->end);
	totals.rest = "                  receiver";
	add_rows(out, &totals, 0, (double)shape->intervals, random);
	text_add_format(out, "%siperf Done.%s", shape->end, shape->end);
}

static struct shape random_shape(uint64_t *random)
{
	static const char *const rests[] = { "", "", "   0.012 ms    1/  893 (0.1%)",
		"  488/0     2    767K/50(17) us", "    3    895 KBytes       ", " (omitted)" };
	size_t streams = 1 + random_below(random, 4);

	return (struct shape){
		.streams = streams,
		.intervals = 1 + random_below(random, 60),
		.has_sum = streams > 1 && random_below(random, 4),
		.rest = rests[random_below(random, COUNT(rests))],
		.end = random_below(random, 4) ? "\n" : "\r\n",
	};
}

/* Changes bytes, and takes some out or doubles them. */
static void damage(struct text *log, const char *bytes, uint64_t *random)
{
	for (size_t i = random_below(random, 6); i > 0 && log->length; i--) {
		size_t at = random_below(random, log->length);
		size_t length = random_below(random, log->length - at) % 100;

		if (random_below(random, 3)) {
			log->data[at] = bytes[random_below(random, strlen(bytes))];
		} else if (random_below(random, 2)) {
			memmove(log->data + at, log->data + at + length, log->length - at - length);
			log->length -= length;
		} else {
			memmove(log->data + random_below(random, log->length - length),
				log->data + at, length < at ? length : 0);
		}
		log->data[log->length] = '\0';
	}
}

static void check_many(
	const char *name, void (*add)(struct text *, const struct shape *, uint64_t *))
{
	uint64_t random = 1;

	for (int i = 0; i < 400; i++) {
		struct shape shape = random_shape(&random);
		struct text log = TEXT_INIT;

		add(&log, &shape, &random);
		if (i % 4)
			damage(&log, "0123456789. -[]KMG\n\r\033", &random);
		check_both_ways(name, &log);
		text_release(&log);
	}
}

static void test_logs_of_iperf(void **state)
{
	(void)state;
	check_many("iperf", add_iperf);
}

static void test_logs_of_iperf3(void **state)
{
	(void)state;
	check_many("iperf3", add_iperf3);
}

static void add_field(struct text *out, const char *field, const char *end, uint64_t *random)
{
	const char *quote = random_below(random, 4) ? "" : "\"";

	text_add_format(out, "%s%s%s%s", quote, field, quote, end);
}

static void add_csv(struct text *out, size_t rows, uint64_t *random)
{
	static const char *const systems[] = { "Kata", "Gvisor", "a, b", "> c" };
	const char *end = random_below(random, 4) ? "\n" : "\r\n";
	char number[32];

	text_add_format(out, "system,test,run,metric,value,unit%s", end);
	for (size_t i = 0; i < rows; i++) {
		add_field(out, systems[random_below(random, COUNT(systems))], ",", random);
		add_field(out, "dd", ",", random);
		snprintf(number, sizeof number, "%zu", 1 + random_below(random, 9));
		add_field(out, number, ",", random);
		add_field(out, "throughput", ",", random);
		snprintf(number, sizeof number, "%.3g", 1 + (double)random_below(random, 9999) / 7);
		add_field(out, number, ",", random);
		add_field(out, random_below(random, 9) ? "MB/s" : "", end, random);
	}
}

static void test_tables(void **state)
{
	uint64_t random = 1;

	(void)state;
	for (int i = 0; i < 400; i++) {
		struct text log = TEXT_INIT;

		add_csv(&log, 1 + random_below(&random, 200), &random);
		if (i % 4)
			damage(&log, "0123456789. -<>\"\",,;\t\n\r^[", &random);
		check_both_ways("csv", &log);
		text_release(&log);
	}
}

/* Longer than the buffer of lines, and than the series that is kept as it is. */
static void test_long_logs(void **state)
{
	struct shape shape = {
		.streams = 2, .intervals = 9000, .has_sum = true, .rest = "", .end = "\n"
	};
	uint64_t random = 1;
	struct text log = TEXT_INIT;

	(void)state;
	add_iperf(&log, &shape, &random);
	check_both_ways("iperf", &log);
	text_clear(&log);
	add_iperf3(&log, &shape, &random);
	check_both_ways("iperf3", &log);
	text_clear(&log);
	add_csv(&log, 20000, &random);
	check_both_ways("csv", &log);
	text_release(&log);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_logs_of_iperf),
		cmocka_unit_test(test_logs_of_iperf3),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_long_logs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
