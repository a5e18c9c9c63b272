/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_input_packed - gzip and xz, whole, cut short and damaged */
#include <lzma.h>
#include <zlib.h>

#include "core/input.h"
#include "tests/unit/files.h"
#include "tests/unit/reading.h"
#include "tests/unit/unit.h"

/* Adds a gzip member (RFC 1952) of the bytes, with the name a gzip program gives it. */
static void add_gzip(struct text *out, const char *bytes, size_t length)
{
	unsigned char name[] = "1.log";
	gz_header header = { .name = name };
	z_stream stream = { 0 };
	size_t room = length + 1000;
	char *packed = malloc(room);

	assert_int_equal(
		deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	deflateSetHeader(&stream, &header);
	stream.next_in = (unsigned char *)bytes;
	stream.avail_in = (uInt)length;
	stream.next_out = (unsigned char *)packed;
	stream.avail_out = (uInt)room;
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	text_add_bytes(out, packed, room - stream.avail_out);
	deflateEnd(&stream);
	free(packed);
}

static void add_xz(struct text *out, const char *bytes, size_t length, uint32_t preset)
{
	size_t room = lzma_stream_buffer_bound(length);
	uint8_t *packed = malloc(room);
	size_t used = 0;

	assert_int_equal(lzma_easy_buffer_encode(preset, LZMA_CHECK_CRC64, NULL,
				 (const uint8_t *)bytes, length, packed, &used, room),
		LZMA_OK);
	text_add_bytes(out, (char *)packed, used);
	free(packed);
}

static void test_gzip_members_follow_one_another(void **state)
{
	struct text log = TEXT_INIT;
	struct text file = TEXT_INIT;

	(void)state;
	add_log(&log, 20000);
	add_gzip(&file, log.data, 100);
	add_gzip(&file, NULL, 0);
	add_gzip(&file, log.data + 100, log.length - 101);
	add_gzip(&file, log.data + log.length - 1, 1);
	check_reads_as(&file, &log);
	text_release(&log);
	text_release(&file);
}

static void test_xz_streams_follow_one_another(void **state)
{
	struct text log = TEXT_INIT;
	struct text file = TEXT_INIT;

	(void)state;
	add_log(&log, 20000);
	add_xz(&file, log.data, 100, 6);
	add_xz(&file, NULL, 0, 0);
	add_xz(&file, log.data + 100, log.length - 100, 6);
	check_reads_as(&file, &log);
	text_release(&log);
	text_release(&file);
}

/* What `xz -9` writes; xz(1) says that unpacking it takes 65 MiB. */
static void test_xz_of_the_highest_preset_is_read(void **state)
{
	struct text log = TEXT_INIT;
	struct text file = TEXT_INIT;

	(void)state;
	add_log(&log, 100);
	add_xz(&file, log.data, log.length, 9);
	check_reads_as(&file, &log);
	text_release(&log);
	text_release(&file);
}

static void test_an_empty_file_packed_is_empty(void **state)
{
	struct text file = TEXT_INIT;
	struct text empty = TEXT_INIT;

	(void)state;
	add_gzip(&file, NULL, 0);
	check_reads_as(&file, &empty);
	text_clear(&file);
	add_xz(&file, NULL, 0, 6);
	check_reads_as(&file, &empty);
	text_release(&file);
}

/* Every beginning of a packed file is an error, behind what could be read of it. */
static void check_cut_short(const struct text *file, const struct text *log, size_t magic)
{
	for (size_t length = magic; length < file->length; length++) {
		struct text got = TEXT_INIT;
		char row[32];

		snprintf(row, sizeof row, "%zu bytes", length);
		assert_row(!read_back(&got, file->data, length, 4096), row);
		assert_row(got.length <= log->length, row);
		assert_row(memcmp(got.data, log->data, got.length) == 0, row);
		text_release(&got);
	}
}

static void test_packed_files_cut_short_are_errors(void **state)
{
	struct text log = TEXT_INIT;
	struct text file = TEXT_INIT;

	(void)state;
	add_log(&log, 30);
	add_gzip(&file, log.data, log.length);
	check_cut_short(&file, &log, 3);
	text_clear(&file);
	add_xz(&file, log.data, log.length, 6);
	check_cut_short(&file, &log, 6);
	text_release(&log);
	text_release(&file);
}

/* With any byte damaged, a packed file is an error, or (a time, a name) reads as it was. */
static void check_damaged(struct text *file, const struct text *log, size_t magic)
{
	for (size_t i = magic; i < file->length; i++) {
		struct text got = TEXT_INIT;
		char row[32];

		snprintf(row, sizeof row, "byte %zu", i);
		file->data[i] ^= 0x55;
		if (read_back(&got, file->data, file->length, 4096)) {
			assert_row(got.length == log->length, row);
			assert_row(memcmp(got.data, log->data, got.length) == 0, row);
		}
		file->data[i] ^= 0x55;
		text_release(&got);
	}
}

static void test_damage_is_an_error(void **state)
{
	struct text log = TEXT_INIT;
	struct text file = TEXT_INIT;

	(void)state;
	add_log(&log, 30);
	add_gzip(&file, log.data, log.length);
	check_damaged(&file, &log, 2);
	text_clear(&file);
	add_xz(&file, log.data, log.length, 6);
	check_damaged(&file, &log, 6);
	text_release(&log);
	text_release(&file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gzip_members_follow_one_another),
		cmocka_unit_test(test_xz_streams_follow_one_another),
		cmocka_unit_test(test_xz_of_the_highest_preset_is_read),
		cmocka_unit_test(test_an_empty_file_packed_is_empty),
		cmocka_unit_test(test_packed_files_cut_short_are_errors),
		cmocka_unit_test(test_damage_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
