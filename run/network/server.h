/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * server - what a network test talks to, started for one run and ended after it
 *
 * It listens on this host's loopback, on the address that containers have for
 * this host, or in a container; never on any other address of this host.
 */
#ifndef RUN_NETWORK_SERVER_H
#define RUN_NETWORK_SERVER_H

#include <stdbool.h>
#include <sys/types.h>

#include "run/plan/line.h"

struct server {
	const struct setting *setting;
	const struct step *step;
	pid_t pid;
	int log;
	char *container;     /* that it runs in; NULL: on this host */
	struct text line;    /* its command */
	struct text address; /* where clients find it */
	size_t port;
	struct text output; /* the end of what it said */
};

/* Starts the server of a step, if it has one, and waits until it answers. False: why not. */
bool server_start(struct server *server, const struct setting *setting, const struct step *step,
	struct text *why);

struct endpoint server_endpoint(const struct server *server);

/* Ends it, and what it runs in, whether it started or not. */
void server_stop(struct server *server);

void server_release(struct server *server);

#endif
