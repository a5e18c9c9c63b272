/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_page - the parts of a page: others' text, digests */
#include "render/page/digest.h"
#include "render/page/html.h"
#include "tests/unit/unit.h"

static void test_text_is_text_in_elements_and_attributes(void **state)
{
	static const struct {
		const char *text;
		const char *html;
	} rows[] = {
		{ "plain 5 % ± x", "plain 5 % ± x" },
		{ "<script>alert('x')</script>",
			"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" },
		{ "\" onload=\"x", "&quot; onload=&quot;x" },
		{ "&lt; &", "&amp;lt; &amp;" },
		{ "a\nb\tc\x01", "a b c " },
		{ "\xff", "\xEF\xBF\xBD" },
		{ "\xE2\x80\xAEx", "\xEF\xBF\xBDx" }, /* turns the direction */
		{ "", "" },
	};
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&out);
		html_escape(&out, rows[i].text);
		assert_text(out.data, rows[i].html, rows[i].text);
	}
	text_release(&out);
}

/* FIPS 180-4's examples, as `openssl dgst -sha256 -binary | base64` has them. */
static void test_digests_are_sha256_in_base64(void **state)
{
	static const char *const rows[][2] = {
		{ "", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" },
		{ "abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
			"JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE=" },
	};
	struct text bytes = TEXT_INIT;
	struct text digest = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&bytes);
		text_clear(&digest);
		text_add(&bytes, rows[i][0]);
		digest_add(&digest, &bytes);
		assert_text(digest.data, rows[i][1], rows[i][0]);
	}
	text_release(&bytes);
	text_release(&digest);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_text_in_elements_and_attributes),
		cmocka_unit_test(test_digests_are_sha256_in_base64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
