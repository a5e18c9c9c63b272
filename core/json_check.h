/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json_check - whether bytes are JSON as RFC 8259 has it
 */
#ifndef CORE_JSON_CHECK_H
#define CORE_JSON_CHECK_H

#include "core/scan.h"

/*
 * True for one JSON text with nothing but blanks around it, without an escaped
 * NUL and not nested deeper than 500. Otherwise *error is about where it is not.
 */
bool json_check(struct slice text, const char **error);

#endif
