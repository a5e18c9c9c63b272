/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * disks - what the block devices of this machine have moved, by /proc/diskstats
 *
 * Whole devices only, and none that lie on others (loop, dm, md) or in memory
 * (ram, zram): what is moved counts once.
 */
#ifndef RUN_HOST_DISKS_H
#define RUN_HOST_DISKS_H

#include <stdbool.h>

#include "core/scan.h"

struct disk_bytes {
	double read;
	double written;
};

/* Since the machine started; false when that cannot be had. */
bool disks_moved(struct disk_bytes *bytes);

/*
 * Adds what a line of /proc/diskstats says, if is_disk() takes its device.
 * False when it is no such line.
 */
bool disks_add_line(struct disk_bytes *bytes, struct slice line, bool (*is_disk)(const char *name));

#endif
