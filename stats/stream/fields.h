/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fields - what --by may name
 */
#ifndef STATS_STREAM_FIELDS_H
#define STATS_STREAM_FIELDS_H

/* Ends the program as a wrong command line does when a field of the list is one that a summary has itself. */
void fields_check(const char *fields);

#endif
