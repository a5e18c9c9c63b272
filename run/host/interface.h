/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * interface - the network interfaces of this machine
 */
#ifndef RUN_HOST_INTERFACE_H
#define RUN_HOST_INTERFACE_H

#include <stdbool.h>

#include "core/text.h"

/* The IPv4 address of the interface of that name, in place of what is in address; false: none. */
bool interface_address(const char *name, struct text *address);

#endif
