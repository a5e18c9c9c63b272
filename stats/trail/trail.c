/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trail - what there is to say of each of many values beside the value
 *
 * In bytes a trail is a list of numbers, seven bits a byte, the last without the
 * eighth. An odd one says that the last step is taken again, so many times; of an
 * even one each bit says that a field's step is another, which follows.
 */
#include "stats/trail/trail.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum {
	MODES,
	KEY,
	RESOLUTION,
	ORDER,
	PLACE,
	FORM,
	NUMBERS,

	KEY_IS_RAW = 1, /* modes: the bits of the double stand for it */
	RESOLUTION_IS_RAW = 2,

	MOST_BYTES = 10 * (TRAIL_FIELDS + 2), /* of a change */
	BUFFER = 16384,
};

static const double millionths = 1e6;
static const double most_whole = 9e9; /* whose millionths a double has */

/* A decimal number is a whole number of millionths: steps of such are alike, those of doubles are not. */
static bool code_number(double value, uint64_t *code)
{
	int64_t whole;
	double back;

	if (!(value > -most_whole && value < most_whole)) {
		memcpy(code, &value, sizeof *code);
		return false;
	}
	whole = (int64_t)nearbyint(value * millionths);
	back = (double)whole / millionths;
	*code = (uint64_t)whole;
	if (memcmp(&back, &value, sizeof back) == 0)
		return true;
	memcpy(code, &value, sizeof *code);
	return false;
}

static double decode_number(uint64_t code, bool is_raw)
{
	double value = (double)(int64_t)code / millionths;

	if (is_raw)
		memcpy(&value, &code, sizeof value);
	return value;
}

static void fields_of(uint64_t *fields, const struct trace *trace)
{
	fields[MODES] = 0;
	if (!code_number(trace->key, &fields[KEY]))
		fields[MODES] |= KEY_IS_RAW;
	if (!code_number(trace->resolution, &fields[RESOLUTION]))
		fields[MODES] |= RESOLUTION_IS_RAW;
	fields[ORDER] = trace->order;
	fields[PLACE] = trace->place;
	fields[FORM] = trace->form;
	memcpy(&fields[NUMBERS], trace->numbers, sizeof trace->numbers);
}

static void trace_of(struct trace *trace, const uint64_t *fields)
{
	trace->key = decode_number(fields[KEY], fields[MODES] & KEY_IS_RAW);
	trace->resolution = decode_number(fields[RESOLUTION], fields[MODES] & RESOLUTION_IS_RAW);
	trace->order = fields[ORDER];
	trace->place = (size_t)fields[PLACE];
	trace->form = (size_t)fields[FORM];
	memcpy(trace->numbers, &fields[NUMBERS], sizeof trace->numbers);
}

static void add_number(struct trail *trail, uint64_t number)
{
	while (number >= 0x80) {
		trail->bytes[trail->length++] = (unsigned char)(number | 0x80);
		number >>= 7;
	}
	trail->bytes[trail->length++] = (unsigned char)number;
}

/* Steps go both ways: 0, -1, 1, -2, 2 ... are 0, 1, 2, 3, 4 ... */
static uint64_t unsigned_of(uint64_t step)
{
	return step << 1 ^ (step >> 63 ? UINT64_MAX : 0);
}

static uint64_t signed_of(uint64_t number)
{
	return number >> 1 ^ (number & 1 ? UINT64_MAX : 0);
}

/* Trails that are short are very many: they grow by little. */
static void reserve(struct trail *trail)
{
	if (trail->capacity - trail->length >= MOST_BYTES)
		return;
	trail->capacity = trail->length + trail->length / 2 + MOST_BYTES;
	trail->bytes = memory_resize(trail->bytes, trail->capacity, 1);
}

static void give_away(struct trail *trail, struct spill *spill)
{
	struct spilled part;

	if (!spill_is_due(spill, trail->length) ||
		!spill_write(spill, trail->bytes, trail->length, &part))
		return;
	trail->parts = memory_reserve_one(
		trail->parts, trail->part_count, &trail->part_capacity, sizeof *trail->parts);
	trail->parts[trail->part_count++] = part;
	free(trail->bytes);
	trail->bytes = NULL;
	trail->length = trail->capacity = 0;
}

