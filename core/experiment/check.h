/* SPDX-License-Identifier: GPL-3.0-or-later */
/* experiment/check - what must hold between the keys of an experiment file */
#ifndef CORE_EXPERIMENT_CHECK_H
#define CORE_EXPERIMENT_CHECK_H

#include "core/experiment.h"
#include "core/schema.h"

/*
 * Ends the program, naming the place below top, when a name stands for two
 * things, when what a name refers to is not there, or when a column is none.
 */
void experiment_check(const struct experiment *experiment, const struct schema_place *top);

#endif
