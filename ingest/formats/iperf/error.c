/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/error - the lines in which iperf 2 says that a system call failed */
#include "ingest/formats/iperf/error.h"

/* A system call as iperf names it. */
struct call {
	const char *name;
	bool is_known;    /* for iperf's, though no banner was seen */
	bool is_harmless; /* the end of a connection that broke before, or is over */
};

static const struct call calls[] = {
	{ "accept", false, false },
	{ "bind", false, false },
	{ "connect", true, false },
	{ "listen", false, false },
	{ "listener bind", true, false },
	{ "read", false, false },
	{ "recv", false, false },
	{ "recvmsg", false, false },
	{ "recvn", false, false },
	{ "shutdown", false, true },
	{ "socket", false, false },
	{ "tcp connect", true, false },
	{ "tcp write", true, false },
	{ "udp connect", true, false },
	{ "udp write", true, false },
	{ "write", false, false },
	{ "write1", false, false },
	{ "write2", false, false },
	{ NULL, false, false },
};

static const struct call *find_call(struct slice name)
{
	for (const struct call *call = calls; call->name; call++)
		if (slice_equals(name, call->name))
			return call;
	return NULL;
}

bool iperf_error_line(struct iperf_run *run, struct slice text, size_t line, struct sink *sink)
{
	const struct call *call;
	struct slice at = text;
	struct slice word;

	if (scan_word(&at, &word) && slice_ends_with(word, ":") &&
		slice_equals(at, " Unknown host")) {
		iperf_run_fail(run, text, line, sink);
		return true;
	}
	at = text;
	if (!scan_until(&at, " failed: ", &word))
		return false;
	call = find_call(word);
	if (!call || !(call->is_known || iperf_run_is_on(run)))
		return false;
	if (!call->is_harmless)
		iperf_run_fail(run, text, line, sink);
	return true;
}
