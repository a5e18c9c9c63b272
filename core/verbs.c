/* SPDX-License-Identifier: GPL-3.0-or-later */
/* verbs - the programs behind `benchpipe`, and where they lie */
#include "core/verbs.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/text.h"

const struct verb verbs[] = {
#define VERB(name, summary) { #name, summary },
#include "core/verbs.def"
#undef VERB
	{ NULL, NULL },
};

const struct verb *verb_find(const char *name)
{
	for (const struct verb *verb = verbs; verb->name; verb++)
		if (strcmp(verb->name, name) == 0)
			return verb;
	return NULL;
}

char *verb_program(const char *name)
{
	struct text path = TEXT_INIT;
	char self[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash;

	if (length < 0)
		die("/proc/self/exe: %s", strerror(errno));
	self[length] = '\0';
	slash = strrchr(self, '/');
	if (strcmp(slash, "/benchpipe") == 0) {
		*slash = '\0';
		text_add_format(&path, "%s/../libexec/benchpipe/%s", self, name);
	} else {
		*slash = '\0';
		text_add_format(&path, "%s/%s", self, name);
	}
	return text_detach(&path);
}
