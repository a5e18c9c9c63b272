/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_list - values that nothing summarised side by side in a cell, each with its own marks */
#include "render/report/cell_list.h"

#include <math.h>
#include <string.h>

#include "render/report/cell.h"

/* As many decimals as the log had. */
static struct display printed(const struct summary *summary, const struct display *display)
{
	double factor = display->unit ? display->unit->factor : 1;
	double step = summary->resolution / factor;
	struct display own = *display;

	if (step > 0 && step < 1)
		own.decimals = (int)lround(-log10(step));
	return own;
}

static size_t count_of(const struct summary *list)
{
	return list ? list->n : 0;
}

static bool has_uncached(const struct summary *list)
{
	for (size_t i = 0; i < count_of(list); i++)
		if (!list->listed[i]->cached)
			return true;
	return false;
}

/* The samples of the same run in two lists, or one where the other has none of it. */
struct entry {
	const struct sample *first;
	const struct sample *second;
	bool is_pair;
};

static struct entry entry_at(
	const struct summary *first, size_t i, const struct summary *second, size_t j)
{
	struct entry entry = {
		.first = i < count_of(first) ? first->listed[i] : NULL,
		.second = j < count_of(second) ? second->listed[j] : NULL,
		.is_pair = second != NULL,
	};

	if (entry.first && entry.second && entry.first->run < entry.second->run)
		entry.second = NULL;
	else if (entry.first && entry.second && entry.first->run > entry.second->run)
		entry.first = NULL;
	return entry;
}

static bool is_set_aside(const struct sample *sample)
{
	return sample && sample->set_aside;
}

static void add_value(struct text *cell, const struct sample *sample, const struct display *display)
{
	if (!sample)
		return;
	if (sample->bound != BOUND_NONE)
		text_add_format(cell, "%s ", bound_sign(sample->bound));
	display_add_value(cell, display, sample->value);
}

/* "(C)"; "(C: write)" with a name. */
static void add_marks(struct text *cell, const struct sample *sample, const char *name)
{
	const struct {
		const char *said;
		char letter;
	} marks[] = { { sample->cached, 'C' }, { sample->exceptional, 'E' } };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (!marks[i].said)
			continue;
		text_add_format(cell, name ? "(%c: " : "(%c", marks[i].letter);
		if (name)
			text_add_bytes(cell, name, strcspn(name, "."));
		text_add_char(cell, ')');
	}
}

static bool has_marks(const struct sample *sample)
{
	return sample && (sample->cached || sample->exceptional);
}

static bool same_marks(const struct sample *a, const struct sample *b)
{
	return a && b && !a->cached == !b->cached && !a->exceptional == !b->exceptional;
}

/* One of two, with what is its own: the brackets and marks that the other has not. */
static void add_side(struct text *cell, const struct sample *sample, const struct display *display,
	bool in_brackets, bool is_marked)
{
	if (in_brackets)
		text_add_char(cell, '[');
	add_value(cell, sample, display);
	if (in_brackets)
		text_add_char(cell, ']');
	if (is_marked)
		add_marks(cell, sample, NULL);
}

static void add_pair(struct text *cell, const struct entry *entry, const struct display *display)
{
	const struct sample *a = entry->first;
	const struct sample *b = entry->second;
	bool both_aside = is_set_aside(a) && is_set_aside(b);
	bool same = same_marks(a, b);

	if (both_aside)
		text_add_char(cell, '[');
	add_side(cell, a, display, is_set_aside(a) && !both_aside, has_marks(a) && !same);
	text_add_char(cell, ',');
	add_side(cell, b, display, is_set_aside(b) && !both_aside,
		has_marks(a) && has_marks(b) && !same);
	if (both_aside)
		text_add_char(cell, ']');
	if (has_marks(b) && (same || !has_marks(a)))
		add_marks(cell, b, same ? NULL : b->metric);
}

static void add_entry(struct text *cell, const struct entry *entry, const struct display *display)
{
	if (entry->is_pair)
		add_pair(cell, entry, display);
	else
		add_side(cell, entry->first, display, is_set_aside(entry->first), true);
}

/* Set aside, or of a cache before others that are not. */
static bool stands_in_front(const struct entry *entry, bool some_uncached)
{
	const struct sample *sample = entry->first ? entry->first : entry->second;

	return sample->set_aside || (sample->cached && some_uncached);
}

void cell_add_list(struct text *cell, const struct summary *first, const struct summary *second,
	const struct display *display)
{
	const struct summary *either = first ? first : second;
	struct display own = printed(either, display);
	bool some_uncached = has_uncached(either);
	bool is_behind = false;
	size_t i = 0, j = 0;

	for (size_t shown = 0; i < count_of(first) || j < count_of(second); shown++) {
		struct entry entry = entry_at(first, i, second, j);

		if (shown == CELL_LIST_LIMIT) {
			text_add_format(cell, "  ... (%zu in all)",
				count_of(first) > count_of(second) ? count_of(first)
								   : count_of(second));
			return;
		}
		if (shown)
			text_add(cell, is_behind ? " " : "  ");
		add_entry(cell, &entry, &own);
		is_behind = stands_in_front(&entry, some_uncached);
		i += entry.first != NULL;
		j += entry.second != NULL;
	}
}
