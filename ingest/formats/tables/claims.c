/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables/claims - the conclusions that a written report draws */
#include "ingest/formats/tables/claims.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/chain.h"
#include "core/memory.h"
#include "ingest/formats/tables/cell.h"

enum { CLAIM_LIMIT = 1000 }; /* of a page */

static bool has_row_of(const struct claims *claims, const char *system)
{
	for (size_t i = 0; i < claims->systems.count; i++)
		if (strcmp(claims->systems.items[i], system) == 0)
			return true;
	return false;
}

void claims_add_system(struct claims *claims, const char *system)
{
	if (!has_row_of(claims, system))
		strings_add(&claims->systems, memory_copy_string(system));
}

static bool is_of_experiment(const struct experiment *experiment, const char *system)
{
	return experiment_system_order(experiment, system) < experiment->system_count;
}

/* A name is a system's, or begins one's: people write "Gvisor" for "Gvisor-KVM". */
static bool is_system(
	const struct claims *claims, const struct experiment *experiment, const char *name)
{
	size_t length = strlen(name);

	if (is_of_experiment(experiment, name))
		return true;
	for (size_t i = 0; i < claims->systems.count; i++)
		if (strncasecmp(claims->systems.items[i], name, length) == 0)
			return true;
	return false;
}

static bool names_systems(
	const struct claims *claims, const struct experiment *experiment, struct slice chain)
{
	struct slice name;
	enum relation relation;
	bool known = true;

	while (known && chain_name(&chain, &name)) {
		char *system = slice_copy(chain_system(name));

		known = is_system(claims, experiment, system);
		free(system);
		scan_relation(&chain, &relation);
	}
	return known;
}

/* Two names or more, each with a sign between it and the next. */
static bool is_chain(struct slice text)
{
	struct slice name;
	enum relation relation;
	size_t signs = 0;

	while (chain_name(&text, &name) && scan_relation(&text, &relation))
		signs++;
	return signs && !slice_is_empty(name) && slice_is_empty(text);
}

/* Takes the text if it is a chain. is_cell: of a table that is read. */
static bool add_chain(
	struct claims *claims, const char *title, struct slice chain, size_t line, bool is_cell)
{
	chain = without_note_signs(slice_trim(chain));
	if (!is_chain(chain))
		return false;
	if (claims->count == CLAIM_LIMIT) {
		claims->left_out++;
		return true;
	}
	claims->items = memory_reserve_one(
		claims->items, claims->count, &claims->capacity, sizeof *claims->items);
	claims->items[claims->count++] = (struct possible_claim){
		.title = memory_copy_string(title ? title : ""),
		.chain = slice_copy(chain),
		.line = line,
		.is_cell = is_cell,
	};
	return true;
}

/* "Storage: " or "**Storage**: " before the chain; what marks a list has been read. */
bool claims_add_line(struct claims *claims, const char *section, struct slice text, size_t line)
{
	struct slice rest = text;
	struct slice title;
	bool is_taken;
	char *own;

	if (!scan_until(&rest, ":", &title))
		return add_chain(claims, section, text, line, false);
	scan_char(&rest, ':');
	own = slice_copy(slice_trim(title));
	is_taken = add_chain(claims, own, rest, line, false);
	free(own);
	return is_taken;
}

bool claims_add_row(struct claims *claims, const struct experiment *experiment,
	const struct row *row, bool is_read)
{
	const char *title = row->cells[0];
	bool has_values = is_of_experiment(experiment, title) || has_row_of(claims, title);
	bool found = false;

	for (size_t i = 1; i < row->count; i++) {
		struct slice chain = slice_of(row->cells[i]);

		if (!has_values || names_systems(claims, experiment, chain))
			found |= add_chain(claims, title, chain, row->line, is_read);
	}
	return found;
}

static void give_claim(
	const struct claims *claims, const struct possible_claim *claim, struct sink *sink)
{
	if (names_systems(claims, sink_experiment(sink), slice_of(claim->chain)))
		sink_give_claim(sink,
			&(struct claim){ .title = claim->title, .chain = claim->chain },
			claim->line);
	else if (claim->is_cell)
		sink_add_problem(sink, PROBLEM_UNREADABLE, claim->line,
			"tables: %s: a row that concludes nothing about systems: %s", claim->title,
			claim->chain);
}

void claims_give(struct claims *claims, struct sink *sink)
{
	for (size_t i = 0; i < claims->count; i++) {
		give_claim(claims, &claims->items[i], sink);
		free(claims->items[i].title);
		free(claims->items[i].chain);
	}
	if (claims->left_out)
		sink_add_problem(sink, PROBLEM_UNREADABLE, 1,
			"tables: %zu conclusions beyond the first %d", claims->left_out,
			CLAIM_LIMIT);
	for (size_t i = 0; i < claims->systems.count; i++)
		free((char *)claims->systems.items[i]);
	free(claims->systems.items);
	free(claims->items);
	*claims = (struct claims){ 0 };
}
