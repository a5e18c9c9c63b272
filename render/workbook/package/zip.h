/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * zip - the parts of a zip file, read
 *
 * PKWARE's APPNOTE 6.3.9, sections 4.3 to 4.5, without ZIP64: files, and parts,
 * of under 4 GiB, whose sizes stand before them, stored or deflated.
 */
#ifndef RENDER_WORKBOOK_PACKAGE_ZIP_H
#define RENDER_WORKBOOK_PACKAGE_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* What is said of a file that is none of this kind, or is not whole. */
extern const char zip_damaged[];

/* Reads the directory of the file. NULL, or what is wrong, as what follows. */
const char *zip_open(struct zip *zip, int descriptor);
void zip_release(struct zip *zip);

/* Gives the bytes of a part, unpacked, to take(), piece by piece. */
const char *zip_unpack(const struct zip *zip, const struct zip_part *part,
	void (*take)(const char *bytes, size_t length, void *context), void *context);

/* Where in the file the bytes of a part begin; 0 when its header is not to be read. */
uint64_t zip_data_offset(const struct zip *zip, const struct zip_part *part);

/* Reads exactly so many bytes; false when that fails. */
bool zip_read(const struct zip *zip, void *bytes, size_t length, uint64_t offset);

#endif
