/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tests - a sheet for each test: its metrics, statistics, pairs and charts
 */
#ifndef RENDER_WORKBOOK_TESTS_H
#define RENDER_WORKBOOK_TESTS_H

#include "render/workbook/contents.h"

void tests_write(struct contents *contents);

#endif
