/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parcel - tasks as bytes, for another process to do */
#include "ingest/log/parcel.h"

#include <string.h>

/* What comes before the strings, each of which ends in a NUL. Without a gap: all of its bytes are sent. */
struct head {
	double run;
	uint32_t kind;
	uint32_t has; /* bits: which strings behind the path there are */
};

enum {
	HAS_COMPANION = 1,
	HAS_SYSTEM = 2,
	HAS_TEST = 4,
};

static void pack_string(struct text *parcel, const char *string)
{
	if (string)
		text_add_bytes(parcel, string, strlen(string) + 1);
}

void parcel_add(struct text *parcel, const struct task *task)
{
	const struct head head = {
		.run = task->run,
		.kind = task->kind,
		.has = (task->companion ? HAS_COMPANION : 0U) | (task->system ? HAS_SYSTEM : 0U) |
		       (task->test ? HAS_TEST : 0U),
	};

	text_add_bytes(parcel, (const char *)&head, sizeof head);
	pack_string(parcel, task->path);
	pack_string(parcel, task->companion);
	pack_string(parcel, task->system);
	pack_string(parcel, task->test);
}

static const char *unpack_string(struct slice *parcel, bool is_there)
{
	const char *string = parcel->start;

	if (!is_there)
		return NULL;
	parcel->start += strlen(string) + 1;
	return string;
}

bool parcel_take(struct slice *parcel, struct task *task)
{
	struct head head;

	if (slice_is_empty(*parcel))
		return false;
	memcpy(&head, parcel->start, sizeof head);
	parcel->start += sizeof head;
	task->run = head.run;
	task->kind = (enum task_kind)head.kind;
	task->path = unpack_string(parcel, true);
	task->companion = unpack_string(parcel, head.has & HAS_COMPANION);
	task->system = unpack_string(parcel, head.has & HAS_SYSTEM);
	task->test = unpack_string(parcel, head.has & HAS_TEST);
	task->special = NULL;
	return true;
}
