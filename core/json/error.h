/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/error - where and why a text is no JSON that is read here */
#ifndef CORE_JSON_ERROR_H
#define CORE_JSON_ERROR_H

#include <stdbool.h>

struct json_error {
	const char *place; /* in the text, or at its end: about there */
	bool is_nul;       /* it is JSON so far, but for an escaped NUL: texts here end at one */
};

#endif
