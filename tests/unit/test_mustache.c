/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_mustache - the rules of Mustache's public specification, for the subset that is read */
#include "render/template/mustache.h"

#include "core/json.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

/* The template under test is "main"; the others are its partials. */
static const char *main_text;

static const struct {
	const char *name;
	const char *text;
} partials[] = {
	{ "word", "w" },
	{ "lines", "a\nb\n" },
	{ "open", "a\nb" },
	{ "node", "{{v}}<{{#kids}}{{> node}}{{/kids}}>" },
	{ "endless", "{{> endless}}" },
	{ "outer", "[\n  {{> lines}}\n]\n" },
	{ "raw", "|\n{{{text}}}\n|\n" },
	{ "inline-section", "{{#t}}x{{/t}}\n{{#f}}x{{/f}}y\n" },
	{ "inline-partial", "-{{> open}}\n" },
	{ "unclosed", "fine\n{{#a}}\n" },
	{ "folder/name.html", "f" },
};

static const char *text_of(const char *name)
{
	if (strcmp(name, "main") == 0)
		return main_text;
	for (size_t i = 0; i < COUNT(partials); i++)
		if (strcmp(partials[i].name, name) == 0)
			return partials[i].text;
	return NULL;
}

/* Angle brackets stand for whatever an output format must escape. */
static void escape(struct text *out, const char *value)
{
	for (; *value; value++) {
		if (*value == '<' || *value == '>')
			text_add_char(out, '\\');
		text_add_char(out, *value);
	}
}

static const struct mustache mustache = { text_of, escape, NULL, NULL };

static void render(struct text *out, const char *text, const char *data)
{
	struct json *tree = json_parse(slice_of(data), NULL);

	assert_row(tree != NULL, data);
	main_text = text;
	mustache_render(out, &mustache, "main", data);
	json_free(tree);
}

struct row {
	const char *text;
	const char *data;
	const char *expected;
};

static void check_rows(const struct row *rows, size_t count)
{
	struct text out = TEXT_INIT;

	for (size_t i = 0; i < count; i++) {
		text_clear(&out);
		render(&out, rows[i].text, rows[i].data);
		assert_text(out.data, rows[i].expected, rows[i].text);
	}
	text_release(&out);
}

