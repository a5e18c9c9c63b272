/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column - numbers of samples in a list, in which [first, step, count] stands for count of them */
#include "stats/stream/column.h"

#include <math.h>

#include "core/json.h"
#include "core/record/element.h"

enum { LEAST_COUNT = 4 };                /* that are shorter so */
static const double most_whole = 0x1p53; /* up to which sums of whole numbers are exact */

static bool is_whole(double value)
{
	return fabs(value) < most_whole && value == trunc(value);
}

/* How many values go on by the same step; sums of others than whole numbers are rounded. */
static size_t count_alike(const double *values, size_t count)
{
	size_t alike = 1;
	double step;

	if (count < 2)
		return count;
	step = values[1] - values[0];
	if (step != 0 && !(is_whole(values[0]) && is_whole(step)))
		return 1;
	while (alike < count && values[alike] - values[alike - 1] == step &&
		(step == 0 || is_whole(values[alike])))
		alike++;
	return alike;
}

static void add_one(struct text *out, double value)
{
	if (isnan(value)) {
		json_add_name(out, NULL);
		text_add(out, "null");
	} else {
		json_add_number(out, NULL, value);
	}
}

void column_write(struct text *out, const char *name, const double *values, size_t count)
{
	json_open(out, name, '[');
	for (size_t i = 0; i < count;) {
		size_t alike = count_alike(values + i, count - i);

		if (alike < LEAST_COUNT) {
			add_one(out, values[i++]);
			continue;
		}
		json_open(out, NULL, '[');
		json_add_number(out, NULL, values[i]);
		json_add_number(out, NULL, values[i + 1] - values[i]);
		json_add_integer(out, NULL, (long long)alike);
		json_close(out, ']');
		i += alike;
	}
	json_close(out, ']');
}

/* Numbers that go on by the same step. */
struct stretch {
	double first;
	double step;
	double count;
};

static bool read_number(struct slice *list, double *number)
{
	struct element element;

	if (!element_next(list, &element) || element.type != MEMBER_NUMBER)
		return false;
	*number = element.number;
	return isfinite(element.number);
}

static bool read_stretch(struct stretch *stretch, struct slice list)
{
	struct element further;

	return read_number(&list, &stretch->first) && read_number(&list, &stretch->step) &&
	       read_number(&list, &stretch->count) && !element_next(&list, &further) &&
	       stretch->count >= 1 && stretch->count == trunc(stretch->count);
}

static bool take_element(struct stretch *stretch, const struct element *element)
{
	bool is_known = element->type == MEMBER_NUMBER && isfinite(element->number);

	if (element->type == MEMBER_LIST)
		return read_stretch(stretch, element->value);
	*stretch = (struct stretch){ is_known ? element->number : NAN, 0, 1 };
	return element->type != MEMBER_TEXT;
}

bool column_read(struct slice list, double *values, size_t count)
{
	struct stretch stretch;
	struct element element;
	size_t done = 0;

	while (element_next(&list, &element)) {
		if (!take_element(&stretch, &element) || stretch.count > (double)(count - done))
			return false;
		for (size_t left = (size_t)stretch.count; left > 0; left--) {
			values[done++] = stretch.first;
			stretch.first += stretch.step;
		}
	}
	return *list.start == ']' && done == count;
}
