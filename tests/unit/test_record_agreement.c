/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_record_agreement - records read without a tree, and with cJSON's: the same on every line */
#include <glob.h>
#include <stdlib.h>

#include "core/input.h"
#include "core/lines.h"
#include "tests/unit/record_agreement.h"
#include "tests/unit/unit.h"

enum { MUTATIONS = 100, WRITTEN = 1000 };

/* The line stands between guards, so that a sanitizer sees what is read beside it. */
static bool check(struct record *record, const struct text *line)
{
	char *exact = malloc(line->length ? line->length : 1);
	bool is_flat;
	const char *differs;

	memcpy(exact, line->data, line->length);
	differs = difference(record, (struct slice){ exact, exact + line->length }, &is_flat);
	if (differs)
		print_error("%s\n", differs);
	assert_row(differs == NULL, line->data);
	free(exact);
	return is_flat;
}

#define PAIR "{\"a\":\"A\",\"b\":\"B\",\"relation\":\"<\""
#define RANKING(pairs, letters)                                                    \
	("{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"c\",\"pairs\":" pairs \
	 ",\"letters\":" letters ",\"delta\":0.1}")

/* With what a mutation seldom finds. */
static const char *const edges[] = {
	"{}",
	" { } ",
	"{\"a\":1}",
	"{\"a\":1,}",
	"{,\"a\":1}",
	"{\"a\":1 \"b\":2}",
	"{\"a\" : 1 , \"b\" : [ 1 , \"x\" ] , \"c\" : [ ] }",
	"\t{\"a\":1}\r\n",
	"{\"a\":1}{\"a\":1}",
	"{\"a\":1}x",
	"[{\"a\":1}]",
	"{\"a\":1",
	"{\"a\":\"x}",
	"{\"a\":1,\"a\":2,\"b\":\"x\",\"b\":[1]}",
	"{\"kind\":\"sample\",\"kind\":\"problem\",\"metric\":\"m\",\"value\":1}",
	"{\"kind\":[\"sample\"],\"kind\":\"problem\"}",
	"{\"\":\"\",\"x\":\"\"}",
	"{\"a\":\"\\u0041\\ud83d\\ude00\\n\\\"\\\\\\/\"}",
	"{\"a\\u0041\":\"x\"}",
	"{\"a\":\"\\u0000\"}",
	"{\"a\":\"\\ud83d\"}",
	"{\"a\":\"\\x\"}",
	"{\"a\":\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\x7F\"}",
	"{\"\xC3\xA9\":1}",
	"{\"a\":\"\xC3\"}",
	"{\"a\":\"\xC0\x80\"}",
	"{\"a\":\"\xED\xA0\x80\"}",
	"{\"a\":\"\xF4\x90\x80\x80\"}",
	"{\"a\":\"\x80\"}",
	"{\"a\":\"x\ty\"}",
	"{\"a\":\"x\x1F\"}",
	"{\"a\":true,\"b\":false,\"c\":null}",
	"{\"a\":tru}",
	"{\"a\":truex}",
	"{\"a\":True}",
	"{\"a\":nul",
	"{\"a\":0,\"b\":-0,\"c\":0.0,\"d\":-0.0e5}",
	"{\"a\":01}",
	"{\"a\":-01}",
	"{\"a\":00}",
	"{\"a\":0.}",
	"{\"a\":.5}",
	"{\"a\":1.e5}",
	"{\"a\":1e}",
	"{\"a\":1e+}",
	"{\"a\":-}",
	"{\"a\":+1}",
	"{\"a\":--1}",
	"{\"a\":0x10}",
	"{\"a\":1_000}",
	"{\"a\":NaN}",
	"{\"a\":Infinity}",
	"{\"a\":1e999,\"b\":-1e999,\"c\":[1e999]}",
	"{\"a\":1e-999,\"b\":5e-324,\"c\":2.2250738585072011e-308}",
	"{\"a\":9007199254740993,\"b\":18446744073709551616,\"c\":0.1234567890123456789}",
	"{\"a\":123456789012345678901234567890123456789012345678}",
	"{\"a\":1234567890123456789012345678901234567890123456789}",
	"{\"a\":12345678901234567890123456789012345678901234567890123456789012345678901}",
	"{\"a\":0.30000000000000004000000000000000000000000000000000000000000000000000001}",
	"{\"a\":[1,2,\"x\"],\"b\":[\"x\",1],\"c\":[null],\"d\":[true]}",
	"{\"a\":[1,2,],\"b\":1}",
	"{\"a\":[,1]}",
	"{\"a\":[1 2]}",
	"{\"a\":[1,2}",
	"{\"a\":[\"x\",\"\xC3\xA9\",\"\"]}",
	"{\"a\":[[1]],\"b\":{\"c\":1}}",
	"{\"a\":{}}",
	"{\"a\":[{}]}",
	"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":[]}",
	"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":[1],\"letters\":[]}",
	"{\"kind\":\"ranking\",\"metric\":\"m\",\"chain\":\"a\",\"pairs\":[],\"letters\":{\"a\":\"b\"}}",
	RANKING("[" PAIR ",\"ratio\":0.5,\"ci\":[0.4,0.6],\"evidence\":\"e\"}," PAIR "}]",
		"{\"A\":\"a\",\"B\":\"ab\",\"A\":\"b\"}"),
	RANKING("[" PAIR ",\"a\":\"C\",\"ratio\":\"x\",\"ci\":[1,\"x\"],\"evidence\":1}]",
		"{\"A\":1,\"B\":\"\"}"),
	RANKING("[ " PAIR " } , " PAIR "} ]", "{ \"A\" : \"a\" }"),
	RANKING("[" PAIR "},1]", "{\"A\":[\"a\"]}"),
	RANKING("[" PAIR "},[]]", "[{\"A\":\"a\"}]"),
	RANKING("[" PAIR "},{}]", "{\"A\":{\"B\":\"b\"}}"),
	RANKING("[" PAIR ",\"c\":{}}]", "{}"),
	RANKING("[{\"a\":\"A\",\"relation\":\"<\"}]", "[\"a\"]"),
	RANKING(PAIR "}", "null"),
	RANKING("{\"a\":1}", "\"a\""),
	RANKING("{}", "[]"),
	RANKING("\"x\"", "[{}]"),
	RANKING("[\"x\",1]", "1"),
	"{\"kind\":\"ranking\",\"pairs\":[" PAIR "}],\"left_out\":[{\"x\":\"y\"}],\"test\":{}}",
	"{\"pairs\":[" PAIR "}],\"kind\":\"conclusion\"}",
	("{\"kind\":\"summary\",\"verdict\":\"Stable\",\"n\":2,\"values\":[1,2],\"ci\":[1,2,\"x\"],"
	 "\"marks\":[\"cached\",1],\"reasons\":[\"r\"],\"sources\":[]}"),
	"{\"kind\":\"summary\",\"verdict\":\"Stable\",\"n\":1,\"values\":[1,\"x\"],\"ci\":[1]}",
	"{\"kind\":\"summary\",\"verdict\":\"Stable\",\"n\":1,\"values\":1}",
	"{\"kind\":\"series\",\"metric\":\"m\",\"n\":1e15,\"mean\":1,\"verdict\":\"x\",\"ci\":\"x\"}",
	"{\"kind\":\"sample\",\"metric\":\"m\",\"value\":1,\"bound\":null}",
};

