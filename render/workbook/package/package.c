/* SPDX-License-Identifier: GPL-3.0-or-later */
/* package - the library's workbook, checked and completed */
#include "render/workbook/package/package.h"

#include <string.h>

#include "core/scan.h"
#include "render/workbook/package/zip_writer.h"

static const char cut_off[] = "no room for temporary files (TMPDIR)";

/* What is seen of a part while it is unpacked: a tag may begin in one piece and end in the next. */
struct sight {
	size_t cell_count;
	size_t matched;    /* bytes of "<c " seen at the end of the last piece */
	struct text first; /* its first bytes */
	char last[64];     /* its last ones */
	size_t last_length;
};

enum { FIRST = 512 };

static void keep_last(struct sight *sight, const char *bytes, size_t length)
{
	size_t most = sizeof sight->last;

	if (length >= most) {
		memcpy(sight->last, bytes + length - most, most);
		sight->last_length = most;
		return;
	}
	if (sight->last_length + length > most) {
		size_t kept = most - length;

		memmove(sight->last, sight->last + sight->last_length - kept, kept);
		sight->last_length = kept;
	}
	memcpy(sight->last + sight->last_length, bytes, length);
	sight->last_length += length;
}

static void look(const char *bytes, size_t length, void *context)
{
	static const char tag[] = "<c ";
	struct sight *sight = context;
	const char *end = bytes + length;

	if (sight->first.length < FIRST)
		text_add_bytes(&sight->first, bytes, length < FIRST ? length : FIRST);
	keep_last(sight, bytes, length);
	for (const char *c = bytes; c < end; c++) {
		if (sight->matched == 0) {
			c = memchr(c, '<', (size_t)(end - c));
			if (!c)
				return;
			sight->matched = 1;
		} else if (*c == tag[sight->matched]) {
			if (++sight->matched == strlen(tag)) {
				sight->cell_count++;
				sight->matched = 0;
			}
		} else {
			sight->matched = *c == '<';
		}
	}
}

/* "worksheet": the name of the element that all others are in; the declaration is none. */
static struct slice root_name(const struct text *first)
{
	const char *c = first->data;
	struct slice name;

	do
		c = strchr(c, '<');
	while (c && *++c == '?');
	name.start = name.end = c ? c : "";
	while (*name.end && !strchr(" />", *name.end))
		name.end++;
	return name;
}

/* Whether the last bytes end the element that the first began. */
static bool is_whole(const struct sight *sight)
{
	struct slice last = { sight->last, sight->last + sight->last_length };
	struct slice name = root_name(&sight->first);
	struct text ending = TEXT_INIT;
	bool whole;

	while (last.start < last.end && (last.end[-1] == '\n' || last.end[-1] == '\r'))
		last.end--;
	text_add(&ending, "</");
	text_add_bytes(&ending, name.start, slice_length(name));
	text_add_char(&ending, '>');
	whole = !slice_is_empty(name) && slice_ends_with(last, ending.data);
	text_release(&ending);
	return whole;
}

/* The number in a part's name, "xl/worksheets/sheet12.xml", less one; false for another part. */
static bool part_number(const struct zip_part *part, const char *kind, size_t *number)
{
	struct slice at = slice_of(part->name);
	uint64_t from_one;

	if (!scan_text(&at, kind) || !scan_integer(&at, &from_one) || !slice_equals(at, ".xml") ||
		from_one == 0)
		return false;
	*number = (size_t)from_one - 1;
	return true;
}

static const char *check_part(
	const struct zip *zip, const struct zip_part *part, const struct package_plan *plan)
{
	struct sight sight = { .first = TEXT_INIT };
	const char *why = zip_unpack(zip, part, look, &sight);
	size_t sheet;

	if (!why && !is_whole(&sight))
		why = cut_off;
	if (!why && part_number(part, "xl/worksheets/sheet", &sheet) &&
		(sheet >= plan->sheet_count || sight.cell_count != plan->cell_counts[sheet]))
		why = cut_off;
	text_release(&sight.first);
	return why;
}

static void keep(const char *bytes, size_t length, void *context)
{
	text_add_bytes(context, bytes, length);
}

/* Error bars of a fixed length, as the library writes them, get their lengths from cells. */
static void set_error_range(struct text *chart, const char *range)
{
	static const char fixed[] = "<c:errValType val=\"fixedVal\"/><c:val val=\"1\"/>";
	const char *at = strstr(chart->data, fixed);
	struct text completed = TEXT_INIT;
	struct text cells = TEXT_INIT;

	if (!at)
		return;
	for (; *range; range++) {
		if (*range == '&')
			text_add(&cells, "&amp;");
		else if (*range == '<')
			text_add(&cells, "&lt;");
		else if (*range == '>')
			text_add(&cells, "&gt;");
		else
			text_add_char(&cells, *range);
	}
	text_add_bytes(&completed, chart->data, (size_t)(at - chart->data));
	text_add_format(&completed,
		"<c:errValType val=\"cust\"/><c:plus><c:numRef><c:f>%s</c:f></c:numRef></c:plus>"
		"<c:minus><c:numRef><c:f>%s</c:f></c:numRef></c:minus>",
		cells.data, cells.data);
	text_add(&completed, at + strlen(fixed));
	text_release(&cells);
	text_release(chart);
	*chart = completed;
}

static const char *finish_chart(struct zip_writer *writer, const struct zip *zip,
	const struct zip_part *part, const char *range)
{
	struct text bytes = TEXT_INIT;
	const char *why = zip_unpack(zip, part, keep, &bytes);

	if (!why) {
		set_error_range(&bytes, range);
		why = zip_writer_replace(writer, part, &bytes);
	}
	text_release(&bytes);
	return why;
}

const char *package_finish(int from, FILE *out, const struct package_plan *plan)
{
	struct zip_writer writer = { .out = out, .directory = TEXT_INIT };
	struct zip zip;
	const char *why = zip_open(&zip, from);

	for (size_t i = 0; i < zip.count && !why; i++) {
		const struct zip_part *part = &zip.parts[i];
		size_t chart;

		why = check_part(&zip, part, plan);
		if (why)
			break;
		if (part_number(part, "xl/charts/chart", &chart) &&
			chart < plan->error_ranges->count)
			why = finish_chart(&writer, &zip, part, plan->error_ranges->items[chart]);
		else
			why = zip_writer_copy(&writer, &zip, part);
	}
	zip_release(&zip);
	if (why)
		text_release(&writer.directory);
	return why ? why : zip_writer_finish(&writer);
}
