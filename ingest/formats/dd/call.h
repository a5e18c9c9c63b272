/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dd/call - what a command says of the copies that it makes
 *
 *	dd if=/dev/zero of=swapfile bs=256 count=1M; dd if=swapfile of=/dev/null bs=256 count=1M
 */
#ifndef INGEST_FORMATS_DD_CALL_H
#define INGEST_FORMATS_DD_CALL_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/log/sink.h"

/*
 * Which way a copy moves a file's bytes, of the command's copies the one at
 * place, from 0: from one (DIRECTION_READ) or to one (DIRECTION_WRITE). A copy
 * between two files or between none, or one that the command (NULL: none) does
 * not show, goes neither way.
 */
enum direction dd_call_direction(const char *command, size_t place);

/*
 * Whether that copy reads through the cache what a copy before it wrote, and
 * nothing in the command drops the cache.
 */
bool dd_call_rereads(const char *command, size_t place);

#endif
