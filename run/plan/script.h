/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * script - a plan as a script for bash: the commands exactly as they are run
 *
 * Each can be pasted into a terminal. An address that is known only when a
 * container runs is a variable that the line before sets.
 */
#ifndef RUN_PLAN_SCRIPT_H
#define RUN_PLAN_SCRIPT_H

#include "core/text.h"
#include "run/plan/plan.h"
#include "run/plan/setting.h"

/* Adds the whole plan. */
void script_add(struct text *out, const struct setting *setting, const struct plan *plan);

#endif
