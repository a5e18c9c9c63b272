/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verdict - what the verdicts of several cells are together */
#include "render/report/verdict.h"

#include <string.h>

static int badness(const char *verdict)
{
	if (!verdict)
		return 0;
	if (strcmp(verdict, "Stable") == 0)
		return 1;
	if (strcmp(verdict, "Stable?") == 0)
		return 2;
	return strcmp(verdict, "Unstable") == 0 ? 4 : 3;
}

const char *worse_verdict(const char *a, const char *b)
{
	return b && *b && badness(b) > badness(a) ? b : a;
}
