/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * folder - opens files one after another, most of which lie in the same folder
 *
 * That stays open: the kernel finds a name in it sooner than the whole path.
 */
#ifndef CORE_INPUT_FOLDER_H
#define CORE_INPUT_FOLDER_H

#include "core/text.h"

/* All zero before the first file. */
struct input_folder {
	struct text path; /* with the slash behind it; empty: none is open */
	int descriptor;
};

/* A path's descriptor, as from open(); -1 with errno set when that fails. */
int input_folder_open(struct input_folder *folder, const char *path, int flags);

void input_folder_release(struct input_folder *folder);

#endif
