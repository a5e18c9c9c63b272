/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input - the bytes of a file or of standard input, unpacked and in UTF-8 */
#include "core/input.h"

#include <errno.h>
#include <fcntl.h>
#include <lzma.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/output.h"
#include "core/utf16.h"

enum {
	CHUNK = 64 * 1024,
	MARK = 3,  /* bytes of the longest byte order mark */
	MAGIC = 6, /* bytes that tell gzip and xz from anything else */
};

/* A damaged xz header may ask for any amount of memory; `xz -9`, the most there is, needs 65 MiB. */
static const uint64_t xz_memory_limit = UINT64_C(68) << 20;

struct input {
	int descriptor;
	const char *error;
	enum { PLAIN, GZIP, XZ } packing;

	size_t chunk_start;
	size_t chunk_end;
	bool stream_ended;

	z_stream gzip;
	lzma_stream xz;

	/* The first bytes, unpacked to look for a mark, and not yet passed on. */
	unsigned char head[MARK];
	size_t head_start;
	size_t head_end;

	bool is_utf16;
	struct utf16 utf16;
	bool at_end;
	struct text decoded;
	size_t decoded_start;

	/* Packed bytes, or the first plain ones, read and not yet passed on. */
	unsigned char chunk[CHUNK];
};

static size_t read_descriptor(struct input *input, void *bytes, size_t size)
{
	ssize_t count;

	if (input->descriptor == STDIN_FILENO)
		output_flush(); /* it may be a live pipe: what was read of it shall not wait for more */
	do
		count = read(input->descriptor, bytes, size);
	while (count < 0 && errno == EINTR);
	if (count < 0)
		input->error = strerror(errno);
	return count > 0 ? (size_t)count : 0;
}

static void refill(struct input *input)
{
	input->chunk_start = 0;
	input->chunk_end = read_descriptor(input, input->chunk, sizeof input->chunk);
}

static void recognise_packing(struct input *input)
{
	static const unsigned char xz_magic[MAGIC] = { 0xFD, '7', 'z', 'X', 'Z', 0 };
	size_t count;

	do {
		count = read_descriptor(input, input->chunk + input->chunk_end,
			sizeof input->chunk - input->chunk_end);
		input->chunk_end += count;
	} while (count && input->chunk_end < MAGIC);

	if (input->chunk_end > 2 && input->chunk[0] == 0x1F && input->chunk[1] == 0x8B) {
		input->packing = GZIP;
		if (inflateInit2(&input->gzip, 15 + 16) != Z_OK)
			die("cannot start zlib");
	} else if (input->chunk_end >= MAGIC && memcmp(input->chunk, xz_magic, MAGIC) == 0) {
		input->packing = XZ;
		if (lzma_stream_decoder(&input->xz, xz_memory_limit, LZMA_CONCATENATED) != LZMA_OK)
			die("cannot start liblzma");
	}
}

static size_t read_plain(struct input *input, char *bytes, size_t size)
{
	size_t left = input->chunk_end - input->chunk_start;

	if (left == 0)
		return read_descriptor(input, bytes, size);
	if (left > size)
		left = size;
	memcpy(bytes, input->chunk + input->chunk_start, left);
	input->chunk_start += left;
	return left;
}

/* One step of inflate; several gzip members may follow one another in a file. */
static size_t step_gzip(struct input *input, char *bytes, size_t size)
{
	z_stream *gzip = &input->gzip;
	int result;

	gzip->next_in = input->chunk + input->chunk_start;
	gzip->avail_in = (uInt)(input->chunk_end - input->chunk_start);
	gzip->next_out = (unsigned char *)bytes;
	gzip->avail_out = (uInt)size;
	if (input->stream_ended && gzip->avail_in) {
		inflateReset(gzip);
		input->stream_ended = false;
	}
	result = inflate(gzip, Z_NO_FLUSH);
	input->chunk_start = input->chunk_end - gzip->avail_in;
	if (result == Z_STREAM_END)
		input->stream_ended = true;
	else if (result != Z_OK && result != Z_BUF_ERROR)
		input->error = "damaged gzip data";
	return size - gzip->avail_out;
}

static size_t step_xz(struct input *input, char *bytes, size_t size, lzma_action action)
{
	lzma_stream *xz = &input->xz;
	lzma_ret result;

	xz->next_in = input->chunk + input->chunk_start;
	xz->avail_in = input->chunk_end - input->chunk_start;
	xz->next_out = (unsigned char *)bytes;
	xz->avail_out = size;
	result = lzma_code(xz, action);
	input->chunk_start = input->chunk_end - xz->avail_in;
	if (result == LZMA_STREAM_END)
		input->stream_ended = true;
	else if (result == LZMA_MEMLIMIT_ERROR)
		input->error = "xz data that needs more than 68 MiB to unpack";
	else if (result != LZMA_OK && result != LZMA_BUF_ERROR)
		input->error = "damaged xz data";
	return size - xz->avail_out;
}

static size_t read_packed(struct input *input, char *bytes, size_t size)
{
	if (size > UINT32_MAX)
		size = UINT32_MAX;
	for (;;) {
		bool at_end;
		size_t count;

		if (input->chunk_start == input->chunk_end)
			refill(input);
		at_end = input->chunk_end == 0;
		if (input->error || (at_end && input->stream_ended))
			return 0;
		count = input->packing == GZIP
				? step_gzip(input, bytes, size)
				: step_xz(input, bytes, size, at_end ? LZMA_FINISH : LZMA_RUN);
		if (count)
			return count;
		if (at_end && !input->stream_ended && !input->error)
			input->error = "packed data that ends too early";
	}
}

