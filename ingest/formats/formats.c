/* SPDX-License-Identifier: GPL-3.0-or-later */
/* formats - the list of all formats, made from formats.def */
#include <string.h>

#include "ingest/log/format.h"

#define FORMAT(name) extern const struct format name##_format;
#include "ingest/formats/formats.def"
#undef FORMAT

const struct format *const formats[] = {
#define FORMAT(name) &name##_format,
#include "ingest/formats/formats.def"
#undef FORMAT
	NULL
};

bool format_is_of_tool(const struct format *format, const char *tool)
{
	size_t length = strlen(tool);

	return strncmp(format->name, tool, length) == 0 &&
	       (format->name[length] == '\0' || format->name[length] == '-');
}

const struct format *format_find(const char *name)
{
	for (size_t i = 0; formats[i]; i++)
		if (strcmp(formats[i]->name, name) == 0)
			return formats[i];
	return NULL;
}
