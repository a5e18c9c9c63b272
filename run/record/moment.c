/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moment - when something happened, as machine.json and RUN.json say it */
#include "run/record/moment.h"

void moment_add(struct text *out, time_t seconds)
{
	struct tm date;
	char words[64];

	gmtime_r(&seconds, &date);
	strftime(words, sizeof words, "%Y-%m-%dT%H:%M:%SZ", &date);
	text_add(out, words);
}
