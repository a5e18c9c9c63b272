/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_names - names for sheets, to Excel's rules */
#include "render/workbook/sheet_names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/scan.h"
#include "core/text.h"
#include "render/workbook/file/cell_text.h"

enum { MOST_UNITS = 31 };

/* Excel's, and '!': libxlsxwriter looks for the first of them in a reference. */
static const char forbidden[] = "[]:*?/\\!";

static size_t units_of(size_t sequence)
{
	return sequence == 4 ? 2 : 1;
}

/* As much of the name as takes so many units. */
static struct slice cut(const char *name, size_t most)
{
	struct slice all = slice_of(name);
	struct slice rest = all;
	size_t units = 0;

	while (!slice_is_empty(rest)) {
		size_t length = slice_sequence(rest);

		units += units_of(length);
		if (units > most)
			break;
		rest.start += length;
	}
	return (struct slice){ all.start, rest.start };
}

/* Without what Excel forbids; blanks and apostrophes at the ends go, too. */
static void clean(struct text *out, const char *wanted)
{
	struct text text = TEXT_INIT;
	struct slice name;

	plain_text_add(&text, wanted, CELL_TEXT_LIMIT);
	for (char *c = text.data; *c; c++)
		if (strchr(forbidden, *c) || is_character_escape(c))
			*c = '-';
	name = slice_trim(cut(text.data, MOST_UNITS));
	while (!slice_is_empty(name) && strchr("' ", *name.start))
		name.start++;
	while (!slice_is_empty(name) && strchr("' ", name.end[-1]))
		name.end--;
	text_add_bytes(out, name.start, slice_length(name));
	if (out->length == 0)
		text_add(out, "Unnamed");
	text_release(&text);
}

/*
 * Letters of both cases, where the small one stands behind the capital by a
 * fixed distance; 1 for those that take turns. Unicode 15, CaseFolding.txt.
 */
static const struct case_range {
	uint32_t first, last; /* of the capitals */
	uint32_t distance;
} case_ranges[] = {
	{ 'A', 'Z', 32 },
	{ 0xC0, 0xDE, 32 },
	{ 0x100, 0x137, 1 },
	{ 0x14A, 0x177, 1 },
	{ 0x391, 0x3A9, 32 },
	{ 0x400, 0x40F, 80 },
	{ 0x410, 0x42F, 32 },
	{ 0x460, 0x4FF, 1 },
	{ 0x531, 0x556, 48 },
	{ 0x1E00, 0x1EFF, 1 },
	{ 0x2C00, 0x2C2F, 48 },
	{ 0xFF21, 0xFF3A, 32 },
};

static uint32_t small_letter(uint32_t code)
{
	for (size_t i = 0; i < sizeof case_ranges / sizeof *case_ranges; i++) {
		const struct case_range *range = &case_ranges[i];

		if (code >= range->first && code <= range->last)
			return range->distance == 1 ? code | 1 : code + range->distance;
	}
	return code;
}

/* Takes the name when no other is equal to it but for case. */
static bool take(struct sheet_names *names, const struct text *name)
{
	size_t known = names->taken.count;
	struct slice rest = text_slice(name);
	struct text folded = TEXT_INIT;
	bool is_new;

	while (!slice_is_empty(rest)) {
		size_t length = slice_sequence(rest);

		text_add_format(&folded, "%x ", small_letter(slice_character(rest, length)));
		rest.start += length;
	}
	is_new = index_add(&names->taken, text_slice(&folded)) == known;
	text_release(&folded);
	return is_new;
}

/* "name (2)", shortened so that it fits. */
static void number_name(struct text *out, const char *name, size_t number)
{
	struct text sign = TEXT_INIT;
	struct slice kept;

	text_add_format(&sign, " (%zu)", number);
	kept = slice_trim(cut(name, MOST_UNITS - sign.length));
	text_clear(out);
	text_add_bytes(out, kept.start, slice_length(kept));
	text_add(out, sign.data);
	text_release(&sign);
}

char *sheet_names_take(struct sheet_names *names, const char *wanted)
{
	struct text name = TEXT_INIT;
	struct text numbered = TEXT_INIT;

	if (names->taken.count == 0) {
		text_add(&numbered, "History"); /* Excel keeps it for itself */
		take(names, &numbered);
		text_clear(&numbered);
	}
	clean(&name, wanted);
	text_add_bytes(&numbered, name.data, name.length);
	for (size_t number = 2; !take(names, &numbered); number++)
		number_name(&numbered, name.data, number);
	text_release(&name);
	return text_detach(&numbered);
}

void sheet_names_release(struct sheet_names *names)
{
	index_release(&names->taken);
}
