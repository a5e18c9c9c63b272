/* SPDX-License-Identifier: GPL-3.0-or-later */
/* processes - the processes of this machine, as /proc lists them */
#include "run/process/processes.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "core/scan.h"

enum { FILE_LIMIT = 64 * 1024 }; /* bytes of a file in /proc that are looked at */

void processes_visit(void (*visit)(pid_t pid, void *context), void *context)
{
	DIR *folder = opendir("/proc");
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		struct slice name = slice_of(entry->d_name);
		uint64_t pid;

		if (scan_integer(&name, &pid) && slice_is_empty(name) && (pid_t)pid != getpid())
			visit((pid_t)pid, context);
	}
	if (folder)
		closedir(folder);
}

static void read_file(pid_t pid, const char *name, struct text *content)
{
	char chunk[4096];
	char path[64];
	ssize_t count;
	int descriptor;

	text_clear(content);
	snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
	descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (descriptor < 0)
		return;
	while (content->length < FILE_LIMIT && (count = read(descriptor, chunk, sizeof chunk)) > 0)
		text_add_bytes(content, chunk, (size_t)count);
	close(descriptor);
}

void processes_command(pid_t pid, struct text *command)
{
	read_file(pid, "cmdline", command);
	for (size_t i = 0; i < command->length; i++)
		if (command->data[i] == '\0')
			command->data[i] = ' ';
}

/* "4711 (name) S 1 ...": the name may hold anything, brackets too. */
pid_t processes_parent(pid_t pid)
{
	struct text status = TEXT_INIT;
	struct slice rest;
	uint64_t parent = 0;

	read_file(pid, "stat", &status);
	rest = text_slice(&status);
	if (slice_find_last(rest, ") ")) {
		rest.start = slice_find_last(rest, ") ") + 3; /* and the state */
		if (!scan_blanks(&rest) || !scan_integer(&rest, &parent))
			parent = 0;
	}
	text_release(&status);
	return (pid_t)parent;
}
