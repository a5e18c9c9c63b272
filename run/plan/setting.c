/* SPDX-License-Identifier: GPL-3.0-or-later */
/* setting - what is the same for all runs of an experiment */
#include "run/plan/setting.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/text.h"

static const double timeout_default = 600;

static char *join(const char *folder, const char *name)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/%s", folder, name);
	return text_detach(&path);
}

/* Commands are run in other folders than this one. */
static char *absolute(const char *path)
{
	char *here;
	char *whole;

	if (*path == '/')
		return memory_copy_string(path);
	here = getcwd(NULL, 0);
	if (!here)
		die("the current folder: %s", strerror(errno));
	whole = join(here, path);
	free(here);
	return whole;
}

/* FNV-1a: Fowler, Noll and Vo. */
static uint32_t hash(const char *string)
{
	uint32_t value = UINT32_C(2166136261);

	for (; *string; string++)
		value = (value ^ (unsigned char)*string) * UINT32_C(16777619);
	return value;
}

/* A folder of its own, whatever else is there: it is emptied again and again. */
static char *work_in(const char *folder, const char *id)
{
	char *whole = absolute(folder);
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/.benchpipe-%s", whole, id);
	free(whole);
	return text_detach(&path);
}

void setting_init(struct setting *setting, const char *results, const char *work)
{
	setting->folder = absolute(results);
	snprintf(setting->id, sizeof setting->id, "%08x", (unsigned int)hash(setting->folder));
	setting->scratch = join(setting->folder, ".run");
	setting->work = work ? work_in(work, setting->id) : join(setting->scratch, "host");
	setting->server = join(setting->scratch, "server");
}

void setting_release(struct setting *setting)
{
	free(setting->folder);
	free(setting->scratch);
	free(setting->work);
	free(setting->server);
}

enum cache_policy setting_cache(const struct setting *setting, const struct experiment_test *test)
{
	if (!setting->cache)
		return test->cache;
	return strcmp(setting->cache, "drop") == 0 ? CACHE_DROP : CACHE_KEEP;
}

double setting_timeout(const struct setting *setting, const struct experiment_test *test)
{
	if (!isnan(setting->timeout))
		return setting->timeout;
	return isnan(test->timeout) ? timeout_default : test->timeout;
}
