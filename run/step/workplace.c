/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workplace - the folders that commands on the host run in, new for every run */
#include "run/step/workplace.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "core/descriptor.h"
#include "run/record/folder.h"

static bool write_file(const char *path, const char *text)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0777);
	bool written = file >= 0 && descriptor_write(file, text, strlen(text));

	return file >= 0 && close(file) == 0 && written;
}

bool workplace_prepare(const struct setting *setting, struct text *why)
{
	const struct experiment *experiment = setting->experiment;
	struct text path = TEXT_INIT;
	bool prepared = true;

	folder_empty(setting->work);
	folder_empty(setting->server);
	for (size_t i = 0; i < experiment->file_count && prepared; i++) {
		text_clear(&path);
		text_add_format(&path, "%s/%s", setting->work, experiment->files[i].name);
		prepared = write_file(path.data, experiment->files[i].text);
	}
	if (!prepared)
		text_add_format(why, "%s: %s", path.data, strerror(errno));
	text_release(&path);
	return prepared;
}
