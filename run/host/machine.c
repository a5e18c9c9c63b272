/* SPDX-License-Identifier: GPL-3.0-or-later */
/* machine - what this machine is */
#include "run/host/machine.h"

#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "core/input.h"
#include "core/scan.h"
#include "core/units.h"
#include "run/record/moment.h"

/* The value of the first line that begins so, up to its end; false when there is none. */
static bool find_line(const char *path, const char *beginning, struct text *value)
{
	struct text content = TEXT_INIT;
	struct slice rest, line;
	bool found = false;

	if (!input_read_file(&content, path))
		return false;
	rest = text_slice(&content);
	while (!found && scan_part(&rest, '\n', &line)) {
		found = scan_text(&line, beginning);
		if (found)
			text_add_bytes(value, line.start, slice_length(line));
	}
	text_release(&content);
	return found;
}

/* A fact that is what follows the beginning of a line, without separators and quotes. */
static void add_line(struct facts *facts, const char *name, const char *path, const char *beginning)
{
	struct text value = TEXT_INIT;
	char *start;

	if (find_line(path, beginning, &value)) {
		start = value.data + strspn(value.data, " \t:=\"");
		if (*start && start[strlen(start) - 1] == '"')
			start[strlen(start) - 1] = '\0';
		facts_add(facts, name, start);
	}
	text_release(&value);
}

static void add_date(struct facts *facts)
{
	struct text moment = TEXT_INIT;

	moment_add(&moment, time(NULL));
	facts_add(facts, "date", moment.data);
	text_release(&moment);
}

static void add_kernel(struct facts *facts)
{
	struct utsname system;
	struct text value = TEXT_INIT;

	if (uname(&system) != 0)
		return;
	text_add_format(&value, "%s %s", system.sysname, system.release);
	facts_add(facts, "host kernel", value.data);
	facts_add(facts, "host architecture", system.machine);
	text_release(&value);
}

static void add_amounts(struct facts *facts)
{
	double memory = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);
	struct text value = TEXT_INIT;

	text_add_format(&value, "%ld", sysconf(_SC_NPROCESSORS_ONLN));
	facts_add(facts, "host cpus", value.data);
	text_clear(&value);
	text_add_format(&value, "%.0f MiB", memory / MIB);
	facts_add(facts, "host memory", value.data);
	text_release(&value);
}

void machine_describe(struct facts *facts)
{
	add_date(facts);
	add_line(facts, "machine vendor", "/sys/class/dmi/id/sys_vendor", "");
	add_line(facts, "machine", "/sys/class/dmi/id/product_name", "");
	add_line(facts, "cpu", "/proc/cpuinfo", "model name");
	add_line(
		facts, "cpu governor", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "");
	add_amounts(facts);
	add_kernel(facts);
	add_line(facts, "host distribution", "/etc/os-release", "PRETTY_NAME");
}
