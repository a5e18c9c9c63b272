/* SPDX-License-Identifier: GPL-3.0-or-later */
/* logs - which logs the records of a book come from */
#include "render/report/story/logs.h"

#include <string.h>

#include "core/source.h"

/* What the folder and the path have in common, up to a '/'. */
static void keep_common(struct text *folder, struct slice path)
{
	size_t common = 0;

	for (size_t i = 0; i < folder->length && i < slice_length(path); i++) {
		if (folder->data[i] != path.start[i])
			break;
		if (path.start[i] == '/')
			common = i + 1;
	}
	if (folder->length) {
		folder->length = common;
		folder->data[common] = '\0';
	}
}

static void add(struct logs *logs, const char *source)
{
	struct slice path;
	size_t known = logs->paths.count;

	if (!source)
		return;
	path = source_path(source, NULL);
	if (index_add(&logs->paths, path) < known)
		return;
	if (known == 0)
		text_add_bytes(&logs->folder, path.start, slice_length(path));
	keep_common(&logs->folder, path);
}

static bool is_json(const char *source)
{
	return source && slice_ends_with(source_path(source, NULL), ".json");
}

/* What a runner wrote beside a log that is counted is none itself: docs/RESULTS.md. */
static bool is_beside_log(const struct logs *logs, const char *source)
{
	static const char *const endings[] = { ".log", ".log.gz", ".log.xz" };
	struct slice stem = source_path(source, NULL);
	struct text log = TEXT_INIT;
	bool found = false;

	stem.end -= strlen(".json");
	for (size_t i = 0; i < sizeof endings / sizeof *endings && !found; i++) {
		size_t number;

		text_clear(&log);
		text_add_bytes(&log, stem.start, slice_length(stem));
		text_add(&log, endings[i]);
		found = index_find(&logs->paths, text_slice(&log), &number);
	}
	text_release(&log);
	return found;
}

static void add_problems(struct logs *logs, const struct book *book)
{
	for (size_t i = 0; i < book->problem_count; i++)
		if (!is_json(book->problems[i].source))
			add(logs, book->problems[i].source);
	for (size_t i = 0; i < book->problem_count; i++)
		if (is_json(book->problems[i].source) &&
			!is_beside_log(logs, book->problems[i].source))
			add(logs, book->problems[i].source);
}

void logs_count(struct logs *logs, const struct book *book)
{
	*logs = (struct logs){ .folder = TEXT_INIT };
	for (size_t i = 0; i < book->summary_count; i++) {
		const struct summary *summary = &book->summaries[i];

		for (size_t s = 0; s < summary->sources.count; s++)
			add(logs, summary->sources.items[s]);
		if (!summary->is_listed) /* its samples are counted */
			logs->values += summary->n + summary->first.count + summary->cached.count;
	}
	for (size_t i = 0; i < book->sample_count; i++)
		add(logs, book->samples[i].source);
	add_problems(logs, book);
	logs->values += book->sample_count;
}

void logs_release(struct logs *logs)
{
	index_release(&logs->paths);
	text_release(&logs->folder);
}
