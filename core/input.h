/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * input - the bytes of a file or of standard input, unpacked and in UTF-8
 *
 * gzip (zlib) and xz (liblzma) are recognised by their first bytes, never by
 * the name. So is UTF-16, by its byte order mark: it is made UTF-8. The mark,
 * also UTF-8's, is left out. Without one the bytes are passed on as they are.
 */
#ifndef CORE_INPUT_H
#define CORE_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/input/folder.h"
#include "core/text.h"

struct input;

/*
 * Opens path, "-" being standard input. NULL when that fails or it is a
 * folder, with errno set.
 */
struct input *input_open(const char *path);

/*
 * Reads up to size bytes (> 0). 0 is the end. After an error it is the end
 * too, and input_error() says what went wrong.
 */
size_t input_read(struct input *input, char *bytes, size_t size);

/* NULL, or why reading ended before the end: a read error, a damaged gzip or xz stream. */
const char *input_error(const struct input *input);

void input_close(struct input *input);

/*
 * Files that are opened one after another: by way of the folder that the last one
 * lay in, and in its memory. All zero before the first.
 */
struct inputs {
	struct input_folder folder;
	struct input *spare; /* the memory; NULL: none */
};

struct input *inputs_open(struct inputs *inputs, const char *path);
void inputs_close(struct inputs *inputs, struct input *input);
void inputs_release(struct inputs *inputs);

/*
 * Adds the bytes of a whole file. False, with errno set, when it cannot be
 * opened; an error in the middle ends the program.
 */
bool input_read_file(struct text *bytes, const char *path);

#endif
