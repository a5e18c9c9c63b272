/* SPDX-License-Identifier: GPL-3.0-or-later */
/* utf16 - UTF-16 made UTF-8, in pieces of any size */
#include "core/utf16.h"

#include <stdint.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

static bool is_high_surrogate(uint32_t unit)
{
	return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low_surrogate(uint32_t unit)
{
	return unit >= 0xDC00 && unit < 0xE000;
}

/* The code unit in the two bytes at the index of those that are kept. */
static uint32_t unit_at(const struct utf16 *utf16, size_t index)
{
	uint32_t first = utf16->kept[index];
	uint32_t second = utf16->kept[index + 1];

	return utf16->big_endian ? first << 8 | second : second << 8 | first;
}

static void drop_unit(struct utf16 *utf16)
{
	utf16->kept_count -= 2;
	memmove(utf16->kept, utf16->kept + 2, utf16->kept_count);
}

/* Adds the character that the kept bytes are by now, if they are one. */
static void add_kept(struct utf16 *utf16, struct text *text)
{
	while (utf16->kept_count >= 2) {
		uint32_t unit = unit_at(utf16, 0);

		if (is_high_surrogate(unit) && utf16->kept_count < 4)
			return;
		if (is_high_surrogate(unit) && is_low_surrogate(unit_at(utf16, 2))) {
			unit = 0x10000 + ((unit - 0xD800) << 10) + (unit_at(utf16, 2) - 0xDC00);
			drop_unit(utf16);
		} else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
			unit = REPLACEMENT;
		}
		text_add_character(text, unit);
		drop_unit(utf16);
	}
}

void utf16_decode(struct utf16 *utf16, const unsigned char *bytes, size_t count, struct text *text)
{
	for (size_t i = 0; i < count; i++) {
		utf16->kept[utf16->kept_count++] = bytes[i];
		if (utf16->kept_count % 2 == 0)
			add_kept(utf16, text);
	}
}

void utf16_end(struct utf16 *utf16, struct text *text)
{
	if (utf16->kept_count)
		text_add_character(text, REPLACEMENT);
	utf16->kept_count = 0;
}
