/* SPDX-License-Identifier: GPL-3.0-or-later */
/* schema/value - what a key of a schema takes that is neither an object nor several */
#include "core/schema/value.h"

#include <math.h>
#include <string.h>

static double positive_number(const struct schema_place *place, const char *expected)
{
	double number = NAN;

	if (place->value && (!json_number(place->value, &number) || number <= 0))
		schema_die(place, "expected %s", expected);
	return number;
}

static double number_from_0(const struct schema_place *place, const char *expected)
{
	double number = NAN;

	if (place->value && (!json_number(place->value, &number) || number < 0))
		schema_die(place, "expected %s", expected);
	return fabs(number);
}

static size_t count_of(const struct schema_place *place)
{
	static const char expected[] = "a whole number from 1 to 1000000";
	double number = positive_number(place, expected);

	if (!place->value)
		return 0;
	if (number != floor(number) || number > 1e6)
		schema_die(place, "expected %s", expected);
	return (size_t)number;
}

static const char *text_of(const struct schema_place *place)
{
	if (place->value && !json_text(place->value))
		schema_die(place, "expected a string");
	return json_text(place->value);
}

static bool flag_of(const struct schema_place *place)
{
	bool flag = false;

	if (place->value && !json_boolean(place->value, &flag))
		schema_die(place, "expected true or false");
	return flag;
}

static void read_texts(struct strings *texts, const struct schema_place *place)
{
	*texts = (struct strings){ 0 };
	if (json_text(place->value)) {
		strings_add(texts, json_text(place->value));
		return;
	}
	if (place->value && !json_is_array(place->value))
		schema_die(place, "expected a string or an array of strings");
	for (const struct json *item = json_first(place->value); item; item = json_next(item)) {
		if (!json_text(item))
			schema_die(place, "expected an array of strings only");
		strings_add(texts, json_text(item));
	}
}

/* "keep, drop or none" */
noreturn static void die_of_choice(const char *const *choices, const struct schema_place *place)
{
	struct text expected = TEXT_INIT;

	for (int i = 0; choices[i]; i++)
		text_add_format(&expected, "%s%s",
			!i               ? ""
			: choices[i + 1] ? ", "
					 : " or ",
			choices[i]);
	schema_die(place, "expected %s", expected.data);
}

static int choice_of(const char *const *choices, const struct schema_place *place)
{
	const char *text = json_text(place->value);

	if (!place->value)
		return 0;
	for (int i = 0; choices[i]; i++)
		if (text && strcmp(choices[i], text) == 0)
			return i;
	die_of_choice(choices, place);
}

void schema_read_value(const struct schema_key *key, void *member, const struct schema_place *place)
{
	switch (key->kind) {
	case SCHEMA_TEXT:
		*(const char **)member = text_of(place);
		break;
	case SCHEMA_TEXTS:
		read_texts(member, place);
		break;
	case SCHEMA_FRACTION:
		*(double *)member = positive_number(place, "a positive number, e.g. 0.05 for 5 %");
		break;
	case SCHEMA_MARGIN:
		*(double *)member = number_from_0(place, "a number from 0, e.g. 0.05 for 5 %");
		break;
	case SCHEMA_SECONDS:
		*(double *)member = positive_number(place, "a positive number of seconds");
		break;
	case SCHEMA_COUNT:
		*(size_t *)member = count_of(place);
		break;
	case SCHEMA_FLAG:
		*(bool *)member = flag_of(place);
		break;
	case SCHEMA_CHOICE:
		*(int *)member = choice_of(key->choices, place);
		break;
	case SCHEMA_OBJECT:
	case SCHEMA_OBJECTS:
	case SCHEMA_END:
		break;
	}
}
