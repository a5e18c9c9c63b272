/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group_keys - what samples of one group, and no others, have in common */
#include "stats/repeats/group_keys.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"

bool has_odd_label(const struct sample *sample, const struct record *record)
{
	return (!sample->system && record_has(record, "system")) ||
	       (!sample->test && record_has(record, "test")) ||
	       (isnan(sample->part) && record_has(record, "part"));
}

/* Of any type: keys tell them all apart. */
void group_key(struct text *key, const struct strings *fields, const struct record *record)
{
	for (size_t i = 0; i < fields->count; i++) {
		record_add_value(key, record, fields->items[i]);
		text_add_char(key, '\n');
	}
}

static void add_label(struct text *key, const struct place *place, const char *field)
{
	const char *text = strcmp(field, "system") == 0   ? place->system
			   : strcmp(field, "test") == 0   ? place->test
			   : strcmp(field, "metric") == 0 ? place->metric
							  : NULL;

	if (text)
		json_add_text(key, NULL, text);
	else if (strcmp(field, "part") == 0 && !isnan(place->part))
		json_add_number(key, NULL, place->part);
}

void group_key_of_place(struct text *key, const struct strings *fields, const struct place *place)
{
	if (place->fields) {
		text_add(key, place->fields);
		return;
	}
	for (size_t i = 0; i < fields->count; i++) {
		add_label(key, place, fields->items[i]);
		text_add_char(key, '\n');
	}
}

char *group_key_field(const char *key, const struct strings *fields, const char *field)
{
	size_t length;

	for (size_t i = 0; i < fields->count; i++) {
		length = strcspn(key, "\n");
		if (strcmp(fields->items[i], field) == 0)
			return length ? memory_copy_bytes(key, length) : NULL;
		key += length + 1;
	}
	return NULL;
}

/* Of a field that groups have as a text; NULL for others. */
static const char *own_text(const struct group *group, const char *field)
{
	if (strcmp(field, "system") == 0)
		return group->system;
	if (strcmp(field, "test") == 0)
		return group->test;
	return strcmp(field, "metric") == 0 ? group->metric : NULL;
}

/* Of a further field, as JSON; NULL when absent. */
static const char *other_json(
	const struct groups *groups, const struct group *group, const char *field)
{
	for (size_t i = 0; i < groups->other_fields.count; i++)
		if (strcmp(field, groups->other_fields.items[i]) == 0)
			return group->others[i];
	return NULL;
}

void group_key_of_whole(struct text *key, const struct groups *groups, const struct group *group)
{
	for (size_t i = 0; i < groups->fields.count; i++) {
		const char *field = groups->fields.items[i];
		const char *text = own_text(group, field);
		const char *json = other_json(groups, group, field);

		if (text)
			json_add_text(key, NULL, text);
		if (json) {
			json_add_name(key, NULL);
			text_add(key, json);
		}
		text_add_char(key, '\n');
	}
}
