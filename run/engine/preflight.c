/* SPDX-License-Identifier: GPL-3.0-or-later */
/* preflight - whether a system can run a container at all, found out in seconds */
#include "run/engine/preflight.h"

#include <stdlib.h>
#include <string.h>

#include "core/scan.h"
#include "run/engine/engine.h"
#include "run/plan/line.h"
#include "run/process/process.h"
#include "run/record/tail.h"

enum { OUTPUT_LIMIT = 64 * 1024 };

static bool is_error(struct slice line)
{
	return slice_starts_with(line, "docker: ") || slice_starts_with(line, "Error: ") ||
	       slice_starts_with(line, "Error response from ");
}

/* Leaves the line that says what is wrong: the engine's, or the last one. */
static void keep_error(struct text *output)
{
	struct slice rest = slice_of(output->data);
	struct text kept = TEXT_INIT;
	struct slice line;

	while (kept.length == 0 && scan_part(&rest, '\n', &line))
		if (is_error(line))
			text_add_bytes(&kept, line.start, slice_length(line));
	if (kept.length == 0)
		tail_keep_line(output);
	else
		text_clear(output);
	text_add(output, kept.data);
	text_release(&kept);
}

static bool says(const char *words, const char *text)
{
	return strstr(words, text) != NULL;
}

/*
 *	docker: Error response from daemon: Unknown runtime specified kata-runtime.
 *	docker: Error response from daemon: unknown or invalid runtime name: kata-runtime
 *	... fork/exec /usr/bin/kata-runtime: no such file or directory: unknown
 *	Error: default OCI runtime "kata-runtime" not found: invalid argument
 */
static bool lacks_runtime(const char *words, const char *runtime)
{
	if (says(words, "nknown runtime") || says(words, "invalid runtime name"))
		return true;
	if (says(words, "fork/exec ") && says(words, ": no such file or directory"))
		return true;
	return says(words, runtime) &&
	       (says(words, "\" not found") || says(words, "executable file not found"));
}

enum fitness preflight_judge(const char *words, const char *runtime, struct text *why)
{
	if (says(words, "o such image") || says(words, "nable to find image") ||
		says(words, "image not known")) {
		text_add(why, words);
		return NO_IMAGE;
	}
	if (lacks_runtime(words, runtime))
		text_add_format(why, "runtime %s is not installed", runtime);
	else
		text_add_printable(why, *words ? words : "it printed nothing");
	return UNAVAILABLE;
}

static enum fitness judge(const struct setting *setting, const struct experiment_system *system,
	const struct process_result *result, struct text *output, struct text *why)
{
	switch (result->ending) {
	case ENDED_INTERRUPTED:
		return INTERRUPTED;
	case ENDED_AT_LIMIT:
		text_add_format(why, "the preflight did not end in %g s", setting->patience);
		return HANGING;
	default:
		if (process_succeeded(result))
			return FIT;
		keep_error(output);
		return preflight_judge(output->data, system->runtime, why);
	}
}

enum fitness preflight(
	const struct setting *setting, const struct experiment_system *system, struct text *why)
{
	const struct experiment *experiment = setting->experiment;
	const char *whole = experiment->preflight ? experiment->preflight : experiment->container;
	char *container = line_container_name_for(setting, system, "preflight");
	struct text line = TEXT_INIT;
	struct text output = TEXT_INIT;
	struct process_result result;
	enum fitness fitness;

	if (!whole) {
		free(container);
		return FIT; /* as far as can be known */
	}
	line_add_whole(&line, setting, system, whole, "echo Hello World!", container);
	process_run(
		&(struct process){
			.arguments = (char *const[]){ "bash", "-c", line.data, NULL },
			.log = -1,
			.output = &output,
			.output_limit = OUTPUT_LIMIT,
			.limit = setting->patience,
		},
		&result);
	fitness = judge(setting, system, &result, &output, why);
	if (fitness == FIT)
		engine_forget_container(setting, container);
	else
		engine_end_container(setting, container);
	text_release(&line);
	text_release(&output);
	free(container);
	return fitness;
}
