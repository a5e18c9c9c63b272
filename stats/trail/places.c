/* SPDX-License-Identifier: GPL-3.0-or-later */
/* places - the labels that samples have, each set of them numbered */
#include "stats/trail/places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

void places_init(struct places *places)
{
	*places = (struct places){ .key = TEXT_INIT };
}

static bool is_place(const struct place *place, const struct sample *sample, const char *fields)
{
	return same_label(place->metric, sample->metric) &&
	       same_label(place->system, sample->system) && same_label(place->test, sample->test) &&
	       same_label(place->unit, sample->unit) && place->better == sample->better &&
	       same_number(place->part, sample->part) && same_label(place->fields, fields);
}

/* Texts of any bytes, told apart from one another and from none. */
static void add_to_key(struct text *key, const char *text)
{
	size_t length = text ? strlen(text) : SIZE_MAX;

	text_add_bytes(key, (const char *)&length, sizeof length);
	text_add(key, text ? text : "");
}

static struct slice key_of(struct places *places, const struct sample *sample, const char *fields)
{
	struct text *key = &places->key;
	double part = isnan(sample->part) ? NAN : sample->part;

	text_clear(key);
	text_add_bytes(key, (const char *)&part, sizeof part);
	text_add_char(key, (char)sample->better);
	add_to_key(key, sample->system);
	add_to_key(key, sample->test);
	add_to_key(key, sample->metric);
	add_to_key(key, sample->unit);
	add_to_key(key, fields);
	return text_slice(key);
}

static const char *keep(struct places *places, const char *label)
{
	size_t number = label ? index_add(&places->labels, slice_of(label)) : 0;

	return label ? places->labels.keys[number] : NULL;
}

static void begin_place(struct places *places, const struct sample *sample, const char *fields)
{
	size_t number = places->index.count - 1;

	places->items = memory_reserve_one(
		places->items, number, &places->capacity, sizeof *places->items);
	places->items[number] = (struct place){
		.system = keep(places, sample->system),
		.test = keep(places, sample->test),
		.part = sample->part,
		.metric = keep(places, sample->metric),
		.unit = keep(places, sample->unit),
		.better = sample->better,
		.fields = keep(places, fields),
		.next = number,
	};
}

static size_t look_up(struct places *places, const struct sample *sample, const char *fields)
{
	size_t known = places->index.count;
	size_t number = index_add(&places->index, key_of(places, sample, fields));

	if (number == known)
		begin_place(places, sample, fields);
	return number;
}

size_t places_take(struct places *places, const struct sample *sample, const char *fields)
{
	size_t known = places->index.count;
	size_t number = known ? places->items[places->last].next : 0;

	if (!known || !is_place(&places->items[number], sample, fields)) {
		number = look_up(places, sample, fields);
		places->items[places->last].next = number;
	}
	places->last = number;
	return number;
}

void places_release(struct places *places)
{
	index_release(&places->labels);
	index_release(&places->index);
	free(places->items);
	text_release(&places->key);
}
