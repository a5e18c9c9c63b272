/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cell_text - text of others, as a cell or a comment can hold it
 *
 * Excel takes 32,767 UTF-16 units, no control characters, nothing that XML has
 * no character for, and reads "_x0041_" as the character of that number.
 */
#ifndef RENDER_WORKBOOK_FILE_CELL_TEXT_H
#define RENDER_WORKBOOK_FILE_CELL_TEXT_H

#include <stdbool.h>

#include "core/text.h"

enum { CELL_TEXT_LIMIT = 32767 };

/*
 * Adds the text, made printable, up to limit UTF-16 units; what was cut off is
 * said at its end. "_x0041_" is written so that it reads as it stands.
 */
void cell_text_add(struct text *out, const char *foreign, size_t limit);

/* The same for where "_x0041_" is no character: a chart, a sheet's name. */
void plain_text_add(struct text *out, const char *foreign, size_t limit);

/* Whether "_xHHHH_" begins here, four hexadecimal digits within. */
bool is_character_escape(const char *at);

/* The text as a cell holds it: foreign itself, or else in buffer. */
const char *cell_text(struct text *buffer, const char *foreign);

#endif
