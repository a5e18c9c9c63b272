/* SPDX-License-Identifier: GPL-3.0-or-later */
/* steps - an explanation's text, in numbered steps */
#include "stats/explain/steps.h"

void steps_add_line(struct steps *steps, struct text *line)
{
	text_add_printable(steps->out, line->data);
	text_add_char(steps->out, '\n');
	text_release(line);
}

void steps_begin(struct steps *steps, struct text *line)
{
	text_add_format(steps->out, "%2zu. ", ++steps->count);
	steps_add_line(steps, line);
}

void steps_go_on(struct steps *steps, struct text *line)
{
	text_add(steps->out, "    ");
	steps_add_line(steps, line);
}