static void add_change(struct trail *trail, const uint64_t *steps, uint64_t changed)
{
	if (trail->repeats)
		add_number(trail, trail->repeats << 1 | 1);
	trail->repeats = 0;
	add_number(trail, changed << 1);
	for (size_t i = 0; i < TRAIL_FIELDS; i++)
		if (changed >> i & 1)
			add_number(trail, unsigned_of(steps[i]));
}

void trail_add(struct trail *trail, struct spill *spill, const struct trace *trace)
{
	uint64_t fields[TRAIL_FIELDS];
	uint64_t steps[TRAIL_FIELDS];
	uint64_t changed = 0;
	size_t length = trail->length;

	fields_of(fields, trace);
	for (size_t i = 0; i < TRAIL_FIELDS; i++) {
		steps[i] = fields[i] - trail->last[i];
		changed |= (uint64_t)(steps[i] != trail->step[i]) << i;
	}
	memcpy(trail->last, fields, sizeof fields);
	if (!changed) {
		trail->repeats++;
		return;
	}
	memcpy(trail->step, steps, sizeof steps);
	reserve(trail);
	add_change(trail, steps, changed);
	spill->held += trail->length - length;
	give_away(trail, spill);
}

void trail_release(struct trail *trail, struct spill *spill)
{
	spill->held -= trail->length;
	free(trail->bytes);
	free(trail->parts);
	*trail = (struct trail){ 0 };
}

void trail_begin(struct trail_cursor *cursor, const struct trail *trail, const struct spill *spill)
{
	*cursor = (struct trail_cursor){ .trail = trail, .spill = spill };
	if (trail->part_count) {
		cursor->buffer = memory_resize(NULL, BUFFER, 1);
		cursor->at = cursor->end = cursor->buffer;
	} else if (trail->length) {
		cursor->at = trail->bytes;
		cursor->end = trail->bytes + trail->length;
	}
}

/* Of parts in the file, and then of what is in memory. */
static size_t read_on(struct trail_cursor *cursor, unsigned char *bytes, size_t size)
{
	const struct trail *trail = cursor->trail;
	size_t count;

	if (cursor->part < trail->part_count) {
		const struct spilled *part = &trail->parts[cursor->part];

		count = spill_read(cursor->spill, part, cursor->from, bytes, size);
		cursor->from += count;
		if (cursor->from == part->length) {
			cursor->part++;
			cursor->from = 0;
		}
		return count;
	}
	count = trail->length - cursor->from;
	if (count > size)
		count = size;
	if (count)
		memcpy(bytes, trail->bytes + cursor->from, count);
	cursor->from += count;
	return count;
}

/* Makes sure that a change is there in whole, if there is one. */
static void refill(struct trail_cursor *cursor)
{
	size_t left = (size_t)(cursor->end - cursor->at);
	size_t count;

	if (!cursor->buffer || left >= MOST_BYTES)
		return;
	memmove(cursor->buffer, cursor->at, left);
	cursor->at = cursor->buffer;
	do {
		count = read_on(cursor, cursor->buffer + left, BUFFER - left);
		left += count;
	} while (count && left < MOST_BYTES);
	cursor->end = cursor->buffer + left;
}

static uint64_t take_number(struct trail_cursor *cursor)
{
	uint64_t number = 0;
	unsigned shift = 0;

	while (*cursor->at & 0x80) {
		number |= (uint64_t)(*cursor->at++ & 0x7f) << shift;
		shift += 7;
	}
	return number | (uint64_t)*cursor->at++ << shift;
}

/* Reads what comes next: repeats of the step, or another step, which is taken once. */
static void take_change(struct trail_cursor *cursor)
{
	uint64_t number;

	refill(cursor);
	if (cursor->at == cursor->end) {
		cursor->repeats = cursor->trail->repeats;
		return;
	}
	number = take_number(cursor);
	cursor->repeats = number & 1 ? number >> 1 : 1;
	for (size_t i = 0; !(number & 1) && i < TRAIL_FIELDS; i++)
		if (number >> (i + 1) & 1)
			cursor->step[i] = signed_of(take_number(cursor));
}

void trail_next(struct trail_cursor *cursor, struct trace *trace)
{
	if (cursor->repeats == 0)
		take_change(cursor);
	cursor->repeats--;
	for (size_t i = 0; i < TRAIL_FIELDS; i++)
		cursor->last[i] += cursor->step[i];
	trace_of(trace, cursor->last);
}

void trail_end(struct trail_cursor *cursor)
{
	free(cursor->buffer);
}
