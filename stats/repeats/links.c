/* SPDX-License-Identifier: GPL-3.0-or-later */
/* links - the rates that several tools measured on one link, and what they say of their units */
#include "stats/repeats/links.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/confusion.h"

enum { MOST_RATES = 64 }; /* tests, and their parts, that are compared with one another */

/* A test's throughput on each system. */
struct rate {
	const struct experiment_test *test;
	double part;
	double *levels; /* the mean of ln x, by system; NaN: none */
};

struct links {
	const struct marks *marks;
	struct index systems;
	struct rate rates[MOST_RATES];
	size_t count;
};

static const struct experiment_test *network_test(
	const struct links *links, const struct group *group)
{
	const struct experiment_test *test = experiment_test(
		links->marks->policy->experiment, group->test);

	if (!test || test->category != CATEGORY_NETWORK || !group->system ||
		strcmp(group->metric, "throughput") != 0 || !same_label(group->unit, "B/s"))
		return NULL;
	return test;
}

static struct rate *rate_of(
	struct links *links, const struct experiment_test *test, double part, size_t systems)
{
	struct rate *rate;

	for (size_t i = 0; i < links->count; i++)
		if (links->rates[i].test == test && same_number(links->rates[i].part, part))
			return &links->rates[i];
	if (links->count == MOST_RATES)
		return NULL;
	rate = &links->rates[links->count++];
	*rate = (struct rate){ test, part, memory_allocate(systems, sizeof *rate->levels) };
	for (size_t i = 0; i < systems; i++)
		rate->levels[i] = NAN;
	return rate;
}

static void gather_group(struct links *links, const struct group *group, size_t systems)
{
	const struct experiment_test *test = network_test(links, group);
	struct rate *rate = test ? rate_of(links, test, group->part, systems) : NULL;
	struct margins margins;
	struct sifted sifted;
	struct level level;

	if (!rate)
		return;
	margins = policy_margins(links->marks->policy, group->test, group->metric, group->unit);
	marks_sift(links->marks, group, margins.tau, &sifted);
	if (sifted_level(&sifted, &level))
		rate->levels[index_add(&links->systems, slice_of(group->system))] = level.mean;
	sifted_release(&sifted);
}

static void gather(struct links *links, const struct groups *groups)
{
	for (size_t i = 0; i < groups->index.count; i++)
		if (network_test(links, &groups->items[i]))
			index_add(&links->systems, slice_of(groups->items[i].system));
	for (size_t i = 0; i < groups->index.count; i++)
		gather_group(links, &groups->items[i], links->systems.count);
}

/* Ratios of a to b, of the systems that have both; places are theirs. */
static size_t ratios_of(const struct links *links, const struct rate *a, const struct rate *b,
	double *ratios, size_t *places)
{
	size_t count = 0;

	for (size_t i = 0; i < links->systems.count; i++) {
		if (isnan(a->levels[i]) || isnan(b->levels[i]))
			continue;
		places[count] = i;
		ratios[count++] = exp(a->levels[i] - b->levels[i]);
	}
	return count;
}

static void add_name(struct text *name, const struct rate *rate)
{
	text_add_format(name, "%s/throughput", rate->test->name);
	if (!isnan(rate->part))
		text_add_format(name, " #%g", rate->part);
}

static const char *explanation(enum confusion confusion)
{
	static const char *const texts[] = {
		[CONFUSION_BITS] =
			"one may be in bits where bytes were read, such as Mbit/s for MB/s",
		[CONFUSION_THOUSAND] =
			"one may be in a prefix too small or too large, such as kB/s for MB/s",
		[CONFUSION_BINARY] = "one may be in binary prefixes, such as MiB/s for MB/s",
	};

	return texts[confusion];
}

/* What a pair of rates comes to. */
struct suspicion {
	enum confusion confusion;
	size_t agreeing;
	size_t count; /* systems that have both */
	double *ratios;
	size_t *places; /* of those systems */
};

/* "iperf-to/throughput is 8.4 (Kata), 8.3 (Host) times wget-to/throughput, on 2 of 3 systems: ..." */
static void write_note(const struct links *links, const struct suspicion *suspicion,
	const struct rate *a, const struct rate *b, struct text *out)
{
	struct annotation note = { .topic = "unit" };
	struct text message = TEXT_INIT;
	struct text larger = TEXT_INIT;
	struct text smaller = TEXT_INIT;
	const char *separator = " is ";

	add_name(&larger, a);
	add_name(&smaller, b);
	text_add(&message, larger.data);
	for (size_t i = 0; i < suspicion->count; i++) {
		if (!confusion_explains(suspicion->confusion, suspicion->ratios[i]))
			continue;
		text_add_format(&message, "%s%.3g (%s)", separator, suspicion->ratios[i],
			links->systems.keys[suspicion->places[i]]);
		separator = ", ";
	}
	text_add_format(&message, " times %s, on %zu of %zu systems: %s", smaller.data,
		suspicion->agreeing, suspicion->count, explanation(suspicion->confusion));
	note.message = message.data;
	strings_add(&note.from, larger.data);
	strings_add(&note.from, smaller.data);
	annotation_write(out, &note);
	annotation_release(&note);
	text_release(&message);
	text_release(&larger);
	text_release(&smaller);
}

/* Whether a is the larger one decides nothing: both ways are looked at. */
static void compare(const struct links *links, const struct rate *a, const struct rate *b,
	struct suspicion *suspicion, struct text *out)
{
	if (a->test->side != b->test->side || a->test == b->test)
		return;
	suspicion->count = ratios_of(links, a, b, suspicion->ratios, suspicion->places);
	suspicion->confusion = find_confusion(
		suspicion->ratios, suspicion->count, &suspicion->agreeing);
	if (suspicion->confusion != CONFUSION_NONE)
		write_note(links, suspicion, a, b, out);
}

void links_write_notes(const struct groups *groups, const struct marks *marks, struct text *out)
{
	struct links links = { .marks = marks };
	struct suspicion suspicion = { 0 };

	gather(&links, groups);
	suspicion.ratios = memory_allocate(links.systems.count, sizeof *suspicion.ratios);
	suspicion.places = memory_allocate(links.systems.count, sizeof *suspicion.places);
	for (size_t a = 0; a < links.count; a++)
		for (size_t b = 0; b < links.count; b++)
			compare(&links, &links.rates[a], &links.rates[b], &suspicion, out);
	free(suspicion.ratios);
	free(suspicion.places);
	for (size_t i = 0; i < links.count; i++)
		free(links.rates[i].levels);
	index_release(&links.systems);
}
