/* SPDX-License-Identifier: GPL-3.0-or-later */
/* script - a figure's numbers and texts, as gnuplot's inline data */
#include "render/report/plot/script.h"

#include <math.h>

#include "core/number.h"
#include "render/report/plot/label.h"

/* gnuplot does not read subnormal numbers; they are drawn where 0 is. */
static void add_number(struct text *out, double value)
{
	char digits[NUMBER_SIZE];

	if (isfinite(value))
		number_write(digits, fpclassify(value) == FP_SUBNORMAL ? 0 : value);
	text_add(out, isfinite(value) ? digits : "NaN");
}

void script_init(struct script *script)
{
	text_init(&script->variables);
	text_init(&script->blocks);
	text_init(&script->texts);
	script->text_count = 0;
}

void script_set(struct script *script, const char *name, double value)
{
	text_add_format(&script->variables, "%s = ", name);
	add_number(&script->variables, value);
	text_add_char(&script->variables, '\n');
}

size_t script_add_text(struct script *script, const char *text)
{
	text_add_format(&script->texts, "|%s\n", text);
	return ++script->text_count;
}

static size_t add_made(struct script *script, const char *name, size_t width,
	void (*add)(struct text *out, const char *text, size_t width))
{
	struct text label = TEXT_INIT;
	size_t number;

	add(&label, name, width);
	number = script_add_text(script, label.data);
	text_release(&label);
	return number;
}

size_t script_add_name(struct script *script, const char *name, size_t width)
{
	return add_made(script, name, width, label_add);
}

size_t script_add_label(struct script *script, const char *name, size_t width)
{
	return add_made(script, name, width, label_add_wrapped);
}

void script_open(struct script *script, const char *name)
{
	text_add_format(&script->blocks, "$%s << END\n", name);
}

void script_add_row(struct script *script, const double *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (i)
			text_add_char(&script->blocks, ' ');
		add_number(&script->blocks, numbers[i]);
	}
	text_add_char(&script->blocks, '\n');
}

void script_end_line(struct script *script)
{
	text_add(&script->blocks, "\n");
}

void script_end_part(struct script *script)
{
	text_add(&script->blocks, "\n\n");
}

void script_close(struct script *script)
{
	text_add(&script->blocks, "END\n");
}

void script_write(struct text *out, const struct script *script)
{
	text_add(out, script->variables.data);
	text_add(out, script->blocks.data);
	text_add_format(out, "$text << END\n%sEND\n", script->texts.data);
}

void script_release(struct script *script)
{
	text_release(&script->variables);
	text_release(&script->blocks);
	text_release(&script->texts);
}
