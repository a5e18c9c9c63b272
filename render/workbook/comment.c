/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comment - why a cell is as it is, and where its values stand */
#include "render/workbook/comment.h"

#include <stdlib.h>

#include "render/workbook/samples.h"

static void add_whereabouts(
	struct text *line, const struct material *material, const struct summary *summary)
{
	const struct group *group = material_group(material, summary);

	text_add(line, "Values: sheet ");
	samples_add_rows(line, material, summary);
	if (group->source)
		text_add_format(line, "; the first is from %s", group->source);
}

void comment_add(struct sheet *sheet, const struct material *material,
	const struct strings *reasons, const struct summary *summary)
{
	struct strings lines = { 0 };
	struct text whereabouts = TEXT_INIT;

	for (size_t i = 0; i < reasons->count; i++)
		strings_add(&lines, reasons->items[i]);
	if (summary && summary->n) {
		add_whereabouts(&whereabouts, material, summary);
		strings_add(&lines, whereabouts.data);
	}
	if (lines.count)
		sheet_add_comment(sheet, &lines);
	text_release(&whereabouts);
	free(lines.items);
}
