/* SPDX-License-Identifier: GPL-3.0-or-later */
/* width - how many columns of a terminal text takes */
#include "render/report/width.h"

#include <stdint.h>

#include "core/scan.h"

struct range {
	uint32_t first;
	uint32_t last;
};

/* Unicode 15, EastAsianWidth.txt: what is wide (W, F). */
static const struct range wide[] = {
	{ 0x1100, 0x115F },
	{ 0x231A, 0x231B },
	{ 0x23E9, 0x23EC },
	{ 0x23F0, 0x23F0 },
	{ 0x23F3, 0x23F3 },
	{ 0x25FD, 0x25FE },
	{ 0x2614, 0x2615 },
	{ 0x2648, 0x2653 },
	{ 0x267F, 0x267F },
	{ 0x2693, 0x2693 },
	{ 0x26A1, 0x26A1 },
	{ 0x26AA, 0x26AB },
	{ 0x26BD, 0x26BE },
	{ 0x26C4, 0x26C5 },
	{ 0x26CE, 0x26CE },
	{ 0x26D4, 0x26D4 },
	{ 0x26EA, 0x26EA },
	{ 0x26F2, 0x26F3 },
	{ 0x26F5, 0x26F5 },
	{ 0x26FA, 0x26FA },
	{ 0x26FD, 0x26FD },
	{ 0x2705, 0x2705 },
	{ 0x270A, 0x270B },
	{ 0x2728, 0x2728 },
	{ 0x274C, 0x274C },
	{ 0x274E, 0x274E },
	{ 0x2753, 0x2755 },
	{ 0x2757, 0x2757 },
	{ 0x2795, 0x2797 },
	{ 0x27B0, 0x27B0 },
	{ 0x27BF, 0x27BF },
	{ 0x2B1B, 0x2B1C },
	{ 0x2B50, 0x2B50 },
	{ 0x2B55, 0x2B55 },
	{ 0x2E80, 0x303E },
	{ 0x3041, 0xA4CF },
	{ 0xA960, 0xA97C },
	{ 0xAC00, 0xD7A3 },
	{ 0xF900, 0xFAFF },
	{ 0xFE30, 0xFE6F },
	{ 0xFF01, 0xFF60 },
	{ 0xFFE0, 0xFFE6 },
	{ 0x1F300, 0x1F320 },
	{ 0x1F32D, 0x1F335 },
	{ 0x1F337, 0x1F37C },
	{ 0x1F37E, 0x1F393 },
	{ 0x1F3A0, 0x1F3CA },
	{ 0x1F3CF, 0x1F3D3 },
	{ 0x1F3E0, 0x1F3F0 },
	{ 0x1F3F8, 0x1F43E },
	{ 0x1F440, 0x1F440 },
	{ 0x1F442, 0x1F4FC },
	{ 0x1F4FF, 0x1F53D },
	{ 0x1F54B, 0x1F54E },
	{ 0x1F550, 0x1F567 },
	{ 0x1F5FB, 0x1F64F },
	{ 0x1F680, 0x1F6C5 },
	{ 0x1F7E0, 0x1F7EB },
	{ 0x1F90C, 0x1F9FF },
	{ 0x20000, 0x3FFFD },
};

/* Combining marks (Mn, Me) of the scripts most used, and characters without width. */
static const struct range zero[] = {
	{ 0x0300, 0x036F },
	{ 0x0483, 0x0489 },
	{ 0x0591, 0x05BD },
	{ 0x05BF, 0x05BF },
	{ 0x05C1, 0x05C2 },
	{ 0x05C4, 0x05C5 },
	{ 0x0610, 0x061A },
	{ 0x064B, 0x065F },
	{ 0x0670, 0x0670 },
	{ 0x06D6, 0x06DC },
	{ 0x0900, 0x0902 },
	{ 0x093C, 0x093C },
	{ 0x0941, 0x0948 },
	{ 0x094D, 0x094D },
	{ 0x0E31, 0x0E31 },
	{ 0x0E34, 0x0E3A },
	{ 0x0E47, 0x0E4E },
	{ 0x1AB0, 0x1AFF },
	{ 0x1DC0, 0x1DFF },
	{ 0x200B, 0x200F },
	{ 0x202A, 0x202E },
	{ 0x2060, 0x2069 },
	{ 0x20D0, 0x20FF },
	{ 0x3099, 0x309A },
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

/* Moves behind the ASCII that text begins with, of which each byte takes a column. */
static size_t skip_ascii(struct slice *at)
{
	const char *start = at->start;

	while (!slice_is_empty(*at) && (unsigned char)*at->start < 0x80)
		at->start++;
	return (size_t)(at->start - start);
}

/* The columns that a character takes; at moves behind it. */
static size_t next_width(struct slice *at)
{
	size_t length = slice_sequence(*at);
	uint32_t code = length ? slice_character(*at, length) : 0xFFFD;

	if (code < zero[0].first) {
		at->start += length;
		return 1;
	}
	at->start += length ? length : 1;
	if (is_in(zero, sizeof zero / sizeof *zero, code))
		return 0;
	return is_in(wide, sizeof wide / sizeof *wide, code) ? 2 : 1;
}

size_t display_width(const char *text)
{
	struct slice rest = slice_of(text);
	size_t width = 0;

	while (width += skip_ascii(&rest), !slice_is_empty(rest))
		width += next_width(&rest);
	return width;
}

size_t display_prefix(const char *text, size_t width)
{
	struct slice rest = slice_of(text);
	size_t used = 0;

	while (!slice_is_empty(rest)) {
		const char *before = rest.start;

		used += next_width(&rest);
		if (used > width)
			return (size_t)(before - text);
	}
	return (size_t)(rest.start - text);
}
