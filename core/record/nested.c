/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/nested - members that are objects, or lists of objects */
#include "core/record/nested.h"

static const char *read_member(const char *c, const char *end)
{
	struct slice name;
	struct element element;

	c = element_read_text(c, end, &name);
	if (!c)
		return NULL;
	c = element_skip_blanks(c);
	return *c == ':' ? element_read(element_skip_blanks(c + 1), end, &element) : NULL;
}

/* An object, to behind its bracket. */
static const char *read_object(const char *c, const char *end)
{
	if (*c != '{')
		return NULL;
	if (*element_skip_blanks(c + 1) == '}')
		return element_skip_blanks(c + 1) + 1;
	do {
		c = read_member(element_skip_blanks(c + 1), end);
		if (!c)
			return NULL;
		c = element_skip_blanks(c);
	} while (*c == ',');
	return *c == '}' ? c + 1 : NULL;
}

static const char *read_objects(const char *c, const char *end)
{
	do {
		c = read_object(c + 1, end);
		if (!c)
			return NULL;
	} while (*c == ',');
	return *c == ']' ? c + 1 : NULL;
}

const char *nested_read(const char *c, const char *end, struct element *element)
{
	const char *start = c;

	c = *c == '[' ? read_objects(c, end) : read_object(c, end);
	element->type = MEMBER_NESTED;
	element->value = (struct slice){ start, c };
	return c;
}

bool nested_next(struct slice *at, struct slice *object)
{
	const char *end;

	if (*at->start == ']')
		return false;
	object->start = at->start + 1;
	end = read_object(object->start, at->end);
	object->end = at->start = end;
	return true;
}
