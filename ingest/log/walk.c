/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk - the files below a folder, in the order people count in */
#include "ingest/log/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/memory.h"
#include "core/text.h"

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Compares the numbers at *a and *b, of any length, and moves behind them. */
static int compare_numbers(const char **a, const char **b)
{
	int order = 0;

	while (**a == '0' && is_digit((*a)[1]))
		++*a;
	while (**b == '0' && is_digit((*b)[1]))
		++*b;
	for (; is_digit(**a) && is_digit(**b); ++*a, ++*b)
		if (order == 0)
			order = **a - **b;
	if (is_digit(**a) || is_digit(**b))
		return is_digit(**a) ? 1 : -1;
	return order;
}

int walk_compare_names(const char *a, const char *b)
{
	const char *whole_a = a;
	const char *whole_b = b;

	while (*a && *b) {
		int order;

		if (is_digit(*a) && is_digit(*b)) {
			order = compare_numbers(&a, &b);
		} else {
			order = (unsigned char)*a - (unsigned char)*b;
			a++;
			b++;
		}
		if (order)
			return order;
	}
	if (*a || *b)
		return *a ? 1 : -1;
	return strcmp(whole_a, whole_b);
}

/* A name, behind what it is the name of (DT_REG and the like). */
struct walk_folder {
	struct text bytes;
	const char **names;
	size_t count;
	size_t visited; /* which of them is */
};

struct walk {
	void (*visit)(const struct walk_file *file, void *context);
	void *context;
	struct text path; /* of the folder or file that is being looked at */
};

static int compare_entries(const void *a, const void *b)
{
	return walk_compare_names(*(const char *const *)a, *(const char *const *)b);
}

static bool is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Adds the folder's entries; false when reading breaks off, with errno set. */
static bool read_entries(struct walk_folder *folder, DIR *stream)
{
	struct dirent *entry;

	while (errno = 0, (entry = readdir(stream))) {
		if (is_dots(entry->d_name))
			continue;
		text_add_char(&folder->bytes, (char)entry->d_type);
		text_add_bytes(&folder->bytes, entry->d_name, strlen(entry->d_name) + 1);
		folder->count++;
	}
	return errno == 0;
}

static void sort_names(struct walk_folder *folder)
{
	const char *name = folder->bytes.data;

	folder->names = memory_resize(NULL, folder->count, sizeof *folder->names);
	for (size_t i = 0; i < folder->count; i++) {
		folder->names[i] = name + 1;
		name += 1 + strlen(name + 1) + 1;
	}
	qsort(folder->names, folder->count, sizeof *folder->names, compare_entries);
}

/* Why the folder cannot be read, all of it; NULL when it was. */
static const char *folder_read(struct walk_folder *folder, const char *path)
{
	DIR *stream = opendir(path);
	const char *error = NULL;

	*folder = (struct walk_folder){ .bytes = TEXT_INIT };
	if (!stream)
		return strerror(errno);
	if (!read_entries(folder, stream))
		error = strerror(errno);
	closedir(stream);
	sort_names(folder);
	return error;
}

static void folder_release(struct walk_folder *folder)
{
	text_release(&folder->bytes);
	free(folder->names);
}

static size_t smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * The name of a path, with its kind in front of it; NULL when there is none. What is
 * asked for lies beside the file that is visited, mostly next to it: the search begins
 * there, in steps that grow until they are half of what is left.
 */
static const char *find_name(const struct walk_folder *folder, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t low = 0, high = folder->count;
	size_t at = folder->visited;

	for (size_t step = 1; low < high; step *= 2) {
		int order = walk_compare_names(name, folder->names[at]);
		size_t reach;

		if (order == 0)
			return folder->names[at];
		if (order < 0)
			high = at;
		else
			low = at + 1;
		reach = smaller(step, (high - low + 1) / 2);
		at = order < 0 ? high - reach : low + reach - 1;
	}
	return NULL;
}

bool walk_has_name(const struct walk_folder *folder, const char *path)
{
	return find_name(folder, path) != NULL;
}

/*
 * Not every file system says with a name what it is the name of. A link is the
 * file it leads to; one that leads nowhere, or to a folder, which may lead back
 * here, is visited as if it were a file, so that somebody says so; and so is
 * what went away meanwhile.
 */
static unsigned char kind_of(const char *name, const char *path)
{
	unsigned char kind = (unsigned char)name[-1];
	struct stat status;

	if (kind == DT_UNKNOWN)
		kind = lstat(path, &status) == 0 ? (unsigned char)IFTODT(status.st_mode) : DT_REG;
	if (kind != DT_LNK)
		return kind;
	if (stat(path, &status) != 0 || S_ISDIR(status.st_mode))
		return DT_REG;
	return (unsigned char)IFTODT(status.st_mode);
}

/* What waits for somebody, or does something, when it is opened; NULL: none such. */
static const char *special_name(unsigned char kind)
{
	switch (kind) {
	case DT_FIFO:
		return "a named pipe";
	case DT_SOCK:
		return "a socket";
	case DT_CHR:
	case DT_BLK:
		return "a device";
	default:
		return NULL;
	}
}

bool walk_has_file(const struct walk_folder *folder, const char *path)
{
	const char *name = find_name(folder, path);

	return name && !special_name(kind_of(name, path));
}

/* Visits what stands below the folder whose path is walk->path, and leaves that as it was. */
static void walk_folder(struct walk *walk)
{
	struct text *path = &walk->path;
	size_t length = path->length;
	struct walk_folder folder;
	const char *error = folder_read(&folder, path->data);

	if (error)
		walk->visit(&(struct walk_file){ path->data, &folder, error, NULL }, walk->context);
	if (length && path->data[length - 1] != '/')
		text_add_char(path, '/');
	for (size_t i = 0, stem = path->length; i < folder.count; i++) {
		unsigned char kind;

		folder.visited = i;
		if (*folder.names[i] == '.')
			continue;
		text_cut(path, stem);
		text_add(path, folder.names[i]);
		kind = kind_of(folder.names[i], path->data);
		if (kind == DT_DIR)
			walk_folder(walk);
		else
			walk->visit(&(struct walk_file){ .path = path->data,
					    .folder = &folder,
					    .special = special_name(kind) },
				walk->context);
	}
	text_cut(path, length);
	folder_release(&folder);
}

void walk(const char *folder, void (*visit)(const struct walk_file *file, void *context),
	void *context)
{
	struct walk walk = { .visit = visit, .context = context, .path = TEXT_INIT };

	text_add(&walk.path, folder);
	walk_folder(&walk);
	text_release(&walk.path);
}
