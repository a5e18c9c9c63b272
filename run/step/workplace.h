/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workplace - the folders that commands on the host run in, new for every run
 *
 * A container's own files are new with it; these shall be so, too.
 */
#ifndef RUN_STEP_WORKPLACE_H
#define RUN_STEP_WORKPLACE_H

#include <stdbool.h>

#include "core/text.h"
#include "run/plan/setting.h"

/* Empties them and puts the experiment's files there. False: why not. */
bool workplace_prepare(const struct setting *setting, struct text *why);

#endif
