/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * machine - what this machine is
 */
#ifndef RUN_HOST_MACHINE_H
#define RUN_HOST_MACHINE_H

#include "run/record/facts.h"

/* Adds processor, memory, kernel, distribution and the like, as far as they can be had. */
void machine_describe(struct facts *facts);

#endif
