/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_utf16 - files in UTF-16, and byte order marks */
#include "core/input.h"
#include "core/utf16.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

#define REPLACEMENT "\xEF\xBF\xBD"

/* UTF-16 (RFC 2781, section 2) in little-endian order, and the same text in UTF-8 (RFC 3629). */
static const struct {
	const char *utf16;
	size_t length;
	const char *utf8;
} texts[] = {
	{ "", 0, "" }, { "a\0\n\0", 4, "a\n" }, { "\x7F\0\x80\0", 4, "\x7F\xC2\x80" },
	{ "\xFF\x07\x00\x08", 4, "\xDF\xBF\xE0\xA0\x80" },
	{ "\xFF\xD7\x00\xE0", 4, "\xED\x9F\xBF\xEE\x80\x80" },
	{ "\x3D\xD8\x00\xDE", 4, "\xF0\x9F\x98\x80" }, /* U+1F600 */
	{ "\x00\xD8\x00\xDC\xFF\xDB\xFF\xDF", 8, "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF" },
	{ "\x00\xD8"
	  "a\0",
		4, REPLACEMENT "a" }, /* half a pair */
	{ "\x00\xDC"
	  "a\0",
		4, REPLACEMENT "a" }, /* the other half */
	{ "\x00\xD8\x00\xD8\x00\xDC", 6, REPLACEMENT "\xF0\x90\x80\x80" },
	{ "a\0\x00\xD8", 4, "a" REPLACEMENT }, /* the text ends in half a pair, */
	{ "a\0b", 3, "a" REPLACEMENT },        /* or in half a unit */
};

static void swap_bytes(char *bytes, size_t length)
{
	for (size_t i = 0; i + 1 < length; i += 2) {
		char first = bytes[i];

		bytes[i] = bytes[i + 1];
		bytes[i + 1] = first;
	}
}

/* Decodes in pieces of a size. */
static void decode(
	struct text *out, const char *bytes, size_t length, bool big_endian, size_t piece)
{
	struct utf16 utf16 = { .big_endian = big_endian };

	for (size_t at = 0; at < length; at += piece) {
		size_t count = length - at < piece ? length - at : piece;

		utf16_decode(&utf16, (const unsigned char *)bytes + at, count, out);
	}
	utf16_end(&utf16, out);
}

static void test_decodes_in_pieces_of_any_size(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		char swapped[16];

		memcpy(swapped, texts[i].utf16, texts[i].length);
		swap_bytes(swapped, texts[i].length);
		for (size_t piece = 1; piece <= 9; piece++) {
			text_clear(&out);
			decode(&out, texts[i].utf16, texts[i].length, false, piece);
			assert_text(out.data, texts[i].utf8, texts[i].utf8);
			text_clear(&out);
			decode(&out, swapped, texts[i].length, true, piece);
			assert_text(out.data, texts[i].utf8, texts[i].utf8);
		}
	}
	text_release(&out);
}

/* Reads a file of these bytes, size at a time. */
static void read_back(struct text *out, const char *bytes, size_t length, size_t size)
{
	char path[PATH_SIZE];
	char chunk[64];
	struct input *input;
	size_t count;

	make_file(path, bytes, length);
	input = input_open(path);
	assert_non_null(input);
	while ((count = input_read(input, chunk, size)))
		text_add_bytes(out, chunk, count);
	assert_null(input_error(input));
	input_close(input);
	unlink(path);
}

static void test_byte_order_mark_decides_and_is_left_out(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *text;
	} rows[] = {
		{ "\xFF\xFE"
		  "a\0b\0",
			6, "ab" },
		{ "\xFE\xFF"
		  "\0a\0b",
			6, "ab" },
		{ "\xEF\xBB\xBF"
		  "ab",
			5, "ab" },
		{ "\xFF\xFE", 2, "" },
		{ "\xFE\xFF", 2, "" },
		{ "\xEF\xBB\xBF", 3, "" },
		{ "\xEF\xBB", 2, "\xEF\xBB" },
		{ "a\xEF\xBB\xBF", 4, "a\xEF\xBB\xBF" }, /* not in front: a character */
		{ "\xFF", 1, "\xFF" },
		{ "\xFF\xFE"
		  "a\0\xFF\xFE"
		  "b\0",
			8,
			"a\xEF\xBB\xBF"
			"b" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		for (size_t size = 1; size <= 64; size *= 4) {
			struct text out = TEXT_INIT;

			read_back(&out, rows[i].bytes, rows[i].length, size);
			assert_text(out.data, rows[i].text, rows[i].text);
			text_release(&out);
		}
	}
}

/* Three bytes of UTF-8 for two of UTF-16, over many chunks. */
static void test_long_files_are_decoded_throughout(void **state)
{
	enum { CHARACTERS = 200000 };
	struct text bytes = TEXT_INIT;
	struct text out = TEXT_INIT;

	(void)state;
	text_add_bytes(&bytes, "\xFF\xFE", 2);
	for (int i = 0; i < CHARACTERS; i++)
		text_add_bytes(&bytes, "\xAC\x20", 2); /* U+20AC */
	read_back(&out, bytes.data, bytes.length, 64);
	assert_int_equal(out.length, 3 * CHARACTERS);
	for (size_t i = 0; i < out.length; i += 3)
		if (memcmp(out.data + i, "\xE2\x82\xAC", 3) != 0)
			fail_msg("character %zu", i / 3);
	text_release(&bytes);
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decodes_in_pieces_of_any_size),
		cmocka_unit_test(test_byte_order_mark_decides_and_is_left_out),
		cmocka_unit_test(test_long_files_are_decoded_throughout),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
