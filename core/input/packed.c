/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input/packed - the bytes of a descriptor, unpacked where gzip or xz packed them */
#include "core/input/packed.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/output.h"

enum { MAGIC = 6 }; /* bytes that tell gzip and xz from anything else */

/* A damaged xz header may ask for any amount of memory; `xz -9`, the most there is, needs 65 MiB. */
static const uint64_t xz_memory_limit = UINT64_C(68) << 20;

static size_t read_descriptor(struct packed *packed, void *bytes, size_t size)
{
	ssize_t count;

	if (packed->descriptor == STDIN_FILENO)
		output_flush(); /* it may be a live pipe: what was read of it shall not wait for more */
	do
		count = read(packed->descriptor, bytes, size);
	while (count < 0 && errno == EINTR);
	if (count < 0)
		packed->error = strerror(errno);
	return count > 0 ? (size_t)count : 0;
}

static void refill(struct packed *packed)
{
	packed->chunk_start = 0;
	packed->chunk_end = read_descriptor(packed, packed->chunk, sizeof packed->chunk);
}

static void recognise_packing(struct packed *packed)
{
	static const unsigned char xz_magic[MAGIC] = { 0xFD, '7', 'z', 'X', 'Z', 0 };
	size_t count;

	do {
		count = read_descriptor(packed, packed->chunk + packed->chunk_end,
			sizeof packed->chunk - packed->chunk_end);
		packed->chunk_end += count;
	} while (count && packed->chunk_end < MAGIC);

	if (packed->chunk_end > 2 && packed->chunk[0] == 0x1F && packed->chunk[1] == 0x8B) {
		packed->packing = GZIP;
		if (inflateInit2(&packed->gzip, 15 + 16) != Z_OK)
			die("cannot start zlib");
	} else if (packed->chunk_end >= MAGIC && memcmp(packed->chunk, xz_magic, MAGIC) == 0) {
		packed->packing = XZ;
		if (lzma_stream_decoder(&packed->xz, xz_memory_limit, LZMA_CONCATENATED) != LZMA_OK)
			die("cannot start liblzma");
	}
}

static size_t read_plain(struct packed *packed, char *bytes, size_t size)
{
	size_t left = packed->chunk_end - packed->chunk_start;

	if (left == 0)
		return read_descriptor(packed, bytes, size);
	if (left > size)
		left = size;
	memcpy(bytes, packed->chunk + packed->chunk_start, left);
	packed->chunk_start += left;
	return left;
}

/* One step of inflate; several gzip members may follow one another in a file. */
static size_t step_gzip(struct packed *packed, char *bytes, size_t size)
{
	z_stream *gzip = &packed->gzip;
	int result;

	gzip->next_in = packed->chunk + packed->chunk_start;
	gzip->avail_in = (uInt)(packed->chunk_end - packed->chunk_start);
	gzip->next_out = (unsigned char *)bytes;
	gzip->avail_out = (uInt)size;
	if (packed->stream_ended && gzip->avail_in) {
		inflateReset(gzip);
		packed->stream_ended = false;
	}
	result = inflate(gzip, Z_NO_FLUSH);
	packed->chunk_start = packed->chunk_end - gzip->avail_in;
	if (result == Z_STREAM_END)
		packed->stream_ended = true;
	else if (result != Z_OK && result != Z_BUF_ERROR)
		packed->error = "damaged gzip data";
	return size - gzip->avail_out;
}

static size_t step_xz(struct packed *packed, char *bytes, size_t size, lzma_action action)
{
	lzma_stream *xz = &packed->xz;
	lzma_ret result;

	xz->next_in = packed->chunk + packed->chunk_start;
	xz->avail_in = packed->chunk_end - packed->chunk_start;
	xz->next_out = (unsigned char *)bytes;
	xz->avail_out = size;
	result = lzma_code(xz, action);
	packed->chunk_start = packed->chunk_end - xz->avail_in;
	if (result == LZMA_STREAM_END)
		packed->stream_ended = true;
	else if (result == LZMA_MEMLIMIT_ERROR)
		packed->error = "xz data that needs more than 68 MiB to unpack";
	else if (result != LZMA_OK && result != LZMA_BUF_ERROR)
		packed->error = "damaged xz data";
	return size - xz->avail_out;
}

static size_t read_packed(struct packed *packed, char *bytes, size_t size)
{
	if (size > UINT32_MAX)
		size = UINT32_MAX;
	for (;;) {
		bool at_end;
		size_t count;

		if (packed->chunk_start == packed->chunk_end)
			refill(packed);
		at_end = packed->chunk_end == 0;
		if (packed->error || (at_end && packed->stream_ended))
			return 0;
		count = packed->packing == GZIP
				? step_gzip(packed, bytes, size)
				: step_xz(packed, bytes, size, at_end ? LZMA_FINISH : LZMA_RUN);
		if (count)
			return count;
		if (at_end && !packed->stream_ended && !packed->error)
			packed->error = "packed data that ends too early";
	}
}

size_t packed_read(struct packed *packed, void *bytes, size_t size)
{
	if (packed->error)
		return 0;
	return packed->packing == PLAIN ? read_plain(packed, bytes, size)
					: read_packed(packed, bytes, size);
}

void packed_begin(struct packed *packed, int descriptor)
{
	memset(packed, 0,
		offsetof(struct packed, chunk)); /* most files are far smaller than the chunk */
	packed->descriptor = descriptor;
	recognise_packing(packed);
}

void packed_end(struct packed *packed)
{
	if (packed->packing == GZIP)
		inflateEnd(&packed->gzip);
	if (packed->packing == XZ)
		lzma_end(&packed->xz);
	if (packed->descriptor != STDIN_FILENO)
		close(packed->descriptor);
}
