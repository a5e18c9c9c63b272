/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workers/output - what a worker writes and says, on its way to the first process */
#include "ingest/log/workers/output.h"

#include <string.h>
#include <unistd.h>

#include "core/descriptor.h"
#include "core/message.h"

enum { SEND_LENGTH = 32 * 1024 };

/* When nobody reads any more, there is nobody to say it to. */
static void send_pending(struct worker_output *output)
{
	if (!descriptor_write(output->descriptor, output->pending.data, output->pending.length))
		_exit(EXIT_DATA);
	text_clear(&output->pending);
}

static void add_frame(struct worker_output *output, unsigned kind, const char *bytes, size_t length)
{
	const struct frame frame = { output->parcel, kind, (uint32_t)length };

	text_add_bytes(&output->pending, (const char *)&frame, sizeof frame);
	text_add_bytes(&output->pending, bytes, length);
	if (output->pending.length >= SEND_LENGTH)
		send_pending(output);
}

void worker_write(struct worker_output *output, struct text *text)
{
	for (size_t at = 0; at < text->length; at += FRAME_LIMIT) {
		size_t left = text->length - at;

		add_frame(output, FRAME_TEXT, text->data + at,
			left < FRAME_LIMIT ? left : FRAME_LIMIT);
	}
	text_clear(text);
}

/* The last byte is always NUL: whenever this process ends, there is a string. */
void worker_begin(struct worker_output *output, const char *path)
{
	size_t length = strnlen(path, READING_SIZE - 2);

	memcpy(output->reading, path, length);
	output->reading[length] = '\0';
}

void worker_finish(struct worker_output *output)
{
	output->reading[0] = '\0';
	add_frame(output, FRAME_DONE, NULL, 0);
	send_pending(output);
}

static void take_message(enum message_kind kind, const char *message, void *context)
{
	struct worker_output *output = context;

	add_frame(output, FRAME_MESSAGE + kind, message, strlen(message) + 1);
	if (kind != MESSAGE_DEATH)
		return;
	send_pending(output);
	_exit(EXIT_DATA);
}

void worker_hand_over_messages(struct worker_output *output)
{
	message_hand_over(take_message, output);
}
