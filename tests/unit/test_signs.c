/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_signs - strings looked for all at once, and the formats' own, held against every log there is */
#include "core/lines.h"
#include "core/text.h"
#include "ingest/log/prefix.h"
#include "ingest/log/walk.h"
#include "tests/unit/signs_agreement.h"
#include "tests/unit/unit.h"

enum { LINE_LIMIT = 1024 * 1024 };

static const char *const first[] = { "real", "0m", "% cpu", NULL };
static const char *const second[] = { "/", "#", "r", NULL };
static const char *const third[] = { "real time", "…", "0-0", NULL };
static const char *const *const lists[] = { first, second, NULL, third };

enum { FIRST = 1, SECOND = 2, THIRD = 8 };

static const struct {
	const char *line;
	uint64_t owners;
} lines[] = {
	{ "", 0 },
	{ "0", 0 },
	{ "m0", 0 },
	{ "7m", FIRST },
	{ "12m.", FIRST },
	{ "0 m", 0 },
	{ "rea", SECOND },
	{ "unreal", FIRST | SECOND },
	{ "real tim", FIRST | SECOND },
	{ "a real time 0", FIRST | SECOND | THIRD },
	{ "0.1 % cpu", FIRST },
	{ "0.1 % cp", 0 },
	{ "#", SECOND },
	{ "a/", SECOND },
	{ "-1-2", THIRD },
	{ "1--2", 0 },
	{ "100…", THIRD },
	{ "\xE2\x80", 0 },
	{ "9-9m% cpu/", FIRST | SECOND | THIRD },
};

static void test_signs_of_a_line(void **state)
{
	struct signs signs;

	(void)state;
	signs_init(&signs, lists, COUNT(lists));
	for (size_t i = 0; i < COUNT(lines); i++)
		for (uint64_t known = 0; known < 16; known++)
			assert_row(signs_find(&signs, slice_of(lines[i].line), known) ==
					   (lines[i].owners & ~known),
				lines[i].line);
	signs_release(&signs);
}

static void test_nothing_to_look_for(void **state)
{
	struct signs signs;

	(void)state;
	signs_init(&signs, NULL, 0);
	assert_int_equal(signs_find(&signs, slice_of("real 0m1.5s"), 0), 0);
	signs_release(&signs);
}

/* What is looked at, and how much of it. */
struct look {
	struct sink *sink;
	size_t lines;
};

static void check_line(struct look *look, const char *path, const struct line *line)
{
	const struct format *format = format_without_sign(line, look->sink);

	look->lines++;
	if (format)
		fail_msg("%s:%zu: %s reads in a line that has none of its signs: %.*s", path,
			line->number, format->name, (int)slice_length(line->text),
			line->text.start);
}

static void visit(const struct walk_file *file, void *context)
{
	struct input *input = input_open(file->path);
	struct lines log;
	struct line line;

	assert_non_null(input);
	lines_init(&log, input, LINE_LIMIT);
	while (lines_next(&log, &line)) {
		check_line(context, file->path, &line);
		line.text = without_prefix(line.text);
		check_line(context, file->path, &line);
	}
	lines_release(&log);
	input_close(input);
}

static void check_logs(const struct labels *labels)
{
	static const char *const folders[] = { "tests/logs", "sample-data", "tests/cases" };
	struct experiment experiment = { .tree = NULL };
	struct look look = { .sink = collector_begin(NULL, "log", labels, &experiment) };

	for (size_t i = 0; i < COUNT(folders); i++)
		walk(folders[i], visit, &look);
	assert_true(look.lines > 10000);
	collector_free(look.sink);
}

static void test_signs_of_the_formats(void **state)
{
	(void)state;
	check_logs(&(struct labels){ .system = "Host", .test = "t", .run = 1, .part = NAN });
}

/* What is known of a log decides what is looked for in it. */
static void test_signs_where_more_is_known(void **state)
{
	static const char *const quantities[] = { "clat", "bw", "clat_hist" };

	(void)state;
	for (size_t i = 0; i < COUNT(quantities); i++)
		check_logs(&(struct labels){
			.run = NAN,
			.part = NAN,
			.quantity = quantities[i],
			.unit = "MiB",
			.command = "free -m",
		});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_signs_of_a_line),
		cmocka_unit_test(test_nothing_to_look_for),
		cmocka_unit_test(test_signs_of_the_formats),
		cmocka_unit_test(test_signs_where_more_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
