/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip - the parts of a zip file */
#include "render/workbook/package/zip.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "core/memory.h"
#include "render/workbook/package/zip_layout.h"

enum { CHUNK = 64 * 1024 };

const char zip_damaged[] = "the library left a damaged zip file";

static uint32_t get16(const unsigned char *at)
{
	return at[0] | (uint32_t)at[1] << 8;
}

static uint32_t get32(const unsigned char *at)
{
	return get16(at) | get16(at + 2) << 16;
}

static bool read_at(int descriptor, void *bytes, size_t length, uint64_t offset)
{
	while (length) {
		ssize_t count = pread(descriptor, bytes, length, (off_t)offset);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		bytes = (char *)bytes + count;
		length -= (size_t)count;
		offset += (uint64_t)count;
	}
	return true;
}

bool zip_read(const struct zip *zip, void *bytes, size_t length, uint64_t offset)
{
	return read_at(zip->descriptor, bytes, length, offset);
}

/* Reads the entry that a directory has here; its length, or 0. */
static size_t read_entry(struct zip_part *part, const unsigned char *at, size_t left)
{
	size_t name_length;

	if (left < ENTRY || memcmp(at, "PK\1\2", 4) != 0)
		return 0;
	name_length = get16(at + ENTRY_NAME_LENGTH);
	part->entry_length = ENTRY + name_length + get16(at + ENTRY_EXTRA_LENGTH) +
			     get16(at + ENTRY_COMMENT_LENGTH);
	if (left < part->entry_length)
		return 0;
	part->name = memory_copy_bytes((const char *)at + ENTRY, name_length);
	part->entry = (unsigned char *)memory_copy_bytes((const char *)at, part->entry_length);
	part->is_deflated = get16(at + ENTRY_METHOD) == DEFLATED;
	part->crc = get32(at + ENTRY_CRC);
	part->packed_size = get32(at + ENTRY_CRC + 4);
	part->size = get32(at + ENTRY_CRC + 8);
	part->offset = get32(at + ENTRY_OFFSET);
	return part->entry_length;
}

static const char *read_directory(struct zip *zip, const unsigned char *directory, size_t size)
{
	for (size_t i = 0, at = 0; i < zip->count; i++) {
		size_t length = read_entry(&zip->parts[i], directory + at, size - at);

		if (length == 0)
			return zip_damaged;
		at += length;
	}
	return NULL;
}

const char *zip_open(struct zip *zip, int descriptor)
{
	off_t length = lseek(descriptor, 0, SEEK_END);
	unsigned char end[END];
	unsigned char *directory;
	const char *why;
	size_t size;

	*zip = (struct zip){ .descriptor = descriptor };
	if (length < END || !read_at(descriptor, end, END, (uint64_t)length - END) ||
		memcmp(end, "PK\5\6", 4) != 0)
		return zip_damaged;
	size = get32(end + END_SIZE);
	zip->count = get16(end + END_COUNT);
	zip->parts = memory_allocate(zip->count, sizeof *zip->parts);
	directory = memory_allocate(size + 1, 1);
	why = read_at(descriptor, directory, size, get32(end + END_OFFSET))
		      ? read_directory(zip, directory, size)
		      : zip_damaged;
	free(directory);
	return why;
}

void zip_release(struct zip *zip)
{
	for (size_t i = 0; i < zip->count; i++) {
		free(zip->parts[i].name);
		free(zip->parts[i].entry);
	}
	free(zip->parts);
}

uint64_t zip_data_offset(const struct zip *zip, const struct zip_part *part)
{
	unsigned char header[HEADER];

	if (!read_at(zip->descriptor, header, HEADER, part->offset) ||
		memcmp(header, "PK\3\4", 4) != 0)
		return 0;
	return part->offset + HEADER + get16(header + HEADER_NAME_LENGTH) +
	       get16(header + HEADER_EXTRA_LENGTH);
}

/* Inflates what was read, and passes it on; Z_OK, Z_STREAM_END, or an error. */
static int inflate_some(z_stream *stream,
	void (*take)(const char *bytes, size_t length, void *context), void *context)
{
	static unsigned char unpacked[CHUNK];
	int result;

	do {
		stream->next_out = unpacked;
		stream->avail_out = CHUNK;
		result = inflate(stream, Z_NO_FLUSH);
		take((const char *)unpacked, CHUNK - stream->avail_out, context);
	} while (result == Z_OK && (stream->avail_in || stream->avail_out == 0));
	return result == Z_BUF_ERROR ? Z_OK : result;
}

const char *zip_unpack(const struct zip *zip, const struct zip_part *part,
	void (*take)(const char *bytes, size_t length, void *context), void *context)
{
	static unsigned char packed[CHUNK];
	uint64_t offset = zip_data_offset(zip, part);
	z_stream stream = { .next_in = packed };
	uint32_t left = part->packed_size;
	int result = Z_OK;

	if (offset == 0 || !part->is_deflated || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
		return zip_damaged;
	while (left && result == Z_OK) {
		stream.avail_in = left < CHUNK ? left : CHUNK;
		stream.next_in = packed;
		if (!read_at(zip->descriptor, packed, stream.avail_in, offset))
			break;
		offset += stream.avail_in;
		left -= stream.avail_in;
		result = inflate_some(&stream, take, context);
	}
	inflateEnd(&stream);
	return result == Z_STREAM_END && stream.total_out == part->size ? NULL : zip_damaged;
}