static void test_shapes_and_values_at_the_edge(void **state)
{
	struct record record = { 0 };
	struct text line = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(edges); i++) {
		text_clear(&line);
		text_add(&line, edges[i]);
		check(&record, &line);
		for (size_t cut = line.length; cut > 0; cut--) {
			line.length = cut;
			check(&record, &line);
		}
	}
	text_release(&line);
	record_release(&record);
}

static void test_bytes_of_every_value_in_every_place(void **state)
{
	static const char model[] = "{\"a\":\"x\",\"b\":[1,\"y\"],\"c\":-1.5e3,\"d\":true}";
	struct record record = { 0 };
	struct text line = TEXT_INIT;

	(void)state;
	for (size_t place = 0; place < strlen(model); place++)
		for (int byte = 0; byte < 256; byte++) {
			text_clear(&line);
			text_add(&line, model);
			line.data[place] = (char)byte;
			check(&record, &line);
		}
	text_release(&line);
	record_release(&record);
}

/* What is not nested is read without a tree: the tests above would hold of nothing else. */
static void test_what_is_flat_is_read_so(void **state)
{
	static const struct {
		const char *line;
		bool is_flat;
	} rows[] = {
		{ "{\"kind\":\"sample\",\"run\":1,\"value\":-1.5e-3,\"unit\":\"\xC3\xA9\"}", true },
		{ "{\"kind\":\"summary\",\"values\":[1,2],\"reasons\":[\"x\"],\"marks\":[]}",
			true },
		{ "{ \"a\": true, \"b\": null }", true },
		{ "{\"a\":1,\"b\":\"x\"}", true }, /* and then what has much in common with it */
		{ "{\"a\":12,\"b\":\"xy\"}", true },
		{ "{\"a\":12 ,\"b\":\"xy\" }", true },
		{ "{\"a\":12,\"b\":\"xy\",\"c\":[1,\"x\"],\"d\":null}", true },
		{ "{\"a\":12,\"b\":\"xy\",\"c\":[1,\"x\"],\"d\":null}", true },
		{ "{\"b\":\"xy\",\"a\":12}", true },
		{ "{\"a\":{\"b\":1}}", false },
		{ RANKING("[" PAIR "}," PAIR ",\"ci\":[1,2]}]", "{\"A\":\"a\"}"), true },
		{ RANKING("[" PAIR ",\"ci\":[[1,2]]}]", "{\"A\":\"a\"}"), false },
		{ "{\"a\":\"\\n\"}", false },
	};
	struct record record = { 0 };
	struct text line = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&line);
		text_add(&line, rows[i].line);
		assert_row(check(&record, &line) == rows[i].is_flat, rows[i].line);
	}
	text_release(&line);
	record_release(&record);
}

