/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interface - the network interfaces of this machine */
#include "run/host/interface.h"

#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

bool interface_address(const char *name, struct text *address)
{
	char host[64] = "";
	struct ifaddrs *list;

	if (getifaddrs(&list) != 0)
		return false;
	for (const struct ifaddrs *item = list; item && !*host; item = item->ifa_next)
		if (item->ifa_addr && item->ifa_addr->sa_family == AF_INET &&
			strcmp(item->ifa_name, name) == 0)
			getnameinfo(item->ifa_addr, sizeof(struct sockaddr_in), host, sizeof host,
				NULL, 0, NI_NUMERICHOST);
	freeifaddrs(list);
	text_clear(address);
	text_add(address, host);
	return *host != '\0';
}
