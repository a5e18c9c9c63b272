/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf3/title - the title that iperf3 -T puts before each line */
#include "ingest/formats/iperf3/title.h"

#include <string.h>

void iperf3_title_learn(struct iperf3_title *title, struct slice text)
{
	size_t length = slice_length(text);

	title->length = length <= sizeof title->text ? length : 0;
	memcpy(title->text, text.start, title->length);
}

bool iperf3_title_skip(const struct iperf3_title *title, struct slice *at)
{
	if (title->length == 0 || slice_length(*at) < title->length ||
		memcmp(at->start, title->text, title->length) != 0)
		return false;
	at->start += title->length;
	return true;
}
