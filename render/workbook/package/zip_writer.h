/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * zip_writer - a zip file from parts of another: copied, replaced
 *
 * Each function returns NULL, or says what is wrong.
 */
#ifndef RENDER_WORKBOOK_PACKAGE_ZIP_WRITER_H
#define RENDER_WORKBOOK_PACKAGE_ZIP_WRITER_H

#include <stdio.h>

#include "core/text.h"
#include "render/workbook/package/zip.h"

/* A zip file in the making, and the directory that it will end in. */
struct zip_writer {
	FILE *out;
	uint64_t offset;
	struct text directory;
	size_t count;
};

/* Copies a part as it is packed. */
const char *zip_writer_copy(
	struct zip_writer *writer, const struct zip *zip, const struct zip_part *part);

/* Writes other bytes as the part of that name. */
const char *zip_writer_replace(
	struct zip_writer *writer, const struct zip_part *part, const struct text *bytes);

/* Writes the directory, and sees to it that all is written. */
const char *zip_writer_finish(struct zip_writer *writer);

#endif
