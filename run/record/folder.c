/* SPDX-License-Identifier: GPL-3.0-or-later */
/* folder - the results folder, in which a run is there whole or not at all */
#include "run/record/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/descriptor.h"
#include "core/input.h"
#include "core/json.h"
#include "core/memory.h"
#include "core/message.h"

static char *join(const char *folder, const char *name)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/%s", folder, name);
	return text_detach(&path);
}

static char *path_of(const struct setting *setting, const struct step *step, const char *suffix)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/%s/%s/%zu%s", setting->folder, step->system->name,
		step->test->name, step->run, suffix);
	return text_detach(&path);
}

char *folder_path(
	const struct setting *setting, const struct experiment_system *system, const char *name)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/", setting->folder);
	if (system)
		text_add_format(&path, "%s/", system->name);
	text_add(&path, name);
	return text_detach(&path);
}

/* Makes the folders above a file; false with errno set. */
static bool make_folders(const char *path)
{
	char *partial = memory_copy_string(path);
	bool made = true;

	for (char *slash = strchr(partial + 1, '/'); slash && made;
		slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		made = mkdir(partial, 0777) == 0 || errno == EEXIST;
		*slash = '/';
	}
	free(partial);
	return made;
}

static void make_scratch(const char *path)
{
	char *inside = join(path, "");

	if (!make_folders(inside))
		die("%s: %s", path, strerror(errno));
	free(inside);
}

int folder_open(const struct setting *setting)
{
	int lock;

	make_scratch(setting->folder);
	lock = open(setting->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (lock < 0)
		die("%s: %s", setting->folder, strerror(errno));
	if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
		if (errno == EWOULDBLOCK)
			die("%s: another run is at work in it", setting->folder);
		die("%s: %s", setting->folder, strerror(errno));
	}
	make_scratch(setting->scratch);
	make_scratch(setting->work);
	make_scratch(setting->server);
	return lock;
}

static void remove_tree(const char *path, bool itself)
{
	char *const roots[] = { (char *)path, NULL };
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV, NULL);
	FTSENT *entry;

	while (tree && (entry = fts_read(tree))) {
		bool is_root = entry->fts_level == FTS_ROOTLEVEL;

		if (entry->fts_info == FTS_D || (is_root && !itself))
			continue;
		if (remove(entry->fts_accpath) != 0 && errno != ENOENT)
			warn("%s: %s", entry->fts_path, strerror(errno));
	}
	if (tree)
		fts_close(tree);
}

void folder_empty(const char *path)
{
	remove_tree(path, false);
}

void folder_close(const struct setting *setting, int lock)
{
	remove_tree(setting->work, true);
	remove_tree(setting->scratch, true);
	close(lock);
}

bool folder_has(const struct setting *setting, const struct step *step)
{
	static const char *const suffixes[] = { ".log", ".log.gz", ".log.xz" };
	bool found = false;

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !found; i++) {
		char *path = path_of(setting, step, suffixes[i]);

		found = access(path, F_OK) == 0;
		free(path);
	}
	return found;
}

struct json *folder_read(const char *path)
{
	struct text bytes = TEXT_INIT;
	struct json *content = NULL;

	if (input_read_file(&bytes, path))
		content = json_parse(text_slice(&bytes), NULL);
	text_release(&bytes);
	return content;
}

bool folder_timed_out(const struct setting *setting, const struct step *step)
{
	char *path = path_of(setting, step, ".json");
	struct json *outcome = folder_read(path);
	bool timed_out = false;

	json_boolean(json_member(outcome, "timed_out"), &timed_out);
	json_free(outcome);
	free(path);
	return timed_out;
}

int folder_begin_log(const struct setting *setting)
{
	char *path = join(setting->scratch, "log");
	int log = open(path, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);

	free(path);
	return log;
}

static bool rename_into(const struct setting *setting, const char *name, const char *path)
{
	char *from = join(setting->scratch, name);
	bool done = make_folders(path) && rename(from, path) == 0;

	free(from);
	return done;
}

/* Also what the kernel could not write yet: a full disk may be found out only then. */
static bool write_whole(const char *path, const struct text *content)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	bool written = file >= 0 && descriptor_write(file, content->data, content->length) &&
		       fsync(file) == 0;

	return file >= 0 && close(file) == 0 && written;
}

static bool write_and_rename(
	const struct setting *setting, const struct text *content, const char *path)
{
	char *interim = join(setting->scratch, "json");
	bool done = write_whole(interim, content) && rename_into(setting, "json", path);

	free(interim);
	return done;
}

bool folder_publish(
	const struct setting *setting, const struct step *step, const struct text *json, int log)
{
	char *json_path = path_of(setting, step, ".json");
	char *log_path = path_of(setting, step, ".log");
	bool done = (log < 0 || fsync(log) == 0) && write_and_rename(setting, json, json_path) &&
		    (log < 0 || rename_into(setting, "log", log_path));

	free(json_path);
	free(log_path);
	return done;
}

bool folder_write(const struct setting *setting, const struct experiment_system *system,
	const char *name, const struct text *content)
{
	char *path = folder_path(setting, system, name);
	bool done = write_and_rename(setting, content, path);

	free(path);
	return done;
}
