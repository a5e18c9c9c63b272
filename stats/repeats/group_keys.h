/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group_keys - what samples of one group, and no others, have in common
 *
 * A key is a line for each field grouped by: its value as JSON, nothing when absent.
 */
#ifndef STATS_REPEATS_GROUP_KEYS_H
#define STATS_REPEATS_GROUP_KEYS_H

#include "core/text.h"
#include "stats/repeats/groups.h"

/* Whether a sample has something under the name of a label that is none. */
bool has_odd_label(const struct sample *sample, const struct record *record);

/* Adds the key of the group that a sample belongs to. */
void group_key(struct text *key, const struct strings *fields, const struct record *record);

/* Adds the key of the group that samples of a place belong to. */
void group_key_of_place(struct text *key, const struct strings *fields, const struct place *place);

/* Adds the key that samples have which differ from a group's in that they have no part. */
void group_key_of_whole(struct text *key, const struct groups *groups, const struct group *group);

/* The JSON of a field in a key, a copy; NULL when absent. */
char *group_key_field(const char *key, const struct strings *fields, const char *field);

#endif
