/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signs - which formats a line may be the first one for */
#include "ingest/log/signs.h"

#include <stdlib.h>

#include "core/memory.h"

/* All digits are one. */
static unsigned kind_of(char c)
{
	return c >= '0' && c <= '9' ? '0' : (unsigned char)c;
}

/* A number below SIGN_PAIRS for two bytes; few signs share theirs. */
static unsigned pair_of(char first, char second)
{
	return (kind_of(first) * 37 + kind_of(second)) % SIGN_PAIRS;
}

/* Bytes share a bit with few others that stand in text. */
static uint64_t bit_of(char c)
{
	return UINT64_C(1) << ((unsigned char)c % 64);
}

static void let_follow(struct signs *signs, char first, uint64_t bits)
{
	unsigned last = kind_of(first) == '0' ? '9' : kind_of(first);

	for (unsigned byte = kind_of(first); byte <= last; byte++)
		signs->behind[byte] |= bits;
}

/* How many signs each pair has, in first[] behind that of the pair. */
static void count_sign(struct signs *signs, const char *text, uint64_t owner)
{
	static const uint64_t digits = UINT64_C(0x3FF) << '0';

	if (text[1]) {
		signs->first[pair_of(text[0], text[1]) + 1]++;
		let_follow(signs, text[0], kind_of(text[1]) == '0' ? digits : bit_of(text[1]));
	} else {
		signs->owners_of_byte[kind_of(*text)] |= owner;
		let_follow(signs, text[0], UINT64_MAX);
	}
}

static void find_places(struct signs *signs)
{
	for (size_t pair = 0; pair < SIGN_PAIRS; pair++)
		signs->first[pair + 1] += signs->first[pair];
	signs->items = memory_allocate(signs->first[SIGN_PAIRS], sizeof *signs->items);
}

static void place_sign(struct signs *signs, const char *text, uint64_t owner)
{
	size_t i = signs->first[pair_of(text[0], text[1])];

	if (!text[1])
		return;
	while (signs->items[i].text)
		i++;
	signs->items[i] = (struct sign){ text, owner };
}

static void for_each_sign(struct signs *signs, const char *const *const *lists, size_t owners,
	void (*act)(struct signs *signs, const char *text, uint64_t owner))
{
	for (size_t i = 0; i < owners; i++)
		for (const char *const *text = lists[i]; text && *text; text++)
			act(signs, *text, UINT64_C(1) << i);
}

void signs_init(struct signs *signs, const char *const *const *lists, size_t owners)
{
	*signs = (struct signs){ .items = NULL };
	for_each_sign(signs, lists, owners, count_sign);
	find_places(signs);
	for_each_sign(signs, lists, owners, place_sign);
}

void signs_release(struct signs *signs)
{
	free(signs->items);
	signs->items = NULL;
}

static bool begins_with(struct slice at, const char *sign)
{
	for (; *sign; sign++)
		if (slice_is_empty(at) || kind_of(*at.start++) != kind_of(*sign))
			return false;
	return true;
}

/* Adds the owners of the signs that at begins with to those found. */
static uint64_t find_at(const struct signs *signs, struct slice at, char next, uint64_t found)
{
	unsigned pair = pair_of(*at.start, next);

	found |= signs->owners_of_byte[kind_of(*at.start)];
	for (size_t i = signs->first[pair]; i < signs->first[pair + 1]; i++)
		if (!(signs->items[i].owner & found) && begins_with(at, signs->items[i].text))
			found |= signs->items[i].owner;
	return found;
}

uint64_t signs_find(const struct signs *signs, struct slice line, uint64_t known)
{
	uint64_t found = known;

	for (; !slice_is_empty(line); line.start++) {
		char next = line.start + 1 < line.end ? line.start[1] : '\0';

		if (signs->behind[(unsigned char)*line.start] & bit_of(next))
			found = find_at(signs, line, next, found);
	}
	return found & ~known;
}
