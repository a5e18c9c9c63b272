/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * group_keys - what samples of one group, and no others, have in common
 */
#ifndef STATS_REPEATS_GROUP_KEYS_H
#define STATS_REPEATS_GROUP_KEYS_H

#include "core/text.h"
#include "stats/repeats/groups.h"

/* Adds the key of the group that a sample belongs to. */
void group_key(struct text *key, const struct groups *groups, const struct record *record);

/* Adds the key that samples have which differ from a group's in that they have no part. */
void group_key_of_whole(struct text *key, const struct groups *groups, const struct group *group);

#endif
