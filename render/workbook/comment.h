/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comment - why a cell is as it is, and where its values stand */
#ifndef RENDER_WORKBOOK_COMMENT_H
#define RENDER_WORKBOOK_COMMENT_H

#include "render/workbook/file/sheet.h"
#include "render/workbook/material.h"

/* Gives the last cell a comment of reasons and, when summary is not NULL, where its values come from. */
void comment_add(struct sheet *sheet, const struct material *material,
	const struct strings *reasons, const struct summary *summary);

#endif
