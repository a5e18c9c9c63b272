/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * input/packed - the bytes of a descriptor, unpacked where gzip or xz packed them
 */
#ifndef CORE_INPUT_PACKED_H
#define CORE_INPUT_PACKED_H

#include <lzma.h>
#include <stdbool.h>
#include <stddef.h>
#include <zlib.h>

enum { PACKED_CHUNK = 64 * 1024 };

struct packed {
	int descriptor;
	const char *error; /* NULL, or why reading ended before the end */
	enum { PLAIN, GZIP, XZ } packing;

	size_t chunk_start;
	size_t chunk_end;
	bool stream_ended;

	z_stream gzip;
	lzma_stream xz;

	/* Packed bytes, or the first plain ones, read and not yet passed on. */
	unsigned char chunk[PACKED_CHUNK];
};

/* Reads as much as says whether, and how, the bytes are packed. */
void packed_begin(struct packed *packed, int descriptor);

/* Reads up to size bytes (> 0). 0 is the end, or behind an error. */
size_t packed_read(struct packed *packed, void *bytes, size_t size);

/* Closes the descriptor, unless that is standard input's. */
void packed_end(struct packed *packed);

#endif
