/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * temporary - where files lie that nobody is to keep
 */
#ifndef CORE_TEMPORARY_H
#define CORE_TEMPORARY_H

/* $TMPDIR, or /tmp. */
const char *temporary_folder(void);

/* Makes a folder of its own in it, whose path the caller frees; NULL, with errno set, when that fails. */
char *temporary_make_folder(void);

/* An empty file without a name in it, to be written and read; -1, with errno set, when there can be none. */
int temporary_open(void);

/* The same; ends the program instead. */
int temporary_file(void);

#endif
