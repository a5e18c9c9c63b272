/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * port - a TCP port of this host that nobody uses
 */
#ifndef RUN_HOST_PORT_H
#define RUN_HOST_PORT_H

#include <stdbool.h>
#include <stddef.h>

/* The wanted port if it is free at the address, another one if not; 0 when there is none. */
size_t port_choose(const char *address, size_t wanted);

/* Whether somebody listens at the address. */
bool port_answers(const char *address, size_t port);

#endif