static void test_values_are_put_in(void **state)
{
	static const struct row rows[] = {
		{ "no {tag}, no { {tag} }", "{}", "no {tag}, no { {tag} }" },
		{ "{{a}} {{ a }} {{{a}}} {{{ a }}}", "{\"a\":\"<b>\"}", "\\<b\\> \\<b\\> <b> <b>" },
		{ "{{i}} {{d}} {{t}} {{f}} ({{n}}) ({{none}})",
			"{\"i\":85,\"d\":1.210,\"t\":true,\"f\":false,\"n\":null}",
			"85 1.21 true false () ()" },
		{ "{{a.b.c}}|{{a.x.c}}|{{a.b.c.d}}", "{\"a\":{\"b\":{\"c\":1}}}", "1||" },
		/* A value alone on its line does not take the line with it. */
		{ "  {{a}}\n", "{\"a\":\"x\"}", "  x\n" },
		{ "\n{{a}}\n", "{}", "\n\n" },
		/* What a value holds is never a template. */
		{ "{{a}}{{{a}}}", "{\"a\":\"{{b}}{{#c}}\",\"b\":1}", "{{b}}{{#c}}{{b}}{{#c}}" },
		/* Data may be written in every way that JSON can. */
		{ "{{{a}}}", "{\"a\":\"\\u00e9\\ud83d\\ude00\\\"\\\\\\/\\n\\t\\u20ac.\"}",
			"\xC3\xA9\xF0\x9F\x98\x80\"\\/\n\t\xE2\x82\xAC." },
		{ "{{#a}}{{.}},{{/a}}{{b.c}}",
			" { \"a\" : [ 1 , \"x\" ] ,\n\"b\" : { \"c\" : 2 } }", "1,x,2" },
		{ "{{a}}{{b}}", "{\"x\":[{\"y\":\"}]\\\"{,\"},[]],\"\\\\\":1,\"b\":2}", "2" },
		{ "{{max_rss}} {{clat-p50}} {{p99}}", "{\"max_rss\":1,\"clat-p50\":2,\"p99\":3}",
			"1 2 3" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_sections_are_shown_when_true_and_for_each_of_a_list(void **state)
{
	static const struct row rows[] = {
		{ "[{{#a}}x{{/a}}]", "{\"a\":true}", "[x]" },
		{ "[{{#a}}x{{/a}}]", "{\"a\":false}", "[]" },
		{ "[{{#a}}x{{/a}}]", "{\"a\":null}", "[]" },
		{ "[{{#a}}x{{/a}}]", "{\"a\":[]}", "[]" },
		{ "[{{#a}}x{{/a}}]", "{}", "[]" },
		{ "[{{#a}}x{{/a}}]", "{\"a\":{}}", "[x]" },
		{ "[{{#a}}x{{/a}}]", "{\"a\":0}", "[x]" },
		{ "[{{#a}}x{{/a}}]", "{\"a\":\"123\"}", "[x]" },
		{ "[{{#a}}{{.}},{{/a}}]", "{\"a\":[1,\"b\",2.50,\"<\"]}", "[1,b,2.5,\\<,]" },
		{ "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", "{\"a\":[[1,2],[\"x\"]]}", "(12)(x)" },
		{ "{{#a}}{{b}}{{/a}}", "{\"a\":[{\"b\":1},{\"b\":2}]}", "12" },
		{ "{{#a.b}}{{c}}{{/a.b}}", "{\"a\":{\"b\":{\"c\":7}}}", "7" },
		{ "{{#a.x.b}}{{c}}{{/a.x.b}}", "{\"a\":{\"b\":{\"c\":7}}}", "" },
		{ "{{#t}}a{{#t}}b{{/t}}c{{/t}}", "{\"t\":true}", "abc" },
		{ "{{# t }}a{{/ t }}", "{\"t\":true}", "a" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_inverted_sections_are_shown_when_false(void **state)
{
	static const struct row rows[] = {
		{ "[{{^a}}x{{/a}}]", "{\"a\":true}", "[]" },
		{ "[{{^a}}x{{/a}}]", "{\"a\":false}", "[x]" },
		{ "[{{^a}}x{{/a}}]", "{\"a\":null}", "[x]" },
		{ "[{{^a}}x{{/a}}]", "{\"a\":[]}", "[x]" },
		{ "[{{^a}}x{{/a}}]", "{\"a\":[0]}", "[]" },
		{ "[{{^a}}x{{/a}}]", "{}", "[x]" },
		{ "[{{^a.b}}{{c}}{{/a.b}}]", "{\"a\":{},\"c\":\"C\"}", "[C]" },
		{ "{{#l}}{{.}}{{^last}}, {{/last}}{{/l}}", "{\"l\":[1,2]}", "1, 2, " },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_names_are_looked_up_from_the_inside_out(void **state)
{
	static const struct row rows[] = {
		{ "{{#s}}{{a}}{{b}}{{c.d}}{{/s}}",
			"{\"a\":1,\"b\":\"no\",\"s\":{\"b\":2},\"c\":{\"d\":3}}", "123" },
		/* The first part decides: what it found lacks the rest. */
		{ "{{#a}}({{b.c}}){{/a}}", "{\"a\":{\"b\":{}},\"b\":{\"c\":\"no\"}}", "()" },
		/* A false one inside hides a true one outside. */
		{ "{{#a}}{{#b}}no{{/b}}{{^b}}yes{{/b}}{{/a}}", "{\"b\":1,\"a\":{\"b\":false}}",
			"yes" },
		{ "{{#a}}{{#b}}{{.}}{{a.x}}{{/b}}{{/a}}", "{\"a\":{\"x\":1,\"b\":[2,3]}}", "2131" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_tags_alone_on_a_line_take_it_with_them(void **state)
{
	static const struct row rows[] = {
		{ "a\n{{#t}}\nb\n{{/t}}\nc\n", "{\"t\":true}", "a\nb\nc\n" },
		{ "a\n  {{#t}}  \nb\n\t{{/t}}\t\nc\n", "{\"t\":true}", "a\nb\nc\n" },
		{ "a\r\n{{#t}}\r\n{{/t}}\r\nc", "{\"t\":true}", "a\r\nc" },
		{ "  {{#t}}\n#{{/t}}\n/", "{\"t\":true}", "#\n/" },
		{ "#{{#t}}\n/\n  {{/t}}", "{\"t\":true}", "#\n/\n" },
		{ " {{#t}}x{{/t}}\n {{#t}}y{{/t}}\n", "{\"t\":true}", " x\n y\n" },
		{ "|{{#t}}\t|\t{{/t}}|", "{\"t\":true}", "|\t|\t|" },
		{ "|{{#t}} {{! here }}\n {{/t}}|\n", "{\"t\":true}", "| \n |\n" },
		{ "a\n{{! one }}\nb\n  {{! two\nlines }}\nc {{! three }}\n", "{}", "a\nb\nc \n" },
		{ "{{! all }}", "{}", "" },
		{ "{{#t}}{{/t}}\n", "{\"t\":true}", "\n" }, /* two on a line are not alone */
		{ "{{^f}}\nx\n{{/f}}\n", "{}", "x\n" },
		{ "{{#l}}\n- {{.}}\n{{/l}}\n", "{\"l\":[1,2]}", "- 1\n- 2\n" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static void test_partials_are_put_in_with_their_indent(void **state)
{
	static const struct row rows[] = {
		{ "[{{> word}}] [{{>word}}]", "{}", "[w] [w]" },
		{ "{{> folder/name.html}}", "{}", "f" },
		{ "{{> node}}", "{\"v\":\"X\",\"kids\":[{\"v\":\"Y\",\"kids\":[]}]}", "X<Y<>>" },
		{ "a\r\n{{>word}}\r\nb", "{}", "a\r\nwb" },
		{ "  {{> lines}}\nc\n", "{}", "  a\n  b\nc\n" },
		{ "  {{> open}}\n>", "{}", "  a\n  b>" },
		{ "x {{> open}}\n", "{}", "x a\nb\n" }, /* not alone: no indent */
		{ " {{> outer}}\n", "{}", " [\n   a\n   b\n ]\n" },
		{ " {{> raw}}\n", "{\"text\":\"1\\n2\"}", " |\n 1\n2\n |\n" },
		{ " {{> inline-section}}\n", "{\"t\":true}", " x\n y\n" },
		{ " {{> inline-partial}}\n", "{}", " -a\nb\n" },
	};

	(void)state;
	check_rows(rows, COUNT(rows));
}

static const char *const *wrong_row;

static void render_wrong(const void *data)
{
	struct text out = TEXT_INIT;

	(void)data;
	render(&out, wrong_row[0], "{\"a\":{\"b\":[]},\"t\":true}");
	text_release(&out);
}

static void test_what_is_wrong_is_said_with_template_and_line(void **state)
{
	static const char *const rows[][2] = {
		{ "a\nb {{#t}}\n\n", "main:2: the section t is not closed" },
		{ "{{/t}}", "main:1: {{/t}} closes nothing" },
		{ "{{#t}}\n{{^u}}\n{{/t}}\n{{/u}}", "main:3: {{/t}} where {{/u}} of line 2" },
		{ "\n\n{{a\n}", "main:3: a tag that is not closed" },
		{ "{{{a}}", "main:1: a tag that is not closed" },
		{ "{{}}", "main:1: '{{}}' is no tag" },
		{ "{{a b}}", "main:1: '{{a b}}' is no tag" },
		{ "\n{{&a}}", "main:2: '{{&a}}' is no tag" },
		{ "{{=<% %>=}}", "main:1: '{{=<% %>=}}' is no tag" },
		{ "{{$block}}{{/block}}", "main:1: '{{$block}}' is no tag" },
		{ "\n{{#t}}{{a}}{{/t}}", "main:2: a is not one value" },
		{ "{{a.b}}", "main:1: a.b is not one value" },
		{ "\n\n{{> none}}", "main:3: there is no template 'none'" },
		{ "{{> unclosed}}", "unclosed:2: the section a is not closed" },
		{ "{{> endless}}", "endless:1: templates within templates, more than 64 deep" },
	};
	struct text said = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&said);
		wrong_row = rows[i];
		assert_row(status_of_ending(render_wrong, NULL, &said) == 1, rows[i][0]);
		assert_row(strstr(said.data, rows[i][1]) != NULL, said.data);
	}
	text_release(&said);
}

static void test_sections_are_not_nested_without_end(void **state)
{
	struct text text = TEXT_INIT;
	struct text said = TEXT_INIT;
	const char *row[2];

	(void)state;
	for (int i = 0; i < 65; i++)
		text_add(&text, "{{#t}}");
	for (int i = 0; i < 65; i++)
		text_add(&text, "{{/t}}");
	row[0] = text.data;
	wrong_row = row;
	assert_int_equal(status_of_ending(render_wrong, NULL, &said), 1);
	assert_non_null(strstr(said.data, "main:1: sections within sections"));
	text_release(&text);
	text_release(&said);
}

/* Whatever bytes a template is made of, it is rendered or refused: nothing else happens. */
static void render_random(const void *data)
{
	static const char *const parts[] = { "{{", "}}", "{{{", "}}}", "#", "^", "/", ">", "!", "a",
		"t", ".", "b", " ", "\n", "\r\n", "word", "{", "}", "=", "{{#t}}", "{{/t}}",
		"{{^a}}", "{{/a}}", "{{> lines}}", "\xff" };
	uint64_t seed = *(const uint64_t *)data;
	struct text text = TEXT_INIT;
	struct text out = TEXT_INIT;

	for (size_t i = random_below(&seed, 12); i > 0; i--)
		text_add(&text, parts[random_below(&seed, COUNT(parts))]);
	render(&out, text.data, "{\"a\":{\"b\":[1]},\"t\":\"{{x}}\"}");
	text_release(&out);
	text_release(&text);
}

static void test_random_templates_are_rendered_or_refused(void **state)
{
	struct text said = TEXT_INIT;
	size_t refused = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 300; seed++) {
		int status = status_of_ending(render_random, &seed, &said);

		assert_row(status == 0 || status == 1, said.data);
		refused += status == 1;
		text_clear(&said);
	}
	assert_true(refused > 30 && refused < 270);
	text_release(&said);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values_are_put_in),
		cmocka_unit_test(test_sections_are_shown_when_true_and_for_each_of_a_list),
		cmocka_unit_test(test_inverted_sections_are_shown_when_false),
		cmocka_unit_test(test_names_are_looked_up_from_the_inside_out),
		cmocka_unit_test(test_tags_alone_on_a_line_take_it_with_them),
		cmocka_unit_test(test_partials_are_put_in_with_their_indent),
		cmocka_unit_test(test_what_is_wrong_is_said_with_template_and_line),
		cmocka_unit_test(test_sections_are_not_nested_without_end),
		cmocka_unit_test(test_random_templates_are_rendered_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
