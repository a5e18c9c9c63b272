/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * conclusions - the sheet Conclusions: what the data support, and why
 */
#ifndef RENDER_WORKBOOK_CONCLUSIONS_H
#define RENDER_WORKBOOK_CONCLUSIONS_H

#include "render/workbook/contents.h"

void conclusions_write(struct contents *contents);

#endif
