/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chain - systems in a line, with what is said of neighbours between them */
#include "core/chain.h"

bool scan_relation(struct slice *at, enum relation *relation)
{
	/* Longer signs stand before those that they begin with. */
	static const struct {
		const char *sign;
		enum relation relation;
	} signs[] = {
		{ "?=?", RELATION_UNDECIDED },
		{ ">=", RELATION_GREATER_OR_EQUAL },
		{ "<=", RELATION_LESS_OR_EQUAL },
		{ "≥", RELATION_GREATER_OR_EQUAL },
		{ "≤", RELATION_LESS_OR_EQUAL },
		{ ">", RELATION_GREATER },
		{ "<", RELATION_LESS },
		{ "≈", RELATION_EQUIVALENT },
		{ "~", RELATION_EQUIVALENT },
		{ "=", RELATION_EQUIVALENT },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (scan_text(at, signs[i].sign)) {
			*relation = signs[i].relation;
			return true;
		}
	}
	return false;
}

bool chain_name(struct slice *rest, struct slice *name)
{
	enum relation relation;

	name->start = rest->start;
	for (; !slice_is_empty(*rest); rest->start++) {
		struct slice at = *rest;

		if (scan_relation(&at, &relation))
			break;
	}
	name->end = rest->start;
	*name = slice_trim(*name);
	return !slice_is_empty(*name);
}

bool chain_compares(const char *chain)
{
	struct slice rest = slice_of(chain);
	struct slice name;
	enum relation relation;

	return chain_name(&rest, &name) && scan_relation(&rest, &relation);
}

struct slice chain_system(struct slice name)
{
	const char *parenthesis = slice_find(name, "(");

	if (parenthesis && parenthesis > name.start && slice_ends_with(name, ")"))
		name.end = parenthesis;
	return slice_trim(name);
}
