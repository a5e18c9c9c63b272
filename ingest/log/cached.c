/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cached - whether what a log measured was a cache, by evidence that is stated */
#include "ingest/log/cached.h"

#include <math.h>
#include <string.h>

static const double least_moved = 0.1;          /* of the bytes claimed: less was a cache's */
static const double least_moved_directly = 0.5; /* all should be: less, and nothing was direct */
static const double surely_moved =
	0.5; /* as much was read from the disk, whatever the command says */

/* A rate or a latency; bytes and seconds of runs are facts, whoever delivered them. */
static bool is_measure(const struct found_sample *found)
{
	static const char *const units[] = { "B/s", "1/s", "s" };

	if (found->better == BETTER_NEITHER || !isnan(found->time))
		return false;
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (strcmp(units[i], found->unit) == 0)
			return true;
	return false;
}

/* The bytes that the log says went that way. */
static double bytes_claimed(
	const struct sink *sink, const struct found_sample *found, enum direction direction)
{
	return sink->results[found->results].bytes[direction];
}

/* "the host's disks read 4.2 MB while the log claims 2147 MB" */
static bool add_disk_evidence(const struct sink *sink, const struct found_sample *found,
	enum direction direction, struct text *evidence)
{
	double claimed = bytes_claimed(sink, found, direction);
	double moved = sink->bytes_moved[direction];
	double least = sink->is_direct ? least_moved_directly : least_moved;

	if (!(moved < least * claimed))
		return false;
	text_add_format(evidence, "the host's disks %s %.4g MB while the log claims %.4g MB%s",
		direction == DIRECTION_READ ? "read" : "wrote", moved / 1e6, claimed / 1e6,
		sink->is_direct ? " of direct I/O" : "");
	return true;
}

/* Direct I/O that was none in one direction was none in the other: both are of the same files. */
static bool add_other_evidence(
	const struct sink *sink, const struct found_sample *found, struct text *evidence)
{
	enum direction other = found->direction == DIRECTION_READ ? DIRECTION_WRITE
								  : DIRECTION_READ;

	if (!sink->is_direct || !add_disk_evidence(sink, found, other, evidence))
		return false;
	text_add_format(evidence, ": so what it %s was not direct either, its files are the same",
		found->direction == DIRECTION_READ ? "read" : "wrote");
	return true;
}

static bool add_reread_evidence(
	const struct sink *sink, const struct found_sample *found, struct text *evidence)
{
	double claimed = bytes_claimed(sink, found, found->direction);
	double moved = sink->bytes_moved[found->direction];

	if (!found->is_reread || moved >= surely_moved * claimed)
		return false;
	text_add(evidence,
		"the command had just written what it read, and no cache was dropped between");
	if (!isnan(moved))
		text_add_format(evidence, " (the host's disks read %.4g MB of %.4g MB)",
			moved / 1e6, claimed / 1e6);
	return true;
}

static bool is_doubted(const struct sink *sink, const struct found_sample *found, enum doubt kind)
{
	const struct found_doubt *doubt = &sink->doubts[kind];

	if (!doubt->format || !format_is_of_tool(found->format, doubt->format->name))
		return false;
	return kind == DOUBT_NOT_DIRECT || (found->direction == DIRECTION_READ && !sink->is_direct);
}

static void add_doubt(
	const struct sink *sink, const struct found_sample *found, struct text *evidence)
{
	for (int kind = 0; kind < DOUBT_COUNT; kind++) {
		if (!is_doubted(sink, found, (enum doubt)kind))
			continue;
		text_add(evidence, sink->doubts[kind].message);
		return;
	}
}

void cached_evidence(
	const struct sink *sink, const struct found_sample *found, struct text *evidence)
{
	if (found->direction == DIRECTION_NONE || !is_measure(found))
		return;
	if (!add_disk_evidence(sink, found, found->direction, evidence) &&
		!add_other_evidence(sink, found, evidence) &&
		!add_reread_evidence(sink, found, evidence))
		add_doubt(sink, found, evidence);
}
