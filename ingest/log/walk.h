/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * walk - the files below a folder, in the order people count in
 */
#ifndef INGEST_LOG_WALK_H
#define INGEST_LOG_WALK_H

/* Numbers within names compare as numbers: "2.log" before "10.log". */
int walk_compare_names(const char *a, const char *b);

/*
 * Calls visit for every regular file below folder, hidden ones left out.
 * What cannot be entered is a warning.
 */
void walk(const char *folder, void (*visit)(const char *path, void *context), void *context);

#endif
