/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zip_writer - a zip file from parts of another */
#include "render/workbook/package/zip_writer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "core/memory.h"
#include "render/workbook/package/zip_layout.h"

enum { CHUNK = 64 * 1024 };

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

static bool write_all(struct zip_writer *writer, const void *bytes, size_t length)
{
	writer->offset += length;
	return fwrite(bytes, 1, length, writer->out) == length;
}

static bool copy_bytes(
	struct zip_writer *writer, const struct zip *zip, uint64_t offset, uint64_t end)
{
	static unsigned char bytes[CHUNK];

	while (offset < end) {
		size_t length = end - offset < CHUNK ? (size_t)(end - offset) : CHUNK;

		if (!zip_read(zip, bytes, length, offset) || !write_all(writer, bytes, length))
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

const char *zip_writer_copy(
	struct zip_writer *writer, const struct zip *zip, const struct zip_part *part)
{
	const char *why = add_entry(writer, part, writer->offset);
	uint64_t data = zip_data_offset(zip, part);

	if (why || data == 0)
		return why ? why : zip_damaged;
	if (!copy_bytes(writer, zip, part->offset, data + part->packed_size))
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

const char *zip_writer_replace(
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

const char *zip_writer_finish(struct zip_writer *writer)
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
