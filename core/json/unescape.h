/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/unescape - what a JSON string says */
#ifndef CORE_JSON_UNESCAPE_H
#define CORE_JSON_UNESCAPE_H

#include "core/scan.h"

/* The characters of a string of a JSON text, given without its quotes; the caller frees them. */
char *json_unescape(struct slice string);

#endif
