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

	*groups = (struct groups){ .key = TEXT_INIT };
	places_init(&groups->places);
	forms_init(&groups->forms);
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

/* The fields that tell groups apart where labels alone do not; NULL: labels do. */
static const char *further_fields(
	struct groups *groups, const struct sample *sample, const struct record *record)
{
	if (groups->other_fields.count == 0 && !has_odd_label(sample, record))
		return NULL;
	text_clear(&groups->key);
	group_key(&groups->key, &groups->fields, record);
	return groups->key.data;
}

static struct slice key_made(const struct groups *groups)
{
	return text_slice(&groups->key);
}

static void begin_group(struct groups *groups, const struct place *place)
{
	size_t others = groups->other_fields.count;
	struct group group = {
		.system = groups_by(groups, "system") ? place->system : NULL,
		.test = groups_by(groups, "test") ? place->test : NULL,
		.part = groups_by(groups, "part") ? place->part : NAN,
		.metric = place->metric,
		.unit = place->unit,
		.better = place->better,
		.others = others ? memory_allocate(others, sizeof *group.others) : NULL,
		.courses = TEXT_INIT,
	};

	for (size_t i = 0; i < others; i++)
		group.others[i] = group_key_field(
			place->fields, &groups->fields, groups->other_fields.items[i]);
	groups->items = memory_reserve_one(
		groups->items, groups->index.count - 1, &groups->capacity, sizeof *groups->items);
	groups->items[groups->index.count - 1] = group;
}

static size_t group_of(struct groups *groups, const struct place *place)
{
	size_t known = groups->index.count;
	size_t number;

	text_clear(&groups->key);
	group_key_of_place(&groups->key, &groups->fields, place);
	number = index_add(&groups->index, key_made(groups));
	if (number == known)
		begin_group(groups, place);
	return number;
}

/* The unit of a metric of a test is that of its first sample. */
static bool has_unit_of_metric(struct groups *groups, const struct place *place)
{
	size_t known = groups->metrics.count;
	size_t number;

	text_clear(&groups->key);
	text_add_format(&groups->key, "%s\n%.17g\n%s", place->test ? place->test : "", place->part,
		place->metric);
	number = index_add(&groups->metrics, key_made(groups));
	if (number == known) {
		groups->units = memory_reserve_one((void *)groups->units, known,
			&groups->unit_capacity, sizeof *groups->units);
		groups->units[known] = place->unit;
	}
	return same_label(groups->units[number], place->unit);
}

static struct placing placing_of(struct groups *groups, const struct place *place)
{
	struct placing placing = { 0 };

	if (!has_unit_of_metric(groups, place)) {
		placing.why = "a sample in another unit than those before it";
		return placing;
	}
	placing.group = group_of(groups, place);
	if (!same_label(groups->items[placing.group].unit, place->unit))
		placing.why = "a sample in another unit than those it would be summarised with";
	else if (!same_label(groups->items[placing.group].metric, place->metric))
		placing.why = "a sample of another metric than those it would be summarised with";
	return placing;
}

/* What labels come to is found out once: the first sample of a metric decides on its unit. */
size_t groups_place(struct groups *groups, const struct sample *sample, const struct record *record)
{
	size_t known = groups->places.index.count;
	size_t number = places_take(
		&groups->places, sample, further_fields(groups, sample, record));

	if (number == known) {
		groups->placings = memory_reserve_one(groups->placings, known,
			&groups->placing_capacity, sizeof *groups->placings);
		groups->placings[number] = placing_of(groups, &groups->places.items[number]);
	}
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
	found = index_find(&groups->index, text_slice(&key), whole);
	text_release(&key);
	return found;
}

static size_t cell_of(struct groups *groups, const struct place *place, double part)
{
	text_clear(&groups->key);
	text_add_format(&groups->key, "%s\n%s\n%.17g\n%s", place->system ? place->system : "",
		place->test ? place->test : "", part, place->metric);
	return index_add(&groups->cells, key_made(groups));
}

