/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * leftovers - what a container leaves running that its engine knows no more
 *
 * A runtime that hangs makes `docker rm -f` hang with it, and a start that
 * failed may leave the runtime's processes behind for ever. They all carry the
 * container's id on their command line.
 */
#ifndef RUN_ENGINE_LEFTOVERS_H
#define RUN_ENGINE_LEFTOVERS_H

#include <stdbool.h>

/*
 * Waits some seconds for the processes of the container to go, then kills them:
 * the runtime's first, then the shim, which cleans up after it if it can. False
 * when some are there still.
 */
bool leftovers_end(const char *id, double grace);

#endif
