/* SPDX-License-Identifier: GPL-3.0-or-later */
/* shell - words as a POSIX shell reads them */
#include "run/plan/shell.h"

#include <string.h>

static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
			    "_@%+=:,./-";

static bool is_plain(const char *string)
{
	return *string && string[strspn(string, plain)] == '\0';
}

void shell_add_word(struct text *out, const char *string)
{
	if (is_plain(string)) {
		text_add(out, string);
		return;
	}
	text_add_char(out, '\'');
	for (; *string; string++)
		if (*string == '\'')
			text_add(out, "'\\''");
		else
			text_add_char(out, *string);
	text_add_char(out, '\'');
}

bool shell_is_needed(const char *command)
{
	size_t word = strcspn(command, " ");

	if (memchr(command, '=', word)) /* VARIABLE=value command */
		return true;
	return command[strspn(command, plain)] != '\0' &&
	       strpbrk(command, "\t\n!\"#$&'()*;<>?[\\]^`{|}~") != NULL;
}
