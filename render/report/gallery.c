/* SPDX-License-Identifier: GPL-3.0-or-later */
/* gallery - the folder of a report's charts, changed whole or not at all */
#include "render/report/gallery.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/input.h"
#include "core/message.h"
#include "core/text.h"
#include "render/report/plot.h"

static char *join(const char *folder, const char *name)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/%s", folder, name);
	return text_detach(&path);
}

/* Calls do_it() with the path of each file in the folder, and what it would be in the other. */
static void for_each_file(
	const char *folder, const char *other, void (*do_it)(const char *path, const char *there))
{
	DIR *entries = opendir(folder);
	struct dirent *entry;

	while (entries && (entry = readdir(entries))) {
		char *path = join(folder, entry->d_name);
		char *there = join(other, entry->d_name);

		if (entry->d_name[0] != '.')
			do_it(path, there);
		free(path);
		free(there);
	}
	if (entries)
		closedir(entries);
}

static bool are_same(const char *path, const char *there)
{
	struct text a = TEXT_INIT;
	struct text b = TEXT_INIT;
	bool same = input_read_file(&a, path) && input_read_file(&b, there) &&
		    a.length == b.length && memcmp(a.data, b.data, a.length) == 0;

	text_release(&a);
	text_release(&b);
	return same;
}

static void put(const char *path, const char *there)
{
	if (are_same(path, there))
		return;
	if (rename(path, there) != 0)
		die("%s: %s", there, strerror(errno));
}

/* A chart of an earlier report; other files in the folder are not ours. */
static void remove_old(const char *path, const char *there)
{
	struct text file = TEXT_INIT;

	if (access(there, F_OK) != 0 && input_read_file(&file, path) && plot_is_chart(&file))
		unlink(path);
	text_release(&file);
}

static void remove_file(const char *path, const char *there)
{
	(void)there;
	unlink(path);
}

void gallery_init(struct gallery *gallery, const char *folder, const char *name)
{
	struct text interim = TEXT_INIT;

	text_add_format(&interim, "%s/.%s.XXXXXX", folder, name);
	gallery->path = join(folder, name);
	gallery->interim = text_detach(&interim);
	if (!mkdtemp(gallery->interim))
		die("%s: %s", folder, strerror(errno));
}

void gallery_publish(struct gallery *gallery)
{
	if (mkdir(gallery->path, 0777) != 0 && errno != EEXIST)
		die("%s: %s", gallery->path, strerror(errno));
	for_each_file(gallery->path, gallery->interim, remove_old);
	for_each_file(gallery->interim, gallery->path, put);
	rmdir(gallery->path); /* fails unless it is empty */
}

void gallery_release(struct gallery *gallery)
{
	for_each_file(gallery->interim, gallery->interim, remove_file);
	rmdir(gallery->interim);
	free(gallery->path);
	free(gallery->interim);
	*gallery = (struct gallery){ 0 };
}
