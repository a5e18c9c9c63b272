/* SPDX-License-Identifier: GPL-3.0-or-later */
/* caches - the page cache of this machine */
#include "run/host/caches.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static const char switch_path[] = "/proc/sys/vm/drop_caches";

bool caches_drop(struct text *why)
{
	int descriptor = open(switch_path, O_WRONLY | O_CLOEXEC);
	bool dropped = false;

	if (descriptor >= 0) {
		sync();
		dropped = write(descriptor, "3", 1) == 1;
		close(descriptor);
	}
	if (!dropped)
		text_add_format(why, "%s: %s", switch_path, strerror(errno));
	return dropped;
}
