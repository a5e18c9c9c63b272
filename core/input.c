/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input - the bytes of a file or of standard input, unpacked and in UTF-8 */
#include "core/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/input/packed.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/utf16.h"

enum { MARK = 3 }; /* bytes of the longest byte order mark */

struct input {
	/* The first bytes, unpacked to look for a mark, and not yet passed on. */
	unsigned char head[MARK];
	size_t head_start;
	size_t head_end;

	bool is_utf16;
	struct utf16 utf16;
	bool at_end;
	struct text decoded;
	size_t decoded_start;

	struct packed packed; /* last: its chunk is left as it is */
};

/* A byte order mark says the encoding, and is no part of the text. */
static void recognise_encoding(struct input *input)
{
	static const unsigned char utf8[] = { 0xEF, 0xBB, 0xBF };
	static const unsigned char utf16_little[] = { 0xFF, 0xFE };
	static const unsigned char utf16_big[] = { 0xFE, 0xFF };
	const unsigned char *head = input->head;
	size_t count;

	do {
		count = packed_read(
			&input->packed, input->head + input->head_end, MARK - input->head_end);
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

	memset(input, 0, offsetof(struct input, packed));
	text_init(&input->decoded);
	packed_begin(&input->packed, descriptor);
	if (input->packed.error && errno == EISDIR) {
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
		return packed_read(&input->packed, bytes, size);
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
	return input->packed.error;
}

/* Leaves no more than its memory. */
static void end(struct input *input)
{
	packed_end(&input->packed);
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
