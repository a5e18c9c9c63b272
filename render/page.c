/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page - records as one self-contained HTML page */
#include "core/json.h"
#include "core/message.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/page/digest.h"
#include "render/page/html.h"
#include "render/page/story_json.h"
#include "render/report/output.h"
#include "render/template/mustache.h"

static const char *experiment_path;
static const char *output_path;
static const char *templates_folder;
static const char *charts_folder;
static bool data_only;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'o', "output", "FILE", &output_path, "write FILE, not standard output" },
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
	.description = "Reads what rank, or stats, or ingest wrote. gnuplot draws its charts;\n"
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

static void fill_page(struct text *page, const struct text *data)
{
	static const struct mustache html = { templates_text, html_escape };
	struct json *tree = json_parse(
		(struct slice){ data->data, data->data + data->length }, NULL);

	if (!tree)
		die("what the templates are given is not JSON");
	mustache_render(page, &html, "page.html", tree);
	json_free(tree);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct text data = TEXT_INIT;
	struct text page = TEXT_INIT;

	if (templates_folder)
		templates_use(templates_folder);
	gather_data(&data, paths);
	if (!data_only)
		fill_page(&page, &data);
	else
		text_add_format(&page, "%s\n", data.data);
	output_write(output_path, &page);
	text_release(&data);
	text_release(&page);
	return program_end();
}