size_t groups_cell(struct groups *groups, size_t number)
{
	struct placing *placing = &groups->placings[number];
	const struct place *place = &groups->places.items[number];

	if (!placing->has_cell) {
		placing->cell = cell_of(groups, place, place->part);
		placing->has_cell = true;
	}
	return placing->cell;
}

size_t groups_cell_of_whole(struct groups *groups, size_t place)
{
	return cell_of(groups, &groups->places.items[place], NAN);
}

static unsigned says_of(const struct form *form)
{
	return (form->bound != BOUND_NONE ? SAYS_BOUND : 0) | (form->cached ? SAYS_CACHED : 0) |
	       (form->set_aside ? SAYS_SET_ASIDE : 0) | (form->exceptional ? SAYS_EXCEPTIONAL : 0);
}

/* Those of one run stand as they came, and one may have come twice. */
static bool goes_behind(const struct group *group, const struct trace *trace, double value)
{
	const struct numbers *values = &group->repeats.values;
	const struct trace *last = &group->last;

	return values->count == 0 || trace->key > last->key ||
	       (trace->key == last->key && trace->order > last->order &&
		       value != values->items[values->count - 1]);
}

void groups_add_repeat(
	struct groups *groups, struct group *group, const struct trace *trace, double value)
{
	group->same_runs += group->repeats.values.count && trace->key == group->last.key;
	group->lacks_runs |= isnan(trace->key);
	group->has_left_runs |= !goes_behind(group, trace, value);
	group->has_left_orders |= trace->order < group->last.order;
	group->says |= says_of(&groups->forms.items[trace->form]);
	group->coarsest = fmax(group->coarsest, trace->resolution);
	group->last = *trace;
	traced_add(&group->repeats, &groups->spill, trace, value);
}

void groups_empty(struct group *group)
{
	group->repeats = (struct traced){ 0 };
	group->says = 0;
	group->coarsest = 0;
	group->same_runs = 0;
	group->lacks_runs = group->has_left_runs = group->has_left_orders = false;
	group->last = (struct trace){ 0 };
}

const char *groups_add(
	struct groups *groups, const struct sample *sample, const struct record *record)
{
	size_t place = groups_place(groups, sample, record);
	const struct placing *placing = &groups->placings[place];
	struct group *group;
	struct trace trace;

	if (placing->why)
		return placing->why;
	group = &groups->items[placing->group];
	trace = (struct trace){
		.key = sample->run,
		.order = group->arrivals++,
		.place = place,
		.resolution = sample->resolution > 0 ? sample->resolution : 0,
	};
	trace.form = forms_take(&groups->forms, sample, group->last.form, trace.numbers);
	groups_add_repeat(groups, group, &trace, sample->value);
	return NULL;
}

void repeats_begin(
	struct trail_cursor *cursor, const struct groups *groups, const struct group *group)
{
	trail_begin(cursor, &group->repeats.trail, &groups->spill);
}

const struct form *repeats_next(
	struct trail_cursor *cursor, const struct groups *groups, struct trace *trace)
{
	trail_next(cursor, trace);
	return &groups->forms.items[trace->form];
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

static void release_group(struct groups *groups, struct group *group)
{
	for (size_t i = 0; i < groups->other_fields.count; i++)
		free(group->others[i]);
	free(group->others);
	traced_release(&group->repeats, &groups->spill);
	text_release(&group->courses);
}

void groups_release(struct groups *groups)
{
	for (size_t i = 0; i < groups->index.count; i++)
		release_group(groups, &groups->items[i]);
	for (size_t i = 0; i < groups->fields.count; i++)
		free((char *)groups->fields.items[i]);
	free(groups->fields.items);
	free(groups->other_fields.items);
	free(groups->items);
	free(groups->units);
	free(groups->placings);
	places_release(&groups->places);
	forms_release(&groups->forms);
	spill_release(&groups->spill);
	index_release(&groups->cells);
	index_release(&groups->metrics);
	index_release(&groups->index);
	text_release(&groups->key);
	*groups = (struct groups){ 0 };
}
