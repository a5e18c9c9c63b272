/* SPDX-License-Identifier: GPL-3.0-or-later */
/* facts - what machine.json and environment.json say: names and their values */
#include "run/record/facts.h"

#include <stdlib.h>
#include <string.h>

#include "core/json.h"
#include "core/memory.h"
#include "core/scan.h"

static void add(struct facts *facts, struct slice name, struct slice value)
{
	if (slice_is_empty(name) || slice_is_empty(value))
		return;
	facts->items = memory_reserve_one(
		facts->items, facts->count, &facts->capacity, sizeof *facts->items);
	facts->items[facts->count++] = (struct fact){ slice_copy(name), slice_copy(value) };
}

void facts_add(struct facts *facts, const char *name, const char *value)
{
	if (value)
		add(facts, slice_of(name), slice_trim(slice_of(value)));
}

void facts_add_lines(struct facts *facts, const char *lines)
{
	struct slice rest = slice_of(lines);
	struct slice line, name;

	while (scan_part(&rest, '\n', &line))
		if (scan_until(&line, ": ", &name) && scan_text(&line, ": "))
			add(facts, slice_trim(name), slice_trim(line));
}

const char *facts_find(const struct facts *facts, const char *name)
{
	for (size_t i = 0; i < facts->count; i++)
		if (strcmp(facts->items[i].name, name) == 0)
			return facts->items[i].value;
	return NULL;
}

void facts_write(struct text *json, const struct facts *facts)
{
	json_open(json, NULL, '{');
	for (size_t i = 0; i < facts->count; i++)
		json_add_text(json, facts->items[i].name, facts->items[i].value);
	json_close(json, '}');
	text_add_char(json, '\n');
}

void facts_release(struct facts *facts)
{
	for (size_t i = 0; i < facts->count; i++) {
		free(facts->items[i].name);
		free(facts->items[i].value);
	}
	free(facts->items);
	*facts = (struct facts){ 0 };
}
