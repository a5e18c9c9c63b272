/* SPDX-License-Identifier: GPL-3.0-or-later */
/* disks - what the block devices of this machine have moved, by /proc/diskstats */
#include "run/host/disks.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/input.h"

enum { SECTOR = 512 }; /* bytes, whatever the device has: Documentation/admin-guide/iostats.rst */

/* A partition has no folder of its own there. */
static bool is_whole(const char *name)
{
	struct text path = TEXT_INIT;
	bool found;

	text_add_format(&path, "/sys/block/%s", name);
	for (char *c = path.data + strlen("/sys/block/"); *c; c++)
		if (*c == '/')
			*c = '!'; /* cciss/c0d0 */
	found = access(path.data, F_OK) == 0;
	text_release(&path);
	return found;
}

static bool is_disk(const char *name)
{
	static const char *const others[] = { "loop", "ram", "zram", "dm-", "md" };

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strncmp(name, others[i], strlen(others[i])) == 0)
			return false;
	return is_whole(name);
}

/* " 254  0 vda 5386 1377 393242 1302 4041 2806 ...": reads, merged, sectors, ms; writes the same */
bool disks_add_line(struct disk_bytes *bytes, struct slice line, bool (*takes)(const char *name))
{
	uint64_t major, minor, fields[7];
	struct slice word;
	char *name;

	if (!scan_blanks(&line) || !scan_integer(&line, &major) || !scan_blanks(&line) ||
		!scan_integer(&line, &minor) || !scan_blanks(&line) || !scan_word(&line, &word))
		return false;
	for (size_t i = 0; i < 7; i++)
		if (!scan_blanks(&line) || !scan_integer(&line, &fields[i]))
			return false;
	name = slice_copy(word);
	if (takes(name)) {
		bytes->read += SECTOR * (double)fields[2];
		bytes->written += SECTOR * (double)fields[6];
	}
	free(name);
	return true;
}

bool disks_moved(struct disk_bytes *bytes)
{
	struct text table = TEXT_INIT;
	struct slice rest, line;
	bool found = false;

	*bytes = (struct disk_bytes){ 0 };
	if (!input_read_file(&table, "/proc/diskstats"))
		return false;
	rest = text_slice(&table);
	while (scan_part(&rest, '\n', &line))
		found |= disks_add_line(bytes, line, is_disk);
	text_release(&table);
	return found;
}
