/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record - records made of lines, and what they hold */
#include "core/record.h"

#include <stdlib.h>
#include <string.h>

#include "core/json/check.h"
#include "core/memory.h"

static enum record_kind kind_named(const char *name)
{
	static const char *const kinds[] = {
		[RECORD_SAMPLE] = "sample",
		[RECORD_PROBLEM] = "problem",
		[RECORD_SERIES] = "series",
		[RECORD_SUMMARY] = "summary",
		[RECORD_RANKING] = "ranking",
		[RECORD_CONCLUSION] = "conclusion",
		[RECORD_ENVIRONMENT] = "environment",
		[RECORD_NOTE] = "note",
		[RECORD_CLAIM] = "claim",
		[RECORD_PARTIAL] = "partial",
		[RECORD_DIFFERENCE] = "difference",
	};

	for (size_t i = 0; name && i < RECORD_OTHER; i++)
		if (strcmp(kinds[i], name) == 0)
			return (enum record_kind)i;
	return RECORD_OTHER;
}

enum { LONGEST_COMPARED = 1 << 20 };

/* Where the line before the last one was: the last is compared with. */
static void copy_line(struct record *record, struct slice line)
{
	size_t length = slice_length(line);
	char *copy = record->spare;
	size_t capacity = record->spare_capacity;

	record->spare = (char *)record->line.start;
	record->spare_capacity = record->capacity;
	record->capacity = capacity;
	if (length + FLAT_PADDING > capacity) {
		free(copy);
		record->capacity = length + FLAT_PADDING;
		copy = memory_resize(NULL, record->capacity, 1);
	}
	memcpy(copy, line.start, length);
	memset(copy + length, '\0', FLAT_PADDING);
	record->line = (struct slice){ copy, copy + length };
}

/* Why a line is no record: error says why there is no tree of it. */
static const char *complaint(const struct record *record, const struct json_error *error)
{
	if (record->tree)
		return "not a record: JSON, but no object";
	return error->is_nul ? "not a record: a text with a NUL in it (\\u0000)"
			     : "not a record: not JSON";
}

void record_release(struct record *record)
{
	json_free(record->tree);
	flat_release(&record->flat);
	free((char *)record->line.start);
	free(record->spare);
	*record = (struct record){ 0 };
}

/* As stats writes it: of very many numbers, which stats/stream reads where they lie. */
static bool is_partial(struct slice line)
{
	return slice_starts_with(line, "{\"kind\":\"partial\",") && json_check(line, NULL);
}

/* What is nested is read where it lies in a ranking alone: of other kinds, a tree has it. */
static bool read_flat(struct record *record)
{
	if (!flat_read(&record->flat, record->line))
		return false;
	record->kind = kind_named(record_text(record, "kind"));
	if (record->kind == RECORD_RANKING || !flat_has_nested(&record->flat))
		return true;
	flat_clear(&record->flat);
	return false;
}

bool record_read(struct record *record, struct slice line, const char **why)
{
	struct json_error error;

	if (record->capacity > LONGEST_COMPARED)
		record_release(record);
	copy_line(record, line);
	json_free(record->tree);
	record->tree = NULL;
	if (!read_flat(record)) {
		if (is_partial(record->line)) {
			record->kind = RECORD_PARTIAL;
			return true;
		}
		record->tree = json_parse(record->line, &error);
		if (!json_is_object(record->tree)) {
			*why = complaint(record, &error);
			return false;
		}
		record->kind = kind_named(record_text(record, "kind"));
	}
	return true;
}

struct record *record_keep(struct record *record)
{
	struct record *kept = memory_allocate(1, sizeof *kept);

	free(record->spare);
	record->spare = NULL;
	record->spare_capacity = 0;
	*kept = *record;
	*record = (struct record){ 0 };
	return kept;
}

struct record *record_parse(struct slice line, const char **why)
{
	struct record record = { 0 };

	if (record_read(&record, line, why))
		return record_keep(&record);
	record_release(&record);
	return NULL;
}

void record_free(struct record *record)
{
	if (!record)
		return;
	record_release(record);
	free(record);
}

void record_forget(struct record *record, const char *const *lists)
{
	for (const char *const *list = lists; *list; list++)
		json_remove(record->tree, *list);
	flat_forget(&record->flat, lists);
	free((char *)record->line.start);
	record->line = (struct slice){ NULL, NULL };
	record->capacity = 0;
}

void records_add(struct records *records, struct record *record)
{
	records->items = memory_reserve_one(
		records->items, records->count, &records->capacity, sizeof *records->items);
	records->items[records->count++] = record;
}

void records_release(struct records *records)
{
	for (size_t i = 0; i < records->count; i++)
		record_free(records->items[i]);
	free(records->items);
	*records = (struct records){ 0 };
}
