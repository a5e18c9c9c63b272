/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip - the parts of a zip file */
#include "render/workbook/package/zip.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "core/memory.h"

enum {
	CHUNK = 64 * 1024,
	HEADER = 30, /* bytes of a part's own header, before its name */
	ENTRY = 46,  /* of its entry in the directory */
	END = 22,    /* of the end of the directory, without a comment */
	DEFLATED = 8,
};

/* Where in an entry things stand. The header has the same, from its version on, 2 bytes earlier. */
enum {
	ENTRY_METHOD = 10,
	ENTRY_CRC = 16,
	ENTRY_NAME_LENGTH = 28,
	ENTRY_EXTRA_LENGTH = 30,
	ENTRY_COMMENT_LENGTH = 32,
	ENTRY_OFFSET = 42,
	HEADER_NAME_LENGTH = 26,
	HEADER_EXTRA_LENGTH = 28,
	END_COUNT = 8,
	END_SIZE = 12,
	END_OFFSET = 16,
};

static const char damaged[] = "the library left a damaged zip file";

static uint32_t get16(const unsigned char *at)
{
	return at[0] | (uint32_t)at[1] << 8;
}

static uint32_t get32(const unsigned char *at)
{
	return get16(at) | get16(at + 2) << 16;
}

static void put16(unsigned char *at, uint32_t value)
{
	at[0] = (unsigned char)value;
	at[1] = (unsigned char)(value >> 8);
}

static void put32(unsigned char *at, uint32_t value)
{
	put16(at, value);
	put16(at + 2, value >> 16);
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
			return damaged;
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
		return damaged;
	size = get32(end + END_SIZE);
	zip->count = get16(end + END_COUNT);
	zip->parts = memory_allocate(zip->count, sizeof *zip->parts);
	directory = memory_allocate(size + 1, 1);
	why = read_at(descriptor, directory, size, get32(end + END_OFFSET))
		      ? read_directory(zip, directory, size)
		      : damaged;
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

/* Where a part's bytes begin; 0 when its header is not to be read. */
static uint64_t data_offset(const struct zip *zip, const struct zip_part *part)
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
	uint64_t offset = data_offset(zip, part);
	z_stream stream = { .next_in = packed };
	uint32_t left = part->packed_size;
	int result = Z_OK;

	if (offset == 0 || !part->is_deflated || inflateInit2(&stream, -MAX_WBITS) != Z_OK)
		return damaged;
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
	return result == Z_STREAM_END && stream.total_out == part->size ? NULL : damaged;
}

static bool write_all(struct zip_writer *writer, const void *bytes, size_t length)
{
	writer->offset += length;
	return fwrite(bytes, 1, length, writer->out) == length;
}

static bool copy_bytes(struct zip_writer *writer, int from, uint64_t offset, uint64_t end)
{
	static unsigned char bytes[CHUNK];

	while (offset < end) {
		size_t length = end - offset < CHUNK ? (size_t)(end - offset) : CHUNK;

		if (!read_at(from, bytes, length, offset) || !write_all(writer, bytes, length))
			return false;
		offset += length;
	}
	return true;
}

/* The directory's entry of a part that begins here. */
static const char *add_entry(
	struct zip_writer *writer, const struct zip_part *part, uint64_t offset)
{
	unsigned char *entry = part->entry;

	if (offset > UINT32_MAX)
		return "a workbook of over 4 GiB";
	put32(entry + ENTRY_CRC, part->crc);
	put32(entry + ENTRY_CRC + 4, part->packed_size);
	put32(entry + ENTRY_CRC + 8, part->size);
	put32(entry + ENTRY_OFFSET, (uint32_t)offset);
	text_add_bytes(&writer->directory, (char *)entry, part->entry_length);
	writer->count++;
	return NULL;
}

const char *zip_copy(struct zip_writer *writer, const struct zip *zip, const struct zip_part *part)
{
	const char *why = add_entry(writer, part, writer->offset);
	uint64_t data = data_offset(zip, part);

	if (why || data == 0)
		return why ? why : damaged;
	if (!copy_bytes(writer, zip->descriptor, part->offset, data + part->packed_size))
		return strerror(errno);
	return NULL;
}

/* The bytes deflated as a whole; the caller frees them. */
static unsigned char *deflate_bytes(const struct text *bytes, uint32_t *length)
{
	z_stream stream = { .next_in = (unsigned char *)bytes->data };
	unsigned char *packed;

	if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8,
		    Z_DEFAULT_STRATEGY) != Z_OK)
		return NULL;
	stream.avail_in = (uInt)bytes->length;
	stream.avail_out = (uInt)deflateBound(&stream, bytes->length);
	stream.next_out = packed = memory_allocate(stream.avail_out, 1);
	deflate(&stream, Z_FINISH);
	*length = (uint32_t)stream.total_out;
	deflateEnd(&stream);
	return packed;
}

const char *zip_replace(
	struct zip_writer *writer, const struct zip_part *part, const struct text *bytes)
{
	unsigned char header[HEADER] = "PK\3\4";
	struct zip_part replaced = *part;
	unsigned char *packed = deflate_bytes(bytes, &replaced.packed_size);
	const char *why;
	bool fine;

	if (!packed)
		return "cannot start zlib";
	replaced.size = (uint32_t)bytes->length;
	replaced.crc = (uint32_t)crc32(0, (const unsigned char *)bytes->data, (uInt)bytes->length);
	why = add_entry(writer, &replaced, writer->offset);
	memcpy(header + 4, part->entry + 6, HEADER_NAME_LENGTH - 4);
	put32(header + ENTRY_CRC - 2, replaced.crc);
	put32(header + ENTRY_CRC + 2, replaced.packed_size);
	put32(header + ENTRY_CRC + 6, replaced.size);
	put16(header + HEADER_NAME_LENGTH, (uint32_t)strlen(part->name));
	fine = write_all(writer, header, HEADER) &&
	       write_all(writer, part->name, strlen(part->name)) &&
	       write_all(writer, packed, replaced.packed_size);
	free(packed);
	if (why)
		return why;
	return fine ? NULL : strerror(errno);
}

const char *zip_finish(struct zip_writer *writer)
{
	unsigned char end[END] = "PK\5\6";
	uint64_t offset = writer->offset;
	bool fine;

	put16(end + END_COUNT, (uint32_t)writer->count);
	put16(end + END_COUNT + 2, (uint32_t)writer->count);
	put32(end + END_SIZE, (uint32_t)writer->directory.length);
	put32(end + END_OFFSET, (uint32_t)offset);
	fine = write_all(writer, writer->directory.data, writer->directory.length) &&
	       write_all(writer, end, END) && fflush(writer->out) == 0;
	text_release(&writer->directory);
	if (offset > UINT32_MAX)
		return "a workbook of over 4 GiB";
	return fine ? NULL : strerror(errno);
}
