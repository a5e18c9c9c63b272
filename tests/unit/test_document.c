/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_document - JSON documents among the lines of a log, taken one by one or many at once */
#include <stdlib.h>
#include <unistd.h>

#include "ingest/log/document.h"
#include "ingest/log/prefix.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

enum { LIMIT = 4096 };

/* What became of the lines, a line each. */
static void tell(struct text *told, struct document *document, enum document_state state)
{
	struct json *tree = state == DOCUMENT_WHOLE ? document_parse(document) : NULL;
	const char *at = NULL;
	struct line line;

	text_add_format(told, "%d\n", state);
	if (tree) {
		text_add_format(
			told, "%zu to %zu\n", json_line(tree), document_last_line(document));
		json_add_value(told, NULL, tree);
		text_add_char(told, '\n');
	}
	while (document_next_line(document, &at, &line))
		text_add_format(told, "%zu%s %.*s\n", line.number, line.overwritten ? "r" : ":",
			(int)slice_length(line.text), line.text.start);
	json_free(tree);
	document_clear(document);
}

static enum document_state add_some(
	struct document *document, struct lines *lines, uint64_t *random)
{
	struct block block;
	enum document_state state;

	if (!lines_block(lines, &block))
		return DOCUMENT_OPEN;
	if (random_below(random, 3)) {
		const char *some = block.text.start +
				   random_below(random, slice_length(block.text));

		block.text.end = (const char *)memchr(some, '\n', (size_t)(block.text.end - some)) +
				 1;
	}
	state = document_add_block(document, &block);
	lines_skip(lines, &block);
	return state;
}

static void read_log(struct text *told, const char *path, bool in_blocks, uint64_t *random)
{
	struct document document = { .text = TEXT_INIT };
	struct input *input = input_open(path);
	struct lines lines;
	struct line line;

	lines_init(&lines, input, LIMIT);
	while (lines_next(&lines, &line)) {
		enum document_state state;

		line.text = without_prefix(line.text);
		state = document_add(&document, &line);
		if (state == DOCUMENT_OPEN && in_blocks)
			state = add_some(&document, &lines, random);
		if (state == DOCUMENT_NONE)
			text_add_format(told, "%zu %.*s\n", line.number,
				(int)slice_length(line.text), line.text.start);
		else if (state != DOCUMENT_OPEN)
			tell(told, &document, state);
	}
	tell(told, &document, DOCUMENT_OPEN);
	document_release(&document);
	lines_release(&lines);
	input_close(input);
}

static void check_both_ways(const struct text *log, uint64_t *random)
{
	struct text by_lines = TEXT_INIT;
	struct text in_blocks = TEXT_INIT;
	char path[PATH_SIZE];

	make_file(path, log->data, log->length);
	read_log(&by_lines, path, false, random);
	read_log(&in_blocks, path, true, random);
	unlink(path);
	assert_text(in_blocks.data, by_lines.data, log->data);
	text_release(&by_lines);
	text_release(&in_blocks);
}

/* Pieces of logs that are documents, begin like one, or have something before or behind their lines. */
static void test_blocks_are_taken_like_lines(void **state)
{
	static const char *const pieces[] = { "{\n", "}\n", "{\"a\":1}\n", "\"a\" : 1,\n",
		"\"b\" : [\n", "1, 2\n", "]\n", "],\n", "},\n", "\"c\" : {\n", "{ \"d\":\n", "3\n",
		"\"e\":nan,\n", "[2026-11-23 01:15:09] \"f\": 4,\n", "> \"g\": 5,\n", "[1,-2] ,\n",
		"\r\n", "\"h\":6,\r\n", "\"i\":7,\r", "}\r", "\033[1m}\n", "} x\n", "}{\n",
		"\"unclosed\n", "text\n", "\n", "{\"a\":\n", "\"j\": 8\n", "}\n", "}\n",
		"\"k\\\"]\": \"}\"\n", "^C{\n" };
	struct text log = TEXT_INIT;
	uint64_t random = 13;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		text_clear(&log);
		for (size_t j = 1 + random_below(&random, 30); j > 0; j--)
			text_add(&log, pieces[random_below(&random, COUNT(pieces))]);
		check_both_ways(&log, &random);
	}
	text_release(&log);
}

