/* SPDX-License-Identifier: GPL-3.0-or-later */
/* width - how many columns of a terminal text takes */
#include "render/report/width.h"

#include <stdint.h>

#include "core/scan.h"

struct range {
	uint32_t first;
	uint32_t last;
};

/* Unicode 15, EastAsianWidth.txt: the blocks that are wide (W, F). */
static const struct range wide[] = {
	{ 0x1100, 0x115F },
	{ 0x2E80, 0x303E },
	{ 0x3041, 0xA4CF },
	{ 0xA960, 0xA97C },
	{ 0xAC00, 0xD7A3 },
	{ 0xF900, 0xFAFF },
	{ 0xFE30, 0xFE6F },
	{ 0xFF01, 0xFF60 },
	{ 0xFFE0, 0xFFE6 },
	{ 0x1F300, 0x1F64F },
	{ 0x1F900, 0x1F9FF },
	{ 0x20000, 0x3FFFD },
};

/* The combining marks that Latin, Greek and symbol text uses, and zero-width characters. */
static const struct range zero[] = {
	{ 0x0300, 0x036F },
	{ 0x1AB0, 0x1AFF },
	{ 0x1DC0, 0x1DFF },
	{ 0x200B, 0x200F },
	{ 0x202A, 0x202E },
	{ 0x2060, 0x2069 },
	{ 0x20D0, 0x20FF },
	{ 0xFE00, 0xFE0F },
	{ 0xFE20, 0xFE2F },
};

static bool is_in(const struct range *ranges, size_t count, uint32_t code)
{
	for (size_t i = 0; i < count; i++)
		if (code >= ranges[i].first && code <= ranges[i].last)
			return true;
	return false;
}

static uint32_t decode(const char *bytes, size_t length)
{
	static const unsigned char lead_mask[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	uint32_t code = (unsigned char)bytes[0] & lead_mask[length];

	for (size_t i = 1; i < length; i++)
		code = code << 6 | ((unsigned char)bytes[i] & 0x3F);
	return code;
}

size_t display_width(const char *text)
{
	struct slice rest = slice_of(text);
	size_t width = 0;

	while (!slice_is_empty(rest)) {
		size_t length = slice_sequence(rest);
		uint32_t code = length ? decode(rest.start, length) : 0xFFFD;

		if (is_in(wide, sizeof wide / sizeof *wide, code))
			width += 2;
		else if (!is_in(zero, sizeof zero / sizeof *zero, code))
			width += 1;
		rest.start += length ? length : 1;
	}
	return width;
}
