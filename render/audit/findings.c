/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit/findings - what becomes of each claim of a page, as text */
#include "render/audit/findings.h"

#include <stdlib.h>
#include <string.h>

#include "core/chain.h"
#include "core/memory.h"

/* A line, indented; the bytes in it are the page's and the logs'. */
static void add_line(struct text *out, size_t indentation, struct text *line)
{
	text_add_repeated(out, ' ', indentation);
	text_add_printable(out, line->data);
	text_add_char(out, '\n');
	text_clear(line);
}

static void add_reasons(struct text *out, struct strings *reasons)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < reasons->count; i++) {
		text_add(&line, reasons->items[i]);
		add_line(out, 4, &line);
	}
	strings_release(reasons);
	text_release(&line);
}

static const char *sense_of(const struct conclusion *conclusion)
{
	static const char *const senses[] = {
		[BETTER_NEITHER] = "> is more",
		[BETTER_HIGHER] = "> is more, which is better",
		[BETTER_LOWER] = "> is more, and less is better",
	};

	return senses[conclusion->better];
}

static void begin_conclusion(
	const struct claim *claim, const struct conclusion *conclusion, struct text *out)
{
	struct text line = TEXT_INIT;

	text_add_format(&line, "%s: %s%s%s", claim->source ? claim->source : "?", claim->title,
		*claim->title ? ": " : "", claim->chain);
	if (conclusion && conclusion->from.count)
		text_add_format(&line, " (%s)", sense_of(conclusion));
	add_line(out, 0, &line);
	text_release(&line);
}

/* A system of the chain: as the page has it, and as the data do (NULL: no such system). */
struct named {
	char *written;
	const char *system;
};

static struct named read_name(
	const struct basis *basis, const struct conclusion *conclusion, struct slice name)
{
	char *system = slice_copy(chain_system(name));
	struct named named = {
		.written = slice_copy(name),
		.system = conclusion ? basis_system(basis, conclusion, system) : NULL,
	};

	free(system);
	return named;
}

static void explain_name(const struct named *named, struct strings *reasons)
{
	struct text words = TEXT_INIT;

	if (!named->system)
		text_add_format(&words, "%s: no table has such a system", named->written);
	else if (strcmp(named->written, named->system) != 0)
		text_add_format(&words, "%s: taken for %s", named->written, named->system);
	else
		return;
	strings_add(reasons, text_detach(&words));
}

static enum finding judge_names(const struct basis *basis, const struct conclusion *conclusion,
	const struct named *a, enum relation relation, const struct named *b,
	struct strings *reasons)
{
	const struct couple couple = { conclusion, a->system, b->system };

	if (!conclusion) {
		strings_add(reasons, memory_copy_string("no metrics are known under this title"));
		return FINDING_NOT_TESTABLE;
	}
	explain_name(a, reasons);
	explain_name(b, reasons);
	if (!a->system || !b->system)
		return FINDING_NOT_TESTABLE;
	return judge_couple(basis, &couple, relation, reasons);
}

static void tell_couple(const struct basis *basis, const struct conclusion *conclusion,
	const struct named *a, enum relation relation, const struct named *b, struct tally *tally,
	struct text *out)
{
	struct strings reasons = { 0 };
	struct text line = TEXT_INIT;
	enum finding finding = judge_names(basis, conclusion, a, relation, b, &reasons);

	tally->counts[finding]++;
	text_add_format(&line, "%s %s %s: %s", a->written, relation_sign(relation), b->written,
		finding_name(finding));
	add_line(out, 2, &line);
	add_reasons(out, &reasons);
	text_release(&line);
}

void findings_tell_conclusion(
	const struct basis *basis, const struct claim *claim, struct tally *tally, struct text *out)
{
	const struct conclusion *conclusion = basis_conclusion(
		basis, claim->title ? claim->title : "");
	struct slice rest = slice_of(claim->chain);
	struct slice name;
	enum relation relation;
	struct named a = { 0 };

	begin_conclusion(claim, conclusion, out);
	if (chain_name(&rest, &name))
		a = read_name(basis, conclusion, name);
	while (scan_relation(&rest, &relation) && chain_name(&rest, &name)) {
		struct named b = read_name(basis, conclusion, name);

		tell_couple(basis, conclusion, &a, relation, &b, tally, out);
		free(a.written);
		a = b;
	}
	free(a.written);
}

void findings_tell_verdict(const struct basis *basis, const struct claim *claims, size_t count,
	struct tally *tally, struct text *out)
{
	struct strings reasons = { 0 };
	struct text line = TEXT_INIT;
	enum finding finding = judge_verdict(basis, claims, count, &reasons);

	tally->counts[finding]++;
	text_add_format(&line, "%s: ", claims->source ? claims->source : "?");
	for (size_t i = 0; i < count; i++)
		text_add_format(&line, "%s, ", claims[i].test ? claims[i].test : "?");
	text_add_format(&line, "%s: %s: %s", claims->system ? claims->system : "?", claims->verdict,
		finding_name(finding));
	add_line(out, 0, &line);
	add_reasons(out, &reasons);
	text_release(&line);
}

void findings_tell_missing(const struct basis *basis, struct text *out)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < basis->book->problem_count; i++) {
		const struct problem *problem = &basis->book->problems[i];

		text_add_format(&line, "%s: %s, %s: %s", problem->source ? problem->source : "?",
			problem->test ? problem->test : "?",
			problem->system ? problem->system : "?", problem->message);
		add_line(out, 2, &line);
	}
	text_release(&line);
}

void findings_tell_notes(const struct basis *basis, struct text *out)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < basis->book->note_count; i++) {
		text_add(&line, basis->book->notes[i].message);
		add_line(out, 2, &line);
	}
	text_release(&line);
}

void tally_add(struct text *out, const struct tally *tally)
{
	for (int i = 0; i < FINDING_COUNT; i++)
		text_add_format(out, "%s%zu %s", i ? ", " : "", tally->counts[i],
			finding_name((enum finding)i));
}
