/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk - the files below a folder, in the order people count in */
#include "ingest/log/walk.h"

#include <errno.h>
#include <fts.h>
#include <stdbool.h>
#include <string.h>
#include <sys/types.h>

#include "core/message.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Compares the numbers at *a and *b, of any length, and moves behind them. */
static int compare_numbers(const char **a, const char **b)
{
	size_t length_a, length_b;
	int order;

	while (**a == '0' && is_digit((*a)[1]))
		++*a;
	while (**b == '0' && is_digit((*b)[1]))
		++*b;
	length_a = strspn(*a, "0123456789");
	length_b = strspn(*b, "0123456789");
	if (length_a != length_b)
		return length_a < length_b ? -1 : 1;
	order = strncmp(*a, *b, length_a);
	*a += length_a;
	*b += length_b;
	return order;
}

int walk_compare_names(const char *a, const char *b)
{
	const char *whole_a = a;
	const char *whole_b = b;

	while (*a && *b) {
		int order;

		if (is_digit(*a) && is_digit(*b)) {
			order = compare_numbers(&a, &b);
		} else {
			order = (unsigned char)*a - (unsigned char)*b;
			a++;
			b++;
		}
		if (order)
			return order;
	}
	if (*a || *b)
		return *a ? 1 : -1;
	return strcmp(whole_a, whole_b);
}

static int compare_entries(const FTSENT **a, const FTSENT **b)
{
	return walk_compare_names((*a)->fts_name, (*b)->fts_name);
}

static bool is_hidden(const FTSENT *entry)
{
	return entry->fts_level > FTS_ROOTLEVEL && entry->fts_name[0] == '.';
}

void walk(const char *folder, void (*visit)(const char *path, void *context), void *context)
{
	char *const roots[] = { (char *)folder, NULL };
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_COMFOLLOW, compare_entries);
	FTSENT *entry;

	if (!tree)
		die("%s: %s", folder, strerror(errno));
	while ((entry = fts_read(tree))) {
		if (is_hidden(entry))
			fts_set(tree, entry, FTS_SKIP);
		else if (entry->fts_info == FTS_F)
			visit(entry->fts_path, context);
		else if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR ||
			 entry->fts_info == FTS_NS)
			warn("%s: %s", entry->fts_path, strerror(entry->fts_errno));
	}
	fts_close(tree);
}
