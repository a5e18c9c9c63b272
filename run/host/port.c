/* SPDX-License-Identifier: GPL-3.0-or-later */
/* port - a TCP port of this host that nobody uses */
#include "run/host/port.h"

#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CONNECT_TIME = 1000 }; /* milliseconds */

static struct addrinfo *resolve(const char *address, size_t port)
{
	const struct addrinfo hints = {
		.ai_family = AF_UNSPEC,
		.ai_socktype = SOCK_STREAM,
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV,
	};
	struct addrinfo *found;
	char service[16];

	snprintf(service, sizeof service, "%zu", port);
	return getaddrinfo(address, service, &hints, &found) == 0 ? found : NULL;
}

static int open_socket(const struct addrinfo *where, int flags)
{
	return socket(where->ai_family, where->ai_socktype | SOCK_CLOEXEC | flags, 0);
}

/* The port that was bound, and let go again; 0 when it could not be. */
static size_t try(const char *address, size_t port)
{
	struct addrinfo *where = resolve(address, port);
	struct sockaddr_storage bound;
	socklen_t length = sizeof bound;
	char service[16] = "0";
	unsigned int number = 0;
	int one = 1;
	int end;

	if (!where)
		return 0;
	end = open_socket(where, 0);
	setsockopt(end, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (bind(end, where->ai_addr, where->ai_addrlen) == 0 &&
		getsockname(end, (struct sockaddr *)&bound, &length) == 0 &&
		getnameinfo((struct sockaddr *)&bound, length, NULL, 0, service, sizeof service,
			NI_NUMERICSERV) == 0)
		sscanf(service, "%u", &number);
	close(end);
	freeaddrinfo(where);
	return number;
}

size_t port_choose(const char *address, size_t wanted)
{
	size_t port = try(address, wanted);

	return port ? port : try(address, 0);
}

bool port_answers(const char *address, size_t port)
{
	struct addrinfo *where = resolve(address, port);
	struct pollfd end = { .events = POLLOUT };
	socklen_t length = sizeof(int);
	int error = 0;

	if (!where)
		return false;
	end.fd = open_socket(where, SOCK_NONBLOCK);
	if (connect(end.fd, where->ai_addr, where->ai_addrlen) != 0)
		error = errno;
	if (error == EINPROGRESS &&
		(poll(&end, 1, CONNECT_TIME) != 1 ||
			getsockopt(end.fd, SOL_SOCKET, SO_ERROR, &error, &length) != 0))
		error = ETIMEDOUT;
	close(end.fd);
	freeaddrinfo(where);
	return error == 0;
}