static size_t read_unpacked(struct input *input, void *bytes, size_t size)
{
	if (input->error)
		return 0;
	return input->packing == PLAIN ? read_plain(input, bytes, size)
				       : read_packed(input, bytes, size);
}

/* A byte order mark says the encoding, and is no part of the text. */
static void recognise_encoding(struct input *input)
{
	static const unsigned char utf8[] = { 0xEF, 0xBB, 0xBF };
	static const unsigned char utf16_little[] = { 0xFF, 0xFE };
	static const unsigned char utf16_big[] = { 0xFE, 0xFF };
	const unsigned char *head = input->head;
	size_t count;

	do {
		count = read_unpacked(input, input->head + input->head_end, MARK - input->head_end);
		input->head_end += count;
	} while (count && input->head_end < MARK);

	if (input->head_end == MARK && memcmp(head, utf8, sizeof utf8) == 0) {
		input->head_start = sizeof utf8;
	} else if (input->head_end >= sizeof utf16_big &&
		   (memcmp(head, utf16_little, sizeof utf16_little) == 0 ||
			   memcmp(head, utf16_big, sizeof utf16_big) == 0)) {
		input->is_utf16 = true;
		input->utf16.big_endian = head[0] == utf16_big[0];
		input->head_start = sizeof utf16_big;
	}
}

/* Reads on from the descriptor, which is closed with the input; in memory where there is some. */
static struct input *begin(int descriptor, struct input *memory)
{
	struct input *input = memory ? memory : memory_resize(NULL, 1, sizeof *input);

	memset(input, 0,
		offsetof(struct input, chunk)); /* most files are far smaller than the chunk */
	input->descriptor = descriptor;
	text_init(&input->decoded);
	recognise_packing(input);
	if (input->error && errno == EISDIR) {
		input_close(input);
		errno = EISDIR;
		return NULL;
	}
	recognise_encoding(input);
	return input;
}

static bool is_standard(const char *path)
{
	return strcmp(path, "-") == 0;
}

enum { HOW_TO_OPEN = O_RDONLY | O_CLOEXEC | O_NOCTTY };

struct input *input_open(const char *path)
{
	int descriptor = is_standard(path) ? STDIN_FILENO : open(path, HOW_TO_OPEN);

	return descriptor < 0 ? NULL : begin(descriptor, NULL);
}

struct input *inputs_open(struct inputs *inputs, const char *path)
{
	int descriptor = is_standard(path) ? STDIN_FILENO
					   : input_folder_open(&inputs->folder, path, HOW_TO_OPEN);
	struct input *memory = inputs->spare;

	if (descriptor < 0)
		return NULL;
	inputs->spare = NULL;
	return begin(descriptor, memory);
}

static size_t read_encoded(struct input *input, void *bytes, size_t size)
{
	size_t left = input->head_end - input->head_start;

	if (left == 0)
		return read_unpacked(input, bytes, size);
	if (left > size)
		left = size;
	memcpy(bytes, input->head + input->head_start, left);
	input->head_start += left;
	return left;
}

static void decode_some(struct input *input)
{
	unsigned char bytes[4096];
	size_t count = read_encoded(input, bytes, sizeof bytes);

	text_clear(&input->decoded);
	input->decoded_start = 0;
	if (count)
		utf16_decode(&input->utf16, bytes, count, &input->decoded);
	else
		utf16_end(&input->utf16, &input->decoded);
	input->at_end = count == 0;
}

static size_t read_utf16(struct input *input, char *bytes, size_t size)
{
	size_t left;

	while (input->decoded_start == input->decoded.length && !input->at_end)
		decode_some(input);
	left = input->decoded.length - input->decoded_start;
	if (left > size)
		left = size;
	memcpy(bytes, input->decoded.data + input->decoded_start, left);
	input->decoded_start += left;
	return left;
}

size_t input_read(struct input *input, char *bytes, size_t size)
{
	return input->is_utf16 ? read_utf16(input, bytes, size) : read_encoded(input, bytes, size);
}

const char *input_error(const struct input *input)
{
	return input->error;
}

/* Leaves no more than its memory. */
static void end(struct input *input)
{
	if (input->packing == GZIP)
		inflateEnd(&input->gzip);
	if (input->packing == XZ)
		lzma_end(&input->xz);
	if (input->descriptor != STDIN_FILENO)
		close(input->descriptor);
	text_release(&input->decoded);
}

void input_close(struct input *input)
{
	end(input);
	free(input);
}

void inputs_close(struct inputs *inputs, struct input *input)
{
	end(input);
	free(inputs->spare);
	inputs->spare = input;
}

void inputs_release(struct inputs *inputs)
{
	input_folder_release(&inputs->folder);
	free(inputs->spare);
	inputs->spare = NULL;
}

bool input_read_file(struct text *bytes, const char *path)
{
	struct input *input = input_open(path);
	char chunk[4096];
	size_t count;

	if (!input)
		return false;
	while ((count = input_read(input, chunk, sizeof chunk)))
		text_add_bytes(bytes, chunk, count);
	if (input_error(input))
		die("%s: %s", path, input_error(input));
	input_close(input);
	return true;
}
