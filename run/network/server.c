/* SPDX-License-Identifier: GPL-3.0-or-later */
/* server - what a network test talks to, started for one run and ended after it */
#include "run/network/server.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "run/engine/engine.h"
#include "run/host/port.h"
#include "run/process/clock.h"
#include "run/process/interrupt.h"
#include "run/process/process.h"
#include "run/record/tail.h"

enum { OUTPUT_END = 2000 }; /* bytes of what a server said that are kept */

static const double step_time = 0.05; /* seconds between two looks */

/* On the host: an address that only this machine and its containers reach. */
static bool choose_place(struct server *server, struct text *why)
{
	bool for_container = server->step->system->runtime != NULL;
	const char *address = for_container ? server->setting->host_address : "127.0.0.1";

	if (!address) {
		text_add(why, "the engine does not say which address this host has for containers");
		return false;
	}
	text_add(&server->address, address);
	server->port = port_choose(address, server->step->test->port);
	if (!server->port)
		text_add_format(why, "no port can be had at %s", address);
	return server->port != 0;
}

/* A container gets its address when it starts. */
static bool answers(struct server *server)
{
	if (server->container && server->address.length == 0 &&
		!engine_container_address(server->setting, server->container, &server->address)) {
		text_clear(&server->address);
		return false;
	}
	return port_answers(server->address.data, server->port);
}

static bool wait_for_answer(struct server *server, struct text *why)
{
	double end = clock_seconds() + server->setting->patience;

	while (clock_seconds() < end) {
		if (answers(server))
			return true;
		if (process_has_ended(server->pid)) {
			text_add(why, "the server ended at once");
			return false;
		}
		if (!interrupt_sleep(step_time)) {
			text_add(why, "interrupted");
			return false;
		}
	}
	text_add_format(why, "the server did not answer in %g s", server->setting->patience);
	return false;
}

static bool launch(struct server *server, struct text *why)
{
	struct text path = TEXT_INIT;
	char *arguments[] = { "bash", "-c", server->line.data, NULL };

	text_add_format(&path, "%s/server.log", server->setting->scratch);
	server->log = open(path.data, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666);
	text_release(&path);
	if (server->log >= 0)
		server->pid = process_start(&(struct process){
			.arguments = arguments,
			.folder = server->setting->server,
			.log = server->log,
		});
	if (server->log < 0 || server->pid < 0)
		text_add_format(why, "the server: %s", strerror(errno));
	return server->log >= 0 && server->pid >= 0;
}

bool server_start(struct server *server, const struct setting *setting, const struct step *step,
	struct text *why)
{
	bool in_container = step->test->server && line_is_in_container(step, ROLE_SERVER);
	struct endpoint endpoint;

	*server = (struct server){
		.setting = setting,
		.step = step,
		.pid = -1,
		.log = -1,
		.container = in_container ? line_container_name(setting, step) : NULL,
		.port = step->test->port,
		.line = TEXT_INIT,
		.address = TEXT_INIT,
		.output = TEXT_INIT,
	};
	if (!step->test->server)
		return true;
	if (!in_container && !choose_place(server, why))
		return false;
	endpoint = server_endpoint(server);
	line_add(&server->line, setting, step, ROLE_SERVER, &endpoint);
	return launch(server, why) && wait_for_answer(server, why);
}

struct endpoint server_endpoint(const struct server *server)
{
	return (struct endpoint){ server->address.data, server->port };
}

void server_stop(struct server *server)
{
	if (server->pid > 0)
		process_kill(server->pid);
	server->pid = -1;
	if (server->container)
		engine_end_container(server->setting, server->container);
	if (server->log < 0)
		return;
	tail_read(&server->output, server->log, OUTPUT_END);
	close(server->log);
	server->log = -1;
}

void server_release(struct server *server)
{
	free(server->container);
	text_release(&server->line);
	text_release(&server->address);
	text_release(&server->output);
}
