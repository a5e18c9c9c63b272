/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal - how large the window is that text is shown in */
#include "render/report/terminal.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { MOST = 1000 };

/* A variable's value; 0 when it is none that a window could have. */
static size_t read_variable(const char *name)
{
	const char *value = getenv(name);
	char *end;
	unsigned long number;

	if (!value || !*value)
		return 0;
	number = strtoul(value, &end, 10);
	return *end == '\0' && number <= MOST ? number : 0;
}

void terminal_size(size_t *columns, size_t *lines)
{
	struct winsize window = { 0 };

	*columns = read_variable("COLUMNS");
	*lines = read_variable("LINES");
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0)
		window = (struct winsize){ 0 };
	if (*columns == 0)
		*columns = window.ws_col ? window.ws_col : 80;
	if (*lines == 0)
		*lines = window.ws_row ? window.ws_row : 24;
}
