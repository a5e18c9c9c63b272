/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/write - writing JSON without building a tree */
#include <math.h>

#include "core/json.h"
#include "core/message.h"

/* The ASCII characters up to one that is written in another way. */
static void add_plain(struct text *out, struct slice *value)
{
	const char *start = value->start;

	while (!slice_is_empty(*value) && *value->start >= ' ' && *value->start < 0x7f &&
		*value->start != '"' && *value->start != '\\')
		value->start++;
	text_add_bytes(out, start, (size_t)(value->start - start));
}

static void add_escaped(struct text *out, struct slice value)
{
	text_add_char(out, '"');
	while (add_plain(out, &value), !slice_is_empty(value)) {
		unsigned char byte = (unsigned char)*value.start;
		size_t length = slice_sequence(value);

		if (byte == '"')
			text_add(out, "\\\"");
		else if (byte == '\\')
			text_add(out, "\\\\");
		else if (byte == '\n')
			text_add(out, "\\n");
		else if (byte == '\t')
			text_add(out, "\\t");
		else if (byte < ' ' || byte == 0x7f)
			text_add_format(out, "\\u%04x", byte);
		else if (length)
			text_add_bytes(out, value.start, length);
		else
			text_add(out, "\xEF\xBF\xBD");
		value.start += length ? length : 1;
	}
	text_add_char(out, '"');
}

void json_add_name(struct text *out, const char *name)
{
	char last = out->length ? out->data[out->length - 1] : '{';

	if (last != '{' && last != '[' && last != '\n')
		text_add_char(out, ',');
	if (!name)
		return;
	add_escaped(out, slice_of(name));
	text_add_char(out, ':');
}

void json_open(struct text *out, const char *name, char bracket)
{
	json_add_name(out, name);
	text_add_char(out, bracket);
}

void json_close(struct text *out, char bracket)
{
	text_add_char(out, bracket);
}

void json_add_text(struct text *out, const char *name, const char *value)
{
	json_add_slice(out, name, slice_of(value));
}

void json_add_slice(struct text *out, const char *name, struct slice value)
{
	json_add_name(out, name);
	add_escaped(out, value);
}

void json_add_number(struct text *out, const char *name, double value)
{
	char number[NUMBER_SIZE];

	if (!isfinite(value))
		die("a number that is not finite was to be written as '%s'", name ? name : "");
	json_add_name(out, name);
	text_add_bytes(out, number, number_write(number, value));
}

void json_add_integer(struct text *out, const char *name, long long value)
{
	json_add_name(out, name);
	text_add_format(out, "%lld", value);
}

void json_add_boolean(struct text *out, const char *name, bool value)
{
	json_add_name(out, name);
	text_add(out, value ? "true" : "false");
}

static void add_container(struct text *out, const char *name, const struct json *value)
{
	bool is_object = json_is_object(value);

	json_open(out, name, is_object ? '{' : '[');
	for (const struct json *item = json_first(value); item; item = json_next(item))
		json_add_value(out, json_name(item), item);
	json_close(out, is_object ? '}' : ']');
}

void json_add_value(struct text *out, const char *name, const struct json *value)
{
	double number;
	bool boolean;

	if (json_text(value)) {
		json_add_text(out, name, json_text(value));
	} else if (json_number(value, &number)) {
		json_add_number(out, name, number);
	} else if (json_boolean(value, &boolean)) {
		json_add_boolean(out, name, boolean);
	} else if (json_is_object(value) || json_is_array(value)) {
		add_container(out, name, value);
	} else {
		json_add_name(out, name);
		text_add(out, "null");
	}
}
