/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ingest - a fuzz target over all formats: any bytes are a log
 *
 *	make fuzz && build-fuzz/tests/fuzz/ingest -max_total_time=600 CORPUS tests/logs/dd
 *
 * libFuzzer calls it (AFL++ has a driver of the same interface). FORMAT=NAME in
 * the environment offers every line to that format alone, as ingest -f does.
 * What must hold: no crash, no hang, nothing comes out but JSON Lines, and no
 * format reads in a line that has none of its signs.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/record.h"
#include "ingest/log/reader.h"
#include "tests/unit/signs_agreement.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each line that came out must be a record. */
static void check_records(const struct text *out)
{
	struct slice rest = text_slice(out);
	struct slice line;
	const char *why;

	while (scan_until(&rest, "\n", &line)) {
		struct record *record = record_parse(line, &why);

		if (!record)
			abort();
		record_free(record);
		scan_char(&rest, '\n');
	}
	if (!slice_is_empty(rest))
		abort();
}

static void check_signs(
	const char *path, const struct labels *labels, const struct experiment *experiment)
{
	enum { LINE_LIMIT = 64 * 1024 };
	struct sink *sink = collector_begin(NULL, path, labels, experiment);
	struct input *input = input_open(path);
	struct lines lines;
	struct line line;

	lines_init(&lines, input, LINE_LIMIT);
	while (lines_next(&lines, &line))
		if (format_without_sign(&line, sink))
			abort();
	lines_release(&lines);
	input_close(input);
	collector_free(sink);
}

/* What a log of fio's measured its name says; a log has none here, so its size does. */
static const char *const quantities[] = { "clat", "bw", "iops", "clat", NULL };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct experiment experiment;
	const char *format = getenv("FORMAT");
	struct labels labels = { .system = "Host", .test = "dd", .run = NAN, .part = NAN };
	struct reader reader = { .experiment = &experiment, .strict = true };
	struct text out = TEXT_INIT;
	char path[64];
	int log = memfd_create("log", MFD_CLOEXEC);

	if (!experiment.tree)
		experiment_read(&experiment, NULL);
	if (format && !(reader.only = format_find(format)))
		abort();
	if (format && strcmp(format, "fio-log") == 0)
		labels.quantity = quantities[size % (sizeof quantities / sizeof *quantities)];
	if (log < 0 || write(log, data, size) != (ssize_t)size)
		return 0;
	snprintf(path, sizeof path, "/proc/self/fd/%d", log);
	check_signs(path, &labels, &experiment);
	reader_read(&reader, path, &labels, &out);
	check_records(&out);
	reader_release(&reader);
	text_release(&out);
	close(log);
	return 0;
}
