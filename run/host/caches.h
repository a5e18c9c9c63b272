/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * caches - the page cache of this machine
 */
#ifndef RUN_HOST_CACHES_H
#define RUN_HOST_CACHES_H

#include <stdbool.h>

#include "core/text.h"

/* Writes out what is to be written, then drops what can be read again; false: why not. */
bool caches_drop(struct text *why);

#endif
