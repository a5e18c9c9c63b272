/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * remember - makes millions of decisions affordable, and changes none
 */
#ifndef TESTS_VALIDATION_REMEMBER_H
#define TESTS_VALIDATION_REMEMBER_H

#include <stdbool.h>

/* Whether reasons and records are to be written out, as the programs do. */
extern bool remember_words;

#endif
