/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups - the samples of a stream, gathered into what is repeated */
#include "stats/repeats/groups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/repeats/group_keys.h"

static bool is_own_field(const char *field)
{
	static const char *const own[] = { "system", "test", "part", "metric" };

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (strcmp(own[i], field) == 0)
			return true;
	return false;
}

void groups_init(struct groups *groups, const char *fields)
{
	struct slice rest = slice_of(fields);

	*groups = (struct groups){ 0 };
	while (!slice_is_empty(rest)) {
		struct slice field = rest;
		char *name;

		if (!scan_until(&rest, ",", &field))
			rest.start = rest.end;
		scan_char(&rest, ',');
		name = slice_copy(slice_trim(field));
		strings_add(&groups->fields, name);
		if (!is_own_field(name))
			strings_add(&groups->other_fields, name);
	}
}

static bool groups_by(const struct groups *groups, const char *field)
{
	for (size_t i = 0; i < groups->fields.count; i++)
		if (strcmp(groups->fields.items[i], field) == 0)
			return true;
	return false;
}

static char *copy_if(bool wanted, const char *string)
{
	return wanted ? memory_copy_string(string) : NULL;
}

/* A field of any type, as JSON text; NULL when there is none. */
static char *copy_value(const struct record *record, const char *field)
{
	struct text text = TEXT_INIT;

	if (!record_has(record, field))
		return NULL;
	record_add_value(&text, record, field);
	return text_detach(&text);
}

static void begin_group(
	struct groups *groups, const struct record *record, const struct sample *sample)
{
	size_t others = groups->other_fields.count;
	struct group group = {
		.system = copy_if(groups_by(groups, "system"), sample->system),
		.test = copy_if(groups_by(groups, "test"), sample->test),
		.part = groups_by(groups, "part") ? sample->part : NAN,
		.metric = memory_copy_string(sample->metric),
		.unit = memory_copy_string(sample->unit),
		.better = sample->better,
		.others = memory_allocate(others, sizeof *group.others),
		.courses = TEXT_INIT,
	};

	for (size_t i = 0; i < others; i++)
		group.others[i] = copy_value(record, groups->other_fields.items[i]);
	groups->items = memory_reserve_one(
		groups->items, groups->index.count - 1, &groups->capacity, sizeof *groups->items);
	groups->items[groups->index.count - 1] = group;
}

static size_t group_of(
	struct groups *groups, const struct record *record, const struct sample *sample)
{
	struct text key = TEXT_INIT;
	size_t known = groups->index.count;
	size_t number;

	group_key(&key, groups, record);
	number = index_add(&groups->index, (struct slice){ key.data, key.data + key.length });
	if (number == known)
		begin_group(groups, record, sample);
	text_release(&key);
	return number;
}

/* The unit of a metric of a test is that of its first sample. */
static bool has_unit_of_metric(struct groups *groups, const struct sample *sample)
{
	struct text key = TEXT_INIT;
	size_t known = groups->metrics.count;
	size_t number;

	text_add_format(&key, "%s\n%.17g\n%s", sample->test ? sample->test : "", sample->part,
		sample->metric);
	number = index_add(&groups->metrics, (struct slice){ key.data, key.data + key.length });
	text_release(&key);
	if (number == known) {
		groups->units = memory_reserve_one(
			groups->units, known, &groups->unit_capacity, sizeof *groups->units);
		groups->units[known] = memory_copy_string(sample->unit);
	}
	return same_label(groups->units[number], sample->unit);
}

size_t groups_place(struct groups *groups, const struct record *record, const struct sample *sample,
	const char **why)
{
	size_t number;

	*why = NULL;
	if (!has_unit_of_metric(groups, sample)) {
		*why = "a sample in another unit than those before it";
		return 0;
	}
	number = group_of(groups, record, sample);
	if (!same_label(groups->items[number].unit, sample->unit))
		*why = "a sample in another unit than those it would be summarised with";
	else if (!same_label(groups->items[number].metric, sample->metric))
		*why = "a sample of another metric than those it would be summarised with";
	return number;
}

bool groups_find_whole(const struct groups *groups, size_t number, size_t *whole)
{
	const struct group *group = &groups->items[number];
	struct text key = TEXT_INIT;
	bool found;

	if (isnan(group->part))
		return false;
	group_key_of_whole(&key, groups, group);
	found = index_find(
		&groups->index, (struct slice){ key.data, key.data + key.length }, whole);
	text_release(&key);
	return found;
}

size_t groups_cell(struct groups *groups, const struct sample *sample)
{
	struct text key = TEXT_INIT;
	size_t number;

	text_add_format(&key, "%s\n%s\n%.17g\n%s", sample->system ? sample->system : "",
		sample->test ? sample->test : "", sample->part, sample->metric);
	number = index_add(&groups->cells, (struct slice){ key.data, key.data + key.length });
	text_release(&key);
	return number;
}

void groups_add_repeat(struct groups *groups, size_t number, const struct repeat *repeat)
{
	struct group *group = &groups->items[number];

	group->repeats = memory_reserve_one(
		group->repeats, group->count, &group->capacity, sizeof *group->repeats);
	group->repeats[group->count++] = *repeat;
}

const char *groups_add(struct groups *groups, const struct record *record)
{
	struct sample sample;
	const char *why = sample_read(&sample, record);
	size_t group;

	if (why)
		return why;
	group = groups_place(groups, record, &sample, &why);
	if (why)
		return why;
	groups_add_repeat(groups, group,
		&(struct repeat){
			.run = sample.run,
			.order = groups->arrivals++,
			.cell = groups_cell(groups, &sample),
			.value = sample.value,
			.resolution = sample.resolution > 0 ? sample.resolution : 0,
			.source = memory_copy_string(sample.source),
			.bound = sample.bound,
			.cached = memory_copy_string(sample.cached),
			.set_aside = memory_copy_string(sample.set_aside),
			.exceptional = memory_copy_string(sample.exceptional),
		});
	return NULL;
}

void repeat_release(struct repeat *repeat)
{
	free(repeat->source);
	free(repeat->cached);
	free(repeat->set_aside);
	free(repeat->exceptional);
}

void groups_write_others(
	const struct groups *groups, const struct group *group, const char *but, struct text *out)
{
	for (size_t i = 0; i < groups->other_fields.count; i++) {
		const char *field = groups->other_fields.items[i];

		if (group->others[i] && !(but && strcmp(field, but) == 0))
			record_add_json(out, field, group->others[i]);
	}
}

static void release_group(struct group *group, size_t others)
{
	for (size_t i = 0; i < others; i++)
		free(group->others[i]);
	for (size_t i = 0; i < group->count; i++)
		repeat_release(&group->repeats[i]);
	text_release(&group->courses);
	free(group->others);
	free(group->repeats);
	free(group->system);
	free(group->test);
	free(group->metric);
	free(group->unit);
}

void groups_release(struct groups *groups)
{
	for (size_t i = 0; i < groups->index.count; i++)
		release_group(&groups->items[i], groups->other_fields.count);
	for (size_t i = 0; i < groups->fields.count; i++)
		free((char *)groups->fields.items[i]);
	free(groups->fields.items);
	free(groups->other_fields.items);
	free(groups->items);
	for (size_t i = 0; i < groups->metrics.count; i++)
		free(groups->units[i]);
	free(groups->units);
	index_release(&groups->cells);
	index_release(&groups->metrics);
	index_release(&groups->index);
	*groups = (struct groups){ 0 };
}