/* One to three changes: a byte, a run of bytes lost, repeated or moved in from elsewhere, an escape. */
static void mutate(struct text *line, uint64_t *random)
{
	static const char *const pieces[] = { "\\n", "\\\"", "\\u0041", "\\u0000", "\\ud83d", "\"",
		"{", "}", "[", "]", ",", ":", "-", "e", ".", "0", "1e999", "null", " ", "\xC3\xA9",
		"\xFF", "\x01" };
	size_t place, length;
	struct text changed = TEXT_INIT;

	for (size_t changes = 1 + random_below(random, 3); changes > 0 && line->length; changes--) {
		place = random_below(random, line->length);
		length = random_below(random, line->length - place) % 20;
		text_clear(&changed);
		text_add_bytes(&changed, line->data, place);
		switch (random_below(random, 5)) {
		case 0:
			text_add_char(&changed, (char)random_below(random, 256));
			length = 1;
			break;
		case 1: /* lost */
			break;
		case 2:
			text_add_bytes(&changed, line->data + place, length);
			length = 0;
			break;
		case 3:
			text_add(&changed, pieces[random_below(random, COUNT(pieces))]);
			length = 0;
			break;
		default: /* cut off */
			length = random_below(random, 4) ? length : line->length - place;
		}
		text_add_bytes(
			&changed, line->data + place + length, line->length - place - length);
		text_clear(line);
		text_add_bytes(line, changed.data, changed.length);
	}
	text_release(&changed);
}

struct corpus {
	struct record record;
	uint64_t random;
	size_t flat, others; /* of the lines as they are */
	size_t changed_flat, changed_others;
};

static void check_line(struct corpus *corpus, struct slice text)
{
	struct text line = TEXT_INIT;

	text_add_bytes(&line, text.start, slice_length(text));
	if (check(&corpus->record, &line))
		corpus->flat++;
	else
		corpus->others++;
	for (size_t i = 0; i < MUTATIONS; i++) {
		text_clear(&line);
		text_add_bytes(&line, text.start, slice_length(text));
		mutate(&line, &corpus->random);
		if (check(&corpus->record, &line))
			corpus->changed_flat++;
		else
			corpus->changed_others++;
	}
	text_release(&line);
}

static void check_file(struct corpus *corpus, const char *path)
{
	struct input *input = input_open(path);
	struct lines lines;
	struct line line;

	assert_row(input != NULL, path);
	lines_init(&lines, input, 1 << 20);
	while (lines_next(&lines, &line))
		if (slice_starts_with(line.text, "{\""))
			check_line(corpus, line.text);
	lines_release(&lines);
	input_close(input);
}

static void test_records_of_the_cases_and_changed_ones(void **state)
{
	struct corpus corpus = { .random = 7 };
	glob_t paths;

	(void)state;
	assert_int_equal(glob("tests/cases/*/[ce]*", 0, NULL, &paths), 0);
	assert_int_equal(glob("tests/logs/jsonl/*", GLOB_APPEND, NULL, &paths), 0);
	for (size_t i = 0; i < paths.gl_pathc; i++)
		check_file(&corpus, paths.gl_pathv[i]);
	globfree(&paths);
	record_release(&corpus.record);
	assert_true(corpus.flat > 20 && corpus.others > 1);
	assert_true(corpus.changed_flat > 500 && corpus.changed_others > 500);
}

