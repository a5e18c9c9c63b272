/* SPDX-License-Identifier: GPL-3.0-or-later */
/* templates - the texts of templates/, which are part of the programs */
#include "core/templates.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/index.h"
#include "core/input.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/text.h"

static const struct {
	const char *name;
	const char *text;
} built_in[] = {
#include "templates/all.inc"
};

static const char *users_folder;
static struct index users_names; /* templates of the user's that were read */
static char **users_texts;

void templates_use(const char *folder)
{
	struct stat status;

	if (stat(folder, &status) != 0)
		die("%s: %s", folder, strerror(errno));
	if (!S_ISDIR(status.st_mode))
		die("%s: %s", folder, strerror(ENOTDIR));
	users_folder = folder;
}

/* The whole file, or NULL when there is none. */
static char *read_file(const char *path)
{
	struct text bytes = TEXT_INIT;

	if (input_read_file(&bytes, path))
		return text_detach(&bytes);
	if (errno != ENOENT)
		die("%s: %s", path, strerror(errno));
	return NULL;
}

static const char *users_text(const char *name)
{
	size_t known = users_names.count;
	size_t number = index_add(&users_names, slice_of(name));

	if (number == known) {
		struct text path = TEXT_INIT;

		text_add_format(&path, "%s/%s", users_folder, name);
		users_texts = memory_resize(users_texts, known + 1, sizeof *users_texts);
		users_texts[known] = read_file(path.data);
		text_release(&path);
	}
	return users_texts[number];
}

const char *templates_text(const char *name)
{
	const char *text = users_folder ? users_text(name) : NULL;

	for (size_t i = 0; !text && i < sizeof built_in / sizeof *built_in; i++)
		if (strcmp(built_in[i].name, name) == 0)
			text = built_in[i].text;
	return text;
}
