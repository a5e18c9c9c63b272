/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cells - the summaries of a stream and their rankings */
#include "stats/stream/cells.h"

#include <math.h>
#include <string.h>

#include "core/message.h"
#include "core/program.h"

void cells_init(struct cells *cells)
{
	*cells = (struct cells){ .lines = TEXT_INIT };
	summaries_init(&cells->samples, GROUPS_FIELDS_DEFAULT);
}

/* Whether the record's fields were seen before; they are from now on. */
static bool is_known(struct index *index, const struct record *record, const char *const *fields)
{
	struct text key = TEXT_INIT;
	size_t known = index->count;

	for (; *fields; fields++) {
		record_add_value(&key, record, *fields);
		text_add_char(&key, '\n');
	}
	index_add(index, text_slice(&key));
	text_release(&key);
	return index->count == known;
}

/* Problems alone do not say that a test failed, if it has a summary. False for what is summarised already. */
static bool take_summary(struct cells *cells, struct record *record)
{
	static const char *const cell[] = { "system", "test", "part", "metric", NULL };
	static const char *const test[] = { "system", "test", NULL };
	bool has_test = is_known(&cells->tests, record, test);

	if (is_known(&cells->known, record, cell) || (has_test && !record_has(record, "metric")))
		return false;
	rankings_add(&cells->rankings, record);
	return true;
}

void cells_take(struct cells *cells, struct record *record)
{
	struct text problem = TEXT_INIT;

	program_refuse_partial(record);
	if (record->kind == RECORD_SUMMARY) {
		if (!take_summary(cells, record) && !cells->repeated++)
			warn("some cells are summarised more than once: their first summary counts");
		return;
	}
	if (record->kind == RECORD_RANKING) {
		records_add(&cells->given, record_keep(record));
		return;
	}
	summaries_take(&cells->samples, record, &problem);
	text_release(&problem);
}

/* What stats writes, read as whoever reads its output does, line by line. */
static void take_lines(struct text *records, void *context)
{
	struct cells *cells = context;
	struct text *lines = &cells->lines;
	bool ends_line = memchr(records->data, '\n', records->length) != NULL;
	struct record record = { 0 };
	struct slice rest, line;
	const char *why;

	text_add_bytes(lines, records->data, records->length);
	text_clear(records);
	if (!ends_line)
		return;
	rest = text_slice(lines);
	while (scan_until(&rest, "\n", &line) && scan_char(&rest, '\n'))
		if (record_read(&record, line, &why) && record.kind == RECORD_SUMMARY)
			take_summary(cells, &record);
	record_release(&record);
	lines->length = slice_length(rest);
	memmove(lines->data, rest.start, lines->length);
}

void cells_summarise(struct cells *cells, const struct policy *policy)
{
	summaries_write(&cells->samples, policy, &(struct summary_sink){ take_lines, cells });
}

void cells_complete(struct cells *cells, const struct ranking_policy *with)
{
	cells_summarise(cells, with->policy);
	rankings_compute(&cells->rankings, with);
}

static bool is_of(const char *test, double part, const char *metric, const struct summary *summary)
{
	return same_label(test, summary->test) && same_label(metric, summary->metric) &&
	       same_number(part, summary->part);
}

static struct record *parse(struct slice line)
{
	const char *why;

	return record_parse(line, &why);
}

static struct record *given_ranking(const struct cells *cells, const struct summary *summary)
{
	for (size_t i = 0; i < cells->given.count; i++) {
		struct ranking ranking;
		bool found = !ranking_read(&ranking, cells->given.items[i]) &&
			     is_of(ranking.test, ranking.part, ranking.metric, summary);

		ranking_release(&ranking);
		if (found)
			return parse(cells->given.items[i]->line);
	}
	return NULL;
}

struct record *cells_ranking(const struct cells *cells, const struct summary *summary)
{
	struct record *record = summary->metric ? given_ranking(cells, summary) : NULL;

	for (size_t f = 0; !record && summary->metric && f < cells->rankings.index.count; f++) {
		const struct family *family = &cells->rankings.families[f];
		struct text out = TEXT_INIT;

		if (!is_of(family->test, family->part, family->metric, summary))
			continue;
		family_write(family, &out);
		record = parse((struct slice){ out.data, out.data + out.length - strlen("\n") });
		text_release(&out);
	}
	return record;
}

void cells_release(struct cells *cells)
{
	summaries_release(&cells->samples);
	rankings_release(&cells->rankings);
	index_release(&cells->known);
	index_release(&cells->tests);
	records_release(&cells->given);
	text_release(&cells->lines);
}
