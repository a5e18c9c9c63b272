/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page - records as one self-contained HTML page */
#include <errno.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "core/json.h"
#include "core/message.h"
#include "core/program.h"
#include "core/templates.h"
#include "core/temporary.h"
#include "render/page/digest.h"
#include "render/page/html.h"
#include "render/page/story_json.h"
#include "render/template/mustache.h"

static const char *experiment_path;
static const char *templates_folder;
static const char *charts_folder;
static bool data_only;

static const struct option_spec options[] = {
	OPTION_OUTPUT,
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for its tables and its order" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take page.html, words/... from there before those built in" },
	{ OPTION_TEXT, '\0', "charts", "DIR", &charts_folder,
		"take charts that would be the same from DIR" },
	{ OPTION_FLAG, '\0', "data", NULL, &data_only,
		"write what the templates are given, as JSON" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "page",
	.summary = "Show records as one self-contained HTML page",
	.arguments = "[FILE]...",
	.description =
		"Reads what rank, stats, compare or ingest wrote. gnuplot draws its charts;\n"
		"without it there are none, and the page says so.",
	.options = options,
};

/*
 * A style sheet or a script, and its digest, which is of what the browser sees:
 * a carriage return is none there.
 */
static void add_resource(struct text *data, const char *name, const char *file)
{
	struct slice rest = slice_of(templates_text(file));
	struct text resource = TEXT_INIT;
	struct text digest = TEXT_INIT;

	while (!slice_is_empty(rest)) {
		size_t length = slice_sequence(rest);

		if (length == 0)
			die("%s: not UTF-8", file);
		if (*rest.start != '\r')
			text_add_bytes(&resource, rest.start, length);
		rest.start += length;
	}
	digest_add(&digest, &resource);
	json_open(data, name, '{');
	json_add_text(data, "text", resource.data);
	json_add_text(data, "digest", digest.data);
	json_close(data, '}');
	text_release(&resource);
	text_release(&digest);
}

static void gather_data(struct text *data, char **paths)
{
	json_open(data, NULL, '{');
	json_add_text(data, "version", BENCHPIPE_VERSION);
	add_resource(data, "style", "page.css");
	add_resource(data, "script", "page.js");
	story_tell(data, &(struct story){
				 .format = &story_json,
				 .length = STORY_WHOLE,
				 .experiment_path = experiment_path,
				 .paths = paths,
				 .draws = true,
				 .drawn = charts_folder,
			 });
	json_close(data, '}');
}

static void spool(struct text *page, void *context)
{
	if (fwrite(page->data, 1, page->length, context) != page->length)
		die("a temporary file: %s", strerror(errno));
	text_clear(page);
}

/* A page is finished in a file without a name, and only then delivered: whole or not at all. */
static void fill_page(FILE *file, const struct text *data)
{
	const struct mustache html = { templates_text, html_escape, spool, file };
	struct text page = TEXT_INIT;

	mustache_render(&page, &html, "page.html", data->data);
	spool(&page, file);
	if (fflush(file) != 0)
		die("a temporary file: %s", strerror(errno));
	text_release(&page);
}

static void deliver_page(FILE *file)
{
	char bytes[64 * 1024];
	size_t count;

	rewind(file);
	while ((count = fread(bytes, 1, sizeof bytes, file)) > 0)
		program_write(bytes, count);
}

static void write_page(const struct text *data)
{
	FILE *file = fdopen(temporary_file(), "w+b");

	if (!file)
		die("a temporary file: %s", strerror(errno));
	fill_page(file, data);
	deliver_page(file);
	fclose(file);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct text data = TEXT_INIT;

	mallopt(M_MMAP_THRESHOLD, 64 * 1024); /* drawings are gone when they are freed */
	if (templates_folder)
		templates_use(templates_folder);
	gather_data(&data, paths);
	if (data_only) {
		text_add_char(&data, '\n');
		program_write_text(&data);
	} else {
		write_page(&data);
	}
	text_release(&data);
	return program_end();
}
