/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spill - bytes that many lists append to, in a temporary file where they would fill memory */
#include "stats/trail/spill.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/temporary.h"

bool spill_is_due(const struct spill *spill, size_t length)
{
	return length >= SPILL_LEAST && !spill->failed &&
	       spill->held > (spill->limit ? spill->limit : SPILL_LIMIT);
}

static bool write_all(struct spill *spill, const char *bytes, size_t length)
{
	for (size_t done = 0; done < length;) {
		ssize_t count = pwrite(
			spill->file, bytes + done, length - done, (off_t)(spill->end + done));

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		done += (size_t)count;
	}
	return true;
}

bool spill_write(struct spill *spill, const void *bytes, size_t length, struct spilled *part)
{
	if (spill->file == 0)
		spill->file = temporary_open();
	spill->failed = spill->file < 0 || !write_all(spill, bytes, length);
	if (spill->failed)
		return false;
	*part = (struct spilled){ spill->end, length };
	spill->end += length;
	spill->held -= length;
	return true;
}

size_t spill_read(const struct spill *spill, const struct spilled *part, size_t from, void *bytes,
	size_t size)
{
	size_t left = part->length - from;
	ssize_t count;

	if (size > left)
		size = left;
	do
		count = pread(spill->file, bytes, size, (off_t)(part->offset + from));
	while (count < 0 && errno == EINTR);
	if (count < 0 || (count == 0 && size))
		die("a temporary file could not be read: %s", count ? strerror(errno) : "it ends");
	return (size_t)count;
}

void spill_release(struct spill *spill)
{
	if (spill->file > 0)
		close(spill->file);
	*spill = (struct spill){ .limit = spill->limit };
}
