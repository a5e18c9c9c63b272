/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * experiment/schema - every key of an experiment file, in one table
 *
 * docs/EXPERIMENT.md says what each is for; a test compares the two.
 */
#ifndef CORE_EXPERIMENT_SCHEMA_H
#define CORE_EXPERIMENT_SCHEMA_H

#include "core/schema.h"

/* Fills a struct experiment. */
extern const struct schema experiment_schema;

#endif
