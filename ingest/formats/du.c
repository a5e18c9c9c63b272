/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * du - sizes of files and folders, as du(1) prints them
 *
 *	8388608	/var/lib/images         du -b, du -sb: bytes
 *	8192	/var/lib/images         du, du -k: KiB
 *	8.0M	/var/lib/images         du -h: powers of 1024
 *
 * A line is a number, a tab and a name. The log does not say the unit: the
 * command does, if it is known (-b, --bytes, -k, -m, --block-size is not
 * read); du's default is KiB.
 *
 *	du: cannot read directory '/root': Permission denied
 */
#include <string.h>

#include "core/units.h"
#include "ingest/log/command.h"
#include "ingest/log/format.h"

static const struct metric size = { "size", "B", BETTER_LOWER };

/* Bytes that one step of an unmarked number means. */
static double unit_of(const struct sink *sink)
{
	const char *command = sink_command(sink);
	const struct unit *unit = sink_unit(sink) ? unit_find(sink_unit(sink)) : NULL;

	if (unit && strcmp(unit->base, "B") == 0)
		return unit->factor;
	if (command_has_flag(command, "du", 'b', "bytes"))
		return 1;
	if (command_has_flag(command, "du", 'm', NULL))
		return MIB;
	return KIB;
}

static bool error_line(const struct line *line, struct sink *sink)
{
	struct slice at = line->text;

	if (!scan_text(&at, "du: "))
		return false;
	sink_add_problem(sink, PROBLEM_FAILED, line->number, "%.*s", (int)slice_length(line->text),
		line->text.start);
	return true;
}

static bool du_line(void *state, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;
	struct reading reading;
	double factor;

	(void)state;
	if (error_line(line, sink))
		return true;
	if (!scan_number_of_any_locale(&at, &reading) ||
		!scan_prefix(&at, BINARY_PREFIX, &factor) || !scan_char(&at, '\t') ||
		slice_is_empty(at))
		return false;
	if (factor == 1)
		factor = unit_of(sink);
	sink_begin_result(sink);
	sink_add(sink, &(struct measurement){
			       .metric = &size,
			       .reading = reading_scaled(reading, factor),
			       .line = line->number,
		       });
	return true;
}

const struct format du_format = {
	.name = "du",
	.summary = "sizes of files and folders, as du(1) prints them",
	.line = du_line,
};
