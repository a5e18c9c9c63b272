#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# large-log - one log without an end, through a pipe

subject "ingest: one large log"
say "A log of fio's, ten megabytes of it again and again, comes through a pipe: what is kept of it does not grow."

piece=$folder/piece
limit make "$(size 400000 40000 4000)" >"$piece"

ingest_pipe() { # pieces
	echo "yes $piece | head -n $1 | xargs cat | benchpipe ingest -s system=Host -s quantity=clat"
}

grow "pieces of $(($(stat -c %s "$piece") / 1000)) kB" ingest_pipe 10 100 "$(size 1000 1000 200)"