static const char *any_text(uint64_t *random)
{
	static const char *const texts[] = { NULL, "Kata", "dd", "write.throughput", "B/s",
		"results/Kata/dd/1.log:3", "", "a \"quoted\" one", "back\\slash", "line\nbreak",
		"\x7F\x1B[31m", "\xC3\xA9\xE2\x89\x88\xF0\x9F\x98\x80", "\xFF\xC3", "higher", "<",
		"Stable", "failed" };

	return texts[random_below(random, COUNT(texts))];
}

/* NaN, a count, a short decimal, or any double at all. */
static double any_number(uint64_t *random)
{
	double number;
	uint64_t bits = random_bits(random);

	switch (random_below(random, 4)) {
	case 0:
		return NAN;
	case 1:
		return (double)random_below(random, 1000);
	case 2:
		return (double)random_below(random, 1000000000) / 1e6;
	default:
		memcpy(&number, &bits, sizeof number);
		return isfinite(number) ? number : 0.1;
	}
}

static void fill_lists(struct summary *summary, uint64_t *random)
{
	for (size_t i = random_below(random, 4); i > 0; i--) {
		const char *reason = any_text(random);
		double value = any_number(random);

		strings_add(&summary->reasons, reason ? reason : "none");
		if (!isnan(value))
			numbers_add(&summary->values, value);
	}
	summary->n = summary->values.count;
}

static void write_sample(struct text *out, uint64_t *random)
{
	double value = any_number(random);

	sample_write(out, &(struct sample){
				  .system = any_text(random),
				  .test = any_text(random),
				  .run = any_number(random),
				  .part = any_number(random),
				  .metric = any_text(random),
				  .time = any_number(random),
				  .value = isnan(value) ? 1 : value,
				  .unit = any_text(random),
				  .better = (enum better)random_below(random, 3),
				  .resolution = any_number(random),
				  .bound = (enum bound)random_below(random, 3),
				  .cached = any_text(random),
				  .source = any_text(random),
			  });
}

static const char *some_text(uint64_t *random)
{
	const char *text = any_text(random);

	return text ? text : "";
}

/* A line as benchpipe writes it, of any bytes. */
static void write_record(struct text *out, uint64_t *random)
{
	struct summary summary = summary_of_nothing();
	struct pair pairs[] = {
		{ "a", some_text(random), 1.5, { NAN, NAN }, RELATION_LESS, some_text(random) },
		{ some_text(random), "c", any_number(random), { 1, 2 }, RELATION_GREATER, "" },
	};
	struct letter letters[] = { { some_text(random), "a" }, { "b", some_text(random) } };
	const char *text = any_text(random);

	switch (random_below(random, 6)) {
	case 0:
		problem_write(out, &(struct problem){ any_text(random), any_text(random),
					   any_number(random), NAN, PROBLEM_FAILED, text, NULL });
		break;
	case 1:
		summary.system = any_text(random);
		summary.mean = any_number(random);
		summary.ci[0] = any_number(random);
		summary.ci[1] = any_number(random);
		summary.verdict = text;
		fill_lists(&summary, random);
		summary_write(out, &summary);
		summary_release(&summary);
		break;
	case 2:
		ranking_write(out, &(struct ranking){ .metric = text,
					   .chain = any_text(random),
					   .part = NAN,
					   .delta = any_number(random),
					   .alpha = NAN,
					   .pairs = pairs,
					   .pair_count = random_below(random, 3),
					   .letters = letters,
					   .letter_count = random_below(random, 3) });
		break;
	case 3:
		environment_write(out, &(struct environment){ any_text(random), text, text });
		break;
	default:
		write_sample(out, random);
	}
}

static void test_records_written_and_changed_ones(void **state)
{
	struct corpus corpus = { .random = 8 };
	struct text out = TEXT_INIT;

	(void)state;
	for (int i = 0; i < WRITTEN; i++) {
		text_clear(&out);
		write_record(&out, &corpus.random);
		check_line(&corpus, (struct slice){ out.data, out.data + out.length - 1 });
	}
	text_release(&out);
	record_release(&corpus.record);
	assert_true(corpus.flat > WRITTEN / 4 && corpus.others > WRITTEN / 4);
	assert_true(corpus.changed_flat > 500 && corpus.changed_others > 500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shapes_and_values_at_the_edge),
		cmocka_unit_test(test_bytes_of_every_value_in_every_place),
		cmocka_unit_test(test_what_is_flat_is_read_so),
		cmocka_unit_test(test_records_of_the_cases_and_changed_ones),
		cmocka_unit_test(test_records_written_and_changed_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
