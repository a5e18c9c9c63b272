/* SPDX-License-Identifier: GPL-3.0-or-later */
/* engine - docker, or what understands its commands, asked and told */
#include "run/engine/engine.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/input.h"
#include "core/message.h"
#include "core/record.h"
#include "core/scan.h"
#include "run/engine/leftovers.h"
#include "run/host/interface.h"
#include "run/plan/line.h"
#include "run/process/clock.h"
#include "run/process/process.h"
#include "run/record/tail.h"

enum { ANSWER_LIMIT = 1024 * 1024 };

static const double grace = 3; /* for processes to end when their container is removed */

static void trim(struct text *text)
{
	struct slice whole = text_slice(text);
	size_t length;

	while (!slice_is_empty(whole) && (unsigned char)whole.end[-1] <= ' ')
		whole.end--;
	length = slice_length(whole);
	text->length = length;
	if (text->capacity)
		text->data[length] = '\0';
}

static void run_engine(const struct setting *setting, const char *const *arguments,
	struct text *answer, struct process_result *result)
{
	struct strings words = { 0 };

	strings_add(&words, setting->engine);
	for (; *arguments; arguments++)
		strings_add(&words, *arguments);
	strings_add(&words, NULL);
	text_clear(answer);
	process_run(
		&(struct process){
			.arguments = (char *const *)words.items,
			.log = -1,
			.output = answer,
			.output_limit = ANSWER_LIMIT,
			.limit = setting->patience,
			.is_cleanup = true,
		},
		result);
	free(words.items);
	trim(answer);
}

bool engine_ask(const struct setting *setting, const char *const *arguments, struct text *answer)
{
	struct process_result result;

	run_engine(setting, arguments, answer, &result);
	if (result.ending == ENDED_AT_LIMIT)
		text_add_format(answer, "no answer in %g s", setting->patience);
	if (result.ending == ENDED_NOT_STARTED)
		text_add_format(answer, "%s", strerror(result.error));
	return process_succeeded(&result);
}

enum engine_state engine_state(const struct setting *setting, struct text *why)
{
	static const char *const version[] = { "version", NULL };
	struct process_result result;

	run_engine(setting, version, why, &result);
	if (process_succeeded(&result)) {
		text_clear(why);
		return ENGINE_READY;
	}
	tail_keep_line(why);
	if (result.ending == ENDED_NOT_STARTED) {
		text_add_format(why, "%s is not installed", setting->engine);
		return ENGINE_MISSING;
	}
	if (result.ending == ENDED_AT_LIMIT)
		text_add_format(
			why, "%s version: no answer in %g s", setting->engine, setting->patience);
	return ENGINE_UNREACHABLE;
}

/* An IP address, not an empty answer or a template that did not fit. */
static bool is_address(const struct text *answer)
{
	return answer->length && strspn(answer->data, "0123456789abcdefABCDEF.:") == answer->length;
}

bool engine_image_id(const struct setting *setting, struct text *id)
{
	const char *const arguments[] = { "image", "inspect", "--format", "{{.Id}}", setting->image,
		NULL };

	return engine_ask(setting, arguments, id);
}

/* The bridge's own address is surely one of this machine; podman makes the bridge only when it needs it. */
bool engine_host_address(const struct setting *setting, struct text *address)
{
	bool is_podman = strcmp(setting->engine, "podman") == 0;
	const char *network = is_podman ? "podman" : "bridge";
	const char *const name[] = { "network", "inspect", "--format",
		is_podman ? "{{.NetworkInterface}}"
			  : "{{index .Options \"com.docker.network.bridge.name\"}}",
		network, NULL };
	const char *const gateway[] = { "network", "inspect", "--format",
		is_podman ? "{{(index .Subnets 0).Gateway}}" : "{{(index .IPAM.Config 0).Gateway}}",
		network, NULL };
	struct text bridge = TEXT_INIT;
	bool found = engine_ask(setting, name, &bridge) && interface_address(bridge.data, address);

	text_release(&bridge);
	return found || (engine_ask(setting, gateway, address) && is_address(address));
}

bool engine_container_address(
	const struct setting *setting, const char *container, struct text *address)
{
	const char *const arguments[] = { "inspect", "--format",
		"{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", container, NULL };

	return engine_ask(setting, arguments, address) && is_address(address);
}

enum removal {
	REMOVED, /* or never there */
	BEING_REMOVED,
	NOT_REMOVED,
};

static enum removal try_to_remove(const struct setting *setting, const char *container)
{
	const char *const arguments[] = { "rm", "-f", container, NULL };
	struct text answer = TEXT_INIT;
	struct process_result result;
	enum removal removal = NOT_REMOVED;

	run_engine(setting, arguments, &answer, &result);
	if (process_succeeded(&result) || strstr(answer.data, "o such container") ||
		strstr(answer.data, "no container with name or ID") ||
		result.ending == ENDED_NOT_STARTED)
		removal = REMOVED;
	else if (strstr(answer.data, "already in progress"))
		removal = BEING_REMOVED;
	text_release(&answer);
	return removal;
}

/* The engine itself may be about to, because of --rm. */
static bool remove_container(const struct setting *setting, const char *container)
{
	static const struct timespec step = { .tv_nsec = 200 * 1000 * 1000 };
	double end = clock_seconds() + setting->patience;
	enum removal removal = try_to_remove(setting, container);

	while (removal == BEING_REMOVED && clock_seconds() < end) {
		nanosleep(&step, NULL);
		removal = try_to_remove(setting, container);
	}
	return removal == REMOVED;
}

/* A client that was killed may leave its engine making the container still. */
static bool remove_surely(const struct setting *setting, const char *container, const char *path)
{
	static const struct timespec second = { .tv_sec = 1 };
	struct stat status;

	if (!remove_container(setting, container))
		return false;
	if (stat(path, &status) != 0 || status.st_size > 0)
		return true;
	nanosleep(&second, NULL);
	return remove_container(setting, container);
}

bool engine_end_container(const struct setting *setting, const char *container)
{
	char *path = line_id_file(setting, container);
	struct text id = TEXT_INIT;
	bool removed = remove_surely(setting, container, path);
	bool gone;

	if (input_read_file(&id, path))
		trim(&id);
	gone = leftovers_end(id.data, removed ? grace : 0);
	if (!gone)
		warn("processes of the container %s cannot be killed", id.data);
	removed = removed || remove_container(setting, container);
	if (removed)
		unlink(path);
	else
		warn("the container %s cannot be removed", container);
	text_release(&id);
	free(path);
	return gone && removed;
}

void engine_forget_container(const struct setting *setting, const char *container)
{
	char *path = line_id_file(setting, container);

	unlink(path);
	free(path);
}

void engine_end_leftovers(const struct setting *setting)
{
	DIR *folder = opendir(setting->scratch);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		struct slice name = slice_of(entry->d_name);
		char *container;

		if (!slice_ends_with(name, ".cid"))
			continue;
		name.end -= strlen(".cid");
		container = slice_copy(name);
		note("removing the container %s, which an earlier run left", container);
		engine_end_container(setting, container);
		free(container);
	}
	if (folder)
		closedir(folder);
}
