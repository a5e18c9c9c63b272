/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * time/labels - the layouts that have a label and a figure a line
 *
 * GNU -v and busybox -v, where the command may have line breaks of its own:
 *	Command being timed: "./hello.sh"
 *	User time (seconds): 0.31
 *	Percent of CPU this job got: 33%
 *	Elapsed (wall clock) time (h:mm:ss or m:ss): 1:02.20
 *	Maximum resident set size (kbytes): 1804
 *	Exit status: 0
 *
 * toybox -v:
 *	Real time (s): 0.205113
 *	Max RSS (KiB): 1804
 *
 * BSD -l, behind the times:
 *	     7471104  maximum resident set size
 *	          17  voluntary context switches
 */
#include <math.h>
#include <string.h>

#include "core/units.h"
#include "ingest/formats/time/layout.h"

struct time_label {
	const char *text; /* NULL: there are no more */
	enum time_figure figure;
	double factor;
};

static const struct time_label gnu_labels[] = {
	{ "User time (seconds)", TIME_USER, 1 },
	{ "System time (seconds)", TIME_SYS, 1 },
	{ "Percent of CPU this job got", TIME_CPU, 1 },
	{ "Elapsed (wall clock) time (h:mm:ss or m:ss)", TIME_REAL, 1 },
	{ "Average shared text size (kbytes)", TIME_SHARED_TEXT, KIB },
	{ "Average unshared data size (kbytes)", TIME_UNSHARED_DATA, KIB },
	{ "Average stack size (kbytes)", TIME_STACK, KIB },
	{ "Average total size (kbytes)", TIME_TOTAL_SIZE, KIB },
	{ "Maximum resident set size (kbytes)", TIME_MAX_RSS, KIB },
	{ "Average resident set size (kbytes)", TIME_RESIDENT, KIB },
	{ "Major (requiring I/O) page faults", TIME_MAJOR_FAULTS, 1 },
	{ "Minor (reclaiming a frame) page faults", TIME_MINOR_FAULTS, 1 },
	{ "Voluntary context switches", TIME_VOLUNTARY, 1 },
	{ "Involuntary context switches", TIME_INVOLUNTARY, 1 },
	{ "Swaps", TIME_SWAPS, 1 },
	{ "File system inputs", TIME_INPUTS, 1 },
	{ "File system outputs", TIME_OUTPUTS, 1 },
	{ "Socket messages sent", TIME_SOCKET_SENT, 1 },
	{ "Socket messages received", TIME_SOCKET_RECEIVED, 1 },
	{ "Signals delivered", TIME_SIGNALS, 1 },
	{ "Page size (bytes)", TIME_NO_FIGURE, 1 },
	{ "Exit status", TIME_NO_FIGURE, 1 },
	{ .text = NULL },
};

static const struct time_label toybox_labels[] = {
	{ "Real time (s)", TIME_REAL, 1 },
	{ "User time (s)", TIME_USER, 1 },
	{ "System time (s)", TIME_SYS, 1 },
	{ "Max RSS (KiB)", TIME_MAX_RSS, KIB },
	{ "Major faults", TIME_MAJOR_FAULTS, 1 },
	{ "Minor faults", TIME_MINOR_FAULTS, 1 },
	{ "File system inputs", TIME_INPUTS, 1 },
	{ "File system outputs", TIME_OUTPUTS, 1 },
	{ "Voluntary context switches", TIME_VOLUNTARY, 1 },
	{ "Involuntary context switches", TIME_INVOLUNTARY, 1 },
	{ .text = NULL },
};

static const struct time_label bsd_labels[] = {
	{ "maximum resident set size", TIME_MAX_RSS, 1 },
	{ "average shared memory size", TIME_SHARED_MEMORY, KIB },
	{ "average unshared data size", TIME_UNSHARED_DATA, KIB },
	{ "average unshared stack size", TIME_UNSHARED_STACK, KIB },
	{ "page reclaims", TIME_PAGE_RECLAIMS, 1 },
	{ "page faults", TIME_PAGE_FAULTS, 1 },
	{ "swaps", TIME_SWAPS, 1 },
	{ "block input operations", TIME_BLOCK_INPUTS, 1 },
	{ "block output operations", TIME_BLOCK_OUTPUTS, 1 },
	{ "messages sent", TIME_MESSAGES_SENT, 1 },
	{ "messages received", TIME_MESSAGES_RECEIVED, 1 },
	{ "signals received", TIME_SIGNALS_RECEIVED, 1 },
	{ "voluntary context switches", TIME_VOLUNTARY, 1 },
	{ "involuntary context switches", TIME_INVOLUNTARY, 1 },
	{ "instructions retired", TIME_INSTRUCTIONS, 1 },
	{ "cycles elapsed", TIME_CYCLES, 1 },
	{ "peak memory footprint", TIME_PEAK_FOOTPRINT, 1 },
	{ .text = NULL },
};

