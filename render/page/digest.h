/* SPDX-License-Identifier: GPL-3.0-or-later */
/* digest - SHA-256 as a Content-Security-Policy has it (libmd's, known here alone) */
#ifndef RENDER_PAGE_DIGEST_H
#define RENDER_PAGE_DIGEST_H

#include "core/text.h"

/* Adds the digest of the bytes in base64 (RFC 4648, with padding). */
void digest_add(struct text *out, const struct text *bytes);

#endif
