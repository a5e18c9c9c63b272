/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_svg - what gnuplot draws, made fit for pages */
#include "render/report/plot/svg.h"
#include "tests/unit/unit.h"

/* As gnuplot 5.4 writes it, with a text that it does not escape whole. */
static const char drawing[] =
	"<?xml version=\"1.0\" encoding=\"utf-8\"  standalone=\"no\"?>\n"
	"<svg \n width=\"760\" height=\"230\"\n viewBox=\"0 0 760 230\"\n"
	" xmlns=\"http://www.w3.org/2000/svg\"\n xmlns:xlink=\"http://www.w3.org/1999/xlink\"\n>\n"
	"<title>Gnuplot</title>\n<desc>Produced by GNUPLOT 5.4 patchlevel 4 </desc>\n"
	"<g id=\"gnuplot_canvas\">\n<defs>\n"
	"\t<circle id='gpPt5' cx='0' cy='0' r='1'/>\n"
	"\t<use xlink:href='#gpPt5' id='gpPt6' fill='currentColor'/>\n"
	"\t<filter id='textbox' x='0'>\n\t  <feFlood flood-color='white'/>\n\t</filter>\n</defs>\n"
	"<g fill=\"none\" color=\"black\" stroke=\"currentColor\">\n</g>\n"
	"<g fill=\"none\" color=\"black\" stroke=\"currentColor\">\n"
	"\t<path stroke='black'  d='M1,1 L2,2'/>\t<g fill=\"black\">\n"
	"\t\t<text> id='gpPt5' &#x3c;b&#62; ]]> &amp; &lt;/text></text>\n\t</g>\n</g>\n"
	"\t<g id=\"gnuplot_plot_1\" ><title>gnuplot_plot_1</title>\n"
	"<g fill=\"none\">\n\t<path stroke='rgb(  0,   0,   0)' d='M3'/>\n</g>\n\t</g>\n</g>\n</svg>\n";

static const struct svg_about about = { "dd-bars", "dd <b>&\"", "Bar: mean]]>", "plot 1" };

static void make(struct text *out)
{
	svg_add(out, drawing, &about);
}

static bool has(const struct text *out, const char *string)
{
	return strstr(out->data, string) != NULL;
}

static void test_texts_are_escaped_whole(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	make(&out);
	assert_true(has(
		&out, "<text>id='gpPt5' &amp;#x3c;b&amp;#62; ]]&gt; &amp; &lt;/text&gt;</text>"));
	assert_true(has(&out, "<title id=\"dd-bars-title\">dd &lt;b&gt;&amp;\"</title>"));
	assert_true(has(&out, "<desc id=\"dd-bars-legend\">Bar: mean]]&gt;</desc>"));
	text_release(&out);
}

static void test_ids_are_the_figures_own(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	make(&out);
	assert_true(has(&out, " id='dd-bars-gpPt5'"));
	assert_true(has(&out, "<use xlink:href='#dd-bars-gpPt5' id='dd-bars-gpPt6'"));
	assert_false(has(&out, "gnuplot_"));
	assert_false(has(&out, "textbox"));
	assert_false(has(&out, "Gnuplot"));
	assert_false(has(&out, "<?xml"));
	text_release(&out);
}

static void test_ink_is_the_pages(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	make(&out);
	assert_false(has(&out, "black"));
	assert_true(has(&out, "<path stroke='currentColor'  d='M1,1 L2,2'/>"));
	assert_true(has(&out, "<path stroke='currentColor' d='M3'/>"));
	assert_true(has(&out, "<g fill=\"currentColor\">"));
	text_release(&out);
}

static void test_groups_without_anything_are_left_out(void **state)
{
	struct text out = TEXT_INIT;
	size_t opened = 0;
	size_t closed = 0;

	(void)state;
	make(&out);
	for (const char *c = out.data; *c; c++) {
		opened += strncmp(c, "<g", 2) == 0;
		closed += strncmp(c, "</g>", 4) == 0;
	}
	assert_int_equal(opened, 5);
	assert_int_equal(closed, 5);
	text_release(&out);
}

static void test_the_root_has_size_and_name(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	make(&out);
	assert_int_equal(
		strncmp(out.data,
			"<svg class=\"chart\" width=\"760\" height=\"230\" viewBox=\"0 0 760 230\"",
			61),
		0);
	assert_true(has(&out, "role=\"img\" aria-labelledby=\"dd-bars-title dd-bars-legend\">"));
	text_release(&out);
}

static void test_a_stamp_tells_by_what_it_was_drawn(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	make(&out);
	assert_true(svg_is_stamped(&out));
	assert_true(svg_is_of(&out, "plot 1"));
	assert_false(svg_is_of(&out, "plot 2"));
	assert_false(svg_is_of(&out, ""));
	out.length--; /* cut short */
	out.data[out.length] = '\0';
	assert_false(svg_is_of(&out, "plot 1"));
	assert_false(svg_is_stamped(&out));
	text_clear(&out);
	assert_false(svg_is_stamped(&out));
	text_add(&out, drawing);
	assert_false(svg_is_stamped(&out));
	text_release(&out);
}

static void test_inline_it_has_no_style_and_no_stamp(void **state)
{
	struct text out = TEXT_INIT;
	struct text inline_svg = TEXT_INIT;

	(void)state;
	make(&out);
	assert_true(has(&out, "<style>"));
	assert_true(has(&out, "<!--"));
	svg_add_inline(&inline_svg, &out);
	assert_false(has(&inline_svg, "<style>"));
	assert_false(has(&inline_svg, "<!--"));
	assert_int_equal(strncmp(inline_svg.data, "<svg ", 5), 0);
	assert_string_equal(inline_svg.data + inline_svg.length - 7, "</svg>\n");
	assert_true(has(&inline_svg, "<path stroke='currentColor' d='M3'/>"));
	text_release(&out);
	text_release(&inline_svg);
}

/* A template of the user's may draw anything, or nothing. */
static void test_any_bytes_end(void **state)
{
	static const char *const drawings[] = { "", "<", "<svg", "text", "<g><g></g>", "</g></g>",
		"<title>", "<text>a", "\xFF<g\xFF>", "<!-- <g> -->", "<filter id='x'>" };
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(drawings); i++) {
		text_clear(&out);
		svg_add(&out, drawings[i], &about);
		assert_row(svg_is_of(&out, "plot 1"), drawings[i]);
	}
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts_are_escaped_whole),
		cmocka_unit_test(test_ids_are_the_figures_own),
		cmocka_unit_test(test_ink_is_the_pages),
		cmocka_unit_test(test_groups_without_anything_are_left_out),
		cmocka_unit_test(test_the_root_has_size_and_name),
		cmocka_unit_test(test_a_stamp_tells_by_what_it_was_drawn),
		cmocka_unit_test(test_inline_it_has_no_style_and_no_stamp),
		cmocka_unit_test(test_any_bytes_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