/* Before the label a log may have a timestamp. */
static bool ends_with_label(struct slice text, const char *label)
{
	if (!slice_ends_with(text, label))
		return false;
	text.end -= strlen(label);
	return slice_is_empty(text) || text.end[-1] == ' ' || text.end[-1] == '\t';
}

static const struct time_label *find_label(const struct time_label *labels, struct slice text)
{
	for (; labels->text; labels++)
		if (ends_with_label(text, labels->text))
			return labels;
	return NULL;
}

static bool is_last(const struct time_label *label)
{
	return label && !label[1].text;
}

/* "Label: figure"; a label has colons of its own, and a share may be "?%". */
static const struct time_label *read_label(struct time_result *result, const struct line *line,
	const struct time_label *labels, struct reading *reading)
{
	const char *colon = slice_find_last(line->text, ": ");
	struct slice at = { colon, line->text.end };
	const struct time_label *label;

	if (!colon)
		return NULL;
	label = find_label(labels, (struct slice){ line->text.start, colon });
	if (!label || !scan_text(&at, ": "))
		return NULL;
	if (label->figure == TIME_CPU && slice_equals(at, "?%"))
		return label;
	if (!time_figure_scan(label->figure, &at, reading))
		return NULL;
	if (label->figure == TIME_CPU)
		scan_char(&at, '%');
	if (!scan_end(&at))
		return NULL;
	time_result_set(result, label->figure, *reading, label->factor, line->number);
	return label;
}

static bool has_times(const struct time_result *result)
{
	return result->lines[TIME_REAL] && result->lines[TIME_USER] && result->lines[TIME_SYS];
}

static bool begin_gnu(struct time_result *result, const struct line *line)
{
	const char *start = slice_find(line->text, "Command being timed: \"");

	if (!start)
		return false;
	time_result_open(result, (struct slice){ start, line->text.end }, line->number);
	return true;
}

/* Lines of the command itself, of which a broken log shall not make a whole log. */
static bool is_command(const struct time_result *result, const struct line *line)
{
	enum { COMMAND_LINES = 50 };

	return !result->lines[TIME_USER] && line->number - result->opening.line < COMMAND_LINES;
}

static bool go_on_gnu(struct time_result *result, const struct line *line)
{
	struct reading reading = { 0, 0 };
	const struct time_label *label = read_label(result, line, gnu_labels, &reading);

	if (is_last(label)) {
		result->complete = has_times(result);
		if (reading.value > 0 && !result->failure.line)
			time_result_fail(result, PROBLEM_FAILED, line->text, line->number);
	}
	return label || is_command(result, line);
}

static bool begin_toybox(struct time_result *result, const struct line *line)
{
	struct reading reading;

	if (!slice_contains(line->text, toybox_labels->text) ||
		!read_label(result, line, toybox_labels, &reading))
		return false;
	time_result_open(result, line->text, line->number);
	return true;
}

static bool go_on_toybox(struct time_result *result, const struct line *line)
{
	struct reading reading;
	const struct time_label *label = read_label(result, line, toybox_labels, &reading);

	if (is_last(label))
		result->complete = has_times(result);
	return label != NULL;
}

/*
 * macOS prints the largest size in bytes, which are whole pages of 4096 or
 * more; the others print KiB.
 */
static double bsd_factor(const struct time_label *label, struct reading reading)
{
	if (label->figure == TIME_MAX_RSS && fmod(reading.value, 4096) != 0)
		return KIB;
	return label->factor;
}

bool time_bsd_usage(struct time_result *result, const struct line *line)
{
	struct slice at = slice_trim(line->text);
	struct reading reading;
	const struct time_label *label;

	if (!scan_number(&at, &reading))
		return false;
	label = find_label(bsd_labels, at);
	if (!label || !slice_equals(slice_trim(at), label->text))
		return false;
	time_result_set(result, label->figure, reading, bsd_factor(label, reading), line->number);
	return true;
}

const struct time_layout time_gnu_labels = { .begin = begin_gnu, .go_on = go_on_gnu };
const struct time_layout time_toybox_labels = { .begin = begin_toybox, .go_on = go_on_toybox };
