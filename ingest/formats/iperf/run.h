/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/run - what iperf 2 says of its connections, made into results
 *
 * A run begins with a banner, or with a connection once all those before have
 * their last row. Its connections are
 * - a client's streams (-P), which are one result: their sum;
 * - the two ways of a client's -d and --full-duplex: a result each;
 * - a server's connections, one result where it prints a [SUM] that is theirs,
 *   and a result each where it does not, since they may be different clients'.
 *
 * With -i a stream prints its intervals and then the whole, and both the first
 * interval and the whole begin at 0. So the first row is held until the next
 * one tells: alone it is the whole, before another it was the first interval.
 *
 * The intervals of the run's first result become its series. Those of a second
 * way would have to be kept until the first is over, and are left out.
 */
#ifndef INGEST_FORMATS_IPERF_RUN_H
#define INGEST_FORMATS_IPERF_RUN_H

#include <stddef.h>
#include <stdint.h>

#include "core/lines.h"
#include "ingest/formats/iperf/streams.h"
#include "ingest/log/sink.h"

void iperf_run_begin_client(struct iperf_run *run, uint64_t port, size_t line, struct sink *sink);
void iperf_run_begin_server(struct iperf_run *run, size_t line, struct sink *sink);

void iperf_run_connect(struct iperf_run *run, const struct iperf_label *label, uint64_t peer_port,
	size_t line, struct sink *sink);

void iperf_run_add_row(struct iperf_run *run, const struct iperf_label *label,
	const struct iperf_row *row, struct sink *sink);

/* What the server received of a client's datagrams: it replaces what the client sent. */
void iperf_run_add_server_report(
	struct iperf_run *run, const struct iperf_label *label, const struct iperf_row *row);

void iperf_run_add_out_of_order(
	struct iperf_run *run, const struct iperf_label *label, struct iperf_count count);

/*
 * An error was printed: the run counts for nothing. That is said at once, or
 * with the figures of the row that may follow.
 */
void iperf_run_fail(struct iperf_run *run, struct slice text, size_t line, struct sink *sink);

/* The log is over. */
void iperf_run_end(struct iperf_run *run, struct sink *sink);

#endif