static void add_object(struct text *log, size_t depth, uint64_t *random)
{
	text_add(log, "{\n");
	for (size_t i = random_below(random, 5); i > 0; i--) {
		text_add_format(log, "%*s\"%zu\" : ", (int)depth, "", random_below(random, 100));
		if (depth < 5 && random_below(random, 2))
			add_object(log, depth + 1, random);
		else
			text_add_format(log, "%zu", random_below(random, 100000));
		text_add(log, i > 1 ? ",\n" : "\n");
	}
	text_add_format(log, "%*s}", (int)depth, "");
}

/* Documents that are whole, with a line damaged in some. */
static void test_blocks_of_whole_documents_are_taken_like_lines(void **state)
{
	static const char damages[] = "{}[]\",: \n\r0-\x01>";
	struct text log = TEXT_INIT;
	uint64_t random = 14;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		text_clear(&log);
		for (int documents = 0; documents < 4; documents++) {
			add_object(&log, 0, &random);
			text_add(&log, random_below(&random, 4) ? "\n" : "\n12 records\n");
		}
		if (random_below(&random, 2))
			log.data[random_below(&random, log.length)] =
				damages[random_below(&random, sizeof damages - 1)];
		check_both_ways(&log, &random);
	}
	text_release(&log);
}

static void test_a_line_overwritten_has_the_number_of_the_next(void **state)
{
	static const char log[] = "{\n\"a\":1,\r\"b\":2,\n\"c\":3\n}\nx\n";
	char path[PATH_SIZE];
	struct text told = TEXT_INIT;
	uint64_t random = 15;

	(void)state;
	make_file(path, log, sizeof log - 1);
	read_log(&told, path, true, &random);
	unlink(path);
	assert_string_equal(told.data,
		"2\n1 to 4\n{\"a\":1,\"b\":2,\"c\":3}\n1: {\n2r \"a\":1,\n2: \"b\":2,\n"
		"3: \"c\":3\n4: }\n5 x\n1\n");
	text_release(&told);
}

enum { MEBIBYTE = 1 << 20, MOST_MEBIBYTES = 256 };

/* Of lines of a mebibyte each 255 fit: the first line takes some of the limit, too. */
static void test_a_document_too_large_names_the_limit(void **state)
{
	struct document document = { .text = TEXT_INIT };
	char *element = malloc(MEBIBYTE);
	struct line line = { .text = slice_of("{\"a\":["), .number = 7 };
	enum document_state added = document_add(&document, &line);

	(void)state;
	assert_non_null(element);
	memset(element, ' ', MEBIBYTE);
	memcpy(element, "1,", 2);
	line.text = (struct slice){ element, element + MEBIBYTE - 1 };
	for (size_t i = 1; i < MOST_MEBIBYTES; i++) {
		assert_int_equal(added, DOCUMENT_OPEN);
		assert_null(document.fault);
		line.number++;
		added = document_add(&document, &line);
	}
	assert_int_equal(added, DOCUMENT_OPEN);
	line.number++;
	assert_int_equal(document_add(&document, &line), DOCUMENT_LOST);
	assert_string_equal(
		document.fault, "a JSON document begins here and is larger than 256 MiB");
	assert_int_equal(document.fault_line, 7);
	document_release(&document);
	free(element);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blocks_are_taken_like_lines),
		cmocka_unit_test(test_blocks_of_whole_documents_are_taken_like_lines),
		cmocka_unit_test(test_a_line_overwritten_has_the_number_of_the_next),
		cmocka_unit_test(test_a_document_too_large_names_the_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
