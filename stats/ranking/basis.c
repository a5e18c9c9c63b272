/* SPDX-License-Identifier: GPL-3.0-or-later */
/* basis - the rankings that a conclusion is drawn from */
#include "stats/ranking/basis.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

static void add_sentence(struct strings *list, struct text *sentence)
{
	strings_add(list, text_detach(sentence));
}

/* "dd/write.throughput", and " #2" where the parts of a test have no names. */
static char *name_of(const struct families *families, const struct family *family)
{
	struct text name = TEXT_INIT;
	size_t parts = 0;

	for (size_t i = 0; i < families->count; i++)
		parts += same_label(families->items[i].test, family->test) &&
			 same_label(families->items[i].metric, family->metric);
	text_add_format(&name, "%s/%s", family->test ? family->test : "", family->metric);
	if (parts > 1)
		text_add_format(&name, " #%g", family->part);
	return text_detach(&name);
}

static bool is_named(const struct family *family, const char *name)
{
	size_t length = family->test ? strlen(family->test) : 0;

	return strncmp(name, family->test ? family->test : "", length) == 0 &&
	       name[length] == '/' && strcmp(name + length + 1, family->metric) == 0;
}

static const struct family *find_family(const struct families *families, const char *name)
{
	for (size_t i = 0; i < families->count; i++)
		if (is_named(&families->items[i], name))
			return &families->items[i];
	return NULL;
}

/* "dd/read.throughput: Host: cached" */
static void leave_out(struct basis *basis, const struct family *family, const char *name)
{
	struct text sentence = TEXT_INIT;

	for (size_t i = 0; i < family->left_out.count; i++) {
		text_add_format(&sentence, "%s: %s", name, family->left_out.items[i]);
		add_sentence(&basis->left_out, &sentence);
	}
}

/* The name is the basis' to free. */
static void take(struct basis *basis, const struct family *family, char *name)
{
	strings_add(&basis->names, name);
	basis->families[basis->family_count++] = family;
	leave_out(basis, family, name);
	for (size_t i = 0; i < family->contestant_count; i++)
		index_add(&basis->systems, slice_of(family->contestants[i].system));
}

/* A metric's family goes into the conclusion, or the metric is named as left out. */
static void gather(
	struct basis *basis, const struct families *families, const char *name, bool alone)
{
	const struct family *found = find_family(families, name);
	struct text sentence = TEXT_INIT;

	if (found && found->contestant_count && (alone || found->better != BETTER_NEITHER)) {
		take(basis, found, memory_copy_string(name));
		return;
	}
	if (found && found->contestant_count == 0 && found->left_out.count) {
		leave_out(basis, found, name);
		return;
	}
	text_add_format(&sentence, "%s: %s", name,
		found && found->contestant_count ? "neither more nor less of it is better"
						 : "not measured");
	add_sentence(&basis->left_out, &sentence);
}

static int compare_families(const void *a, const void *b)
{
	const struct family *x = *(const struct family *const *)a;
	const struct family *y = *(const struct family *const *)b;
	int order = strcmp(x->test ? x->test : "", y->test ? y->test : "");

	if (!order)
		order = strcmp(x->metric, y->metric);
	return order ? order : (x->part > y->part) - (x->part < y->part);
}

/* Every metric of a category that is better one way, by name, whatever order they came in. */
static void gather_category(
	struct basis *basis, const struct families *families, enum category category)
{
	const struct family **found = memory_allocate(families->count + 1, sizeof *found);
	struct text sentence = TEXT_INIT;
	size_t count = 0;

	for (size_t i = 0; i < families->count; i++) {
		const struct family *family = &families->items[i];

		if (family->category == category && family->better != BETTER_NEITHER &&
			family->contestant_count)
			found[count++] = family;
	}
	qsort((void *)found, count, sizeof *found, compare_families);
	for (size_t i = 0; i < count; i++)
		take(basis, found[i], name_of(families, found[i]));
	if (count == 0) {
		text_add_format(&sentence, "%s: not measured", category_name(category));
		add_sentence(&basis->left_out, &sentence);
	}
	free((void *)found);
}

void basis_gather(struct basis *basis, const struct families *families,
	const struct experiment_conclusion *wanted)
{
	size_t metrics = wanted->metrics.count;

	*basis = (struct basis){
		.families = memory_allocate(families->count + metrics + 1, sizeof *basis->families),
	};
	for (size_t i = 0; i < metrics; i++)
		gather(basis, families, wanted->metrics.items[i], metrics == 1);
	if (metrics == 0)
		gather_category(basis, families, wanted->category);
}

void basis_release(struct basis *basis)
{
	free((void *)basis->families);
	strings_release(&basis->names);
	strings_release(&basis->left_out);
	index_release(&basis->systems);
}
