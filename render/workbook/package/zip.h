/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * zip - the parts of a zip file: read, copied, replaced
 *
 * PKWARE's APPNOTE 6.3.9, sections 4.3 to 4.5, without ZIP64: files, and parts,
 * of under 4 GiB, whose sizes stand before them, stored or deflated.
 */
#ifndef RENDER_WORKBOOK_PACKAGE_ZIP_H
#define RENDER_WORKBOOK_PACKAGE_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "core/text.h"

struct zip_part {
	char *name;
	unsigned char *entry; /* as the directory has it */
	size_t entry_length;
	uint32_t crc;
	uint32_t packed_size;
	uint32_t size;
	uint32_t offset; /* of its header */
	bool is_deflated;
};

struct zip {
	int descriptor;
	struct zip_part *parts;
	size_t count;
};

/* Each of these returns NULL, or says what is wrong. */

/* Reads the directory of the file. */
const char *zip_open(struct zip *zip, int descriptor);
void zip_release(struct zip *zip);

/* Gives the bytes of a part, unpacked, to take(), piece by piece. */
const char *zip_unpack(const struct zip *zip, const struct zip_part *part,
	void (*take)(const char *bytes, size_t length, void *context), void *context);

/* A zip file in the making; the directory that it will have is kept in the parts written. */
struct zip_writer {
	FILE *out;
	uint64_t offset;
	struct text directory;
	size_t count;
};

/* Copies a part as it is packed. */
const char *zip_copy(struct zip_writer *writer, const struct zip *zip, const struct zip_part *part);

/* Writes other bytes as the part of that name. */
const char *zip_replace(
	struct zip_writer *writer, const struct zip_part *part, const struct text *bytes);

/* Writes the directory, and sees to it that all is written. */
const char *zip_finish(struct zip_writer *writer);

#endif
