/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column - numbers of samples in a list, in which [first, step, count] stands for count of them */
#include "stats/stream/column.h"

#include <math.h>

enum { LEAST_COUNT = 4 };                /* that are shorter so */
static const double most_whole = 0x1p53; /* up to which sums of whole numbers are exact */
static const double most_count = 0x1p32;

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

struct column column_of(const struct json *list)
{
	return (struct column){ .at = json_first(list) };
}

static bool read_alike(struct column *column)
{
	const struct json *first = json_first(column->at);
	const struct json *step = json_next(first);
	double count;

	if (!json_number(first, &column->next) || !json_number(step, &column->step) ||
		!json_number(json_next(step), &count) || !(count >= 1 && count <= most_count) ||
		count != trunc(count))
		return false;
	column->left = (size_t)count;
	return true;
}

static bool read_one(struct column *column)
{
	column->step = 0;
	column->left = 1;
	if (json_number(column->at, &column->next))
		return true;
	column->next = NAN;
	return column->at && !json_text(column->at) && !json_is_object(column->at);
}

bool column_next(struct column *column, double *value)
{
	if (column->left == 0) {
		if (!(json_is_array(column->at) ? read_alike(column) : read_one(column)))
			return false;
		column->at = json_next(column->at);
	}
	*value = column->next;
	column->next += column->step;
	column->left--;
	return true;
}

bool column_is_over(const struct column *column)
{
	return column->left == 0 && !column->at;
}
