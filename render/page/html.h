/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html - text of others in an HTML page */
#ifndef RENDER_PAGE_HTML_H
#define RENDER_PAGE_HTML_H

#include "core/text.h"

/*
 * Adds a text, made printable, that is text wherever it stands: between tags and
 * within a quoted attribute.
 */
void html_escape(struct text *out, const char *value);

#endif
