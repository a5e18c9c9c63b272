# SPDX-License-Identifier: GPL-3.0-or-later
# daemon.sh - a dockerd of our own, without systemd, for scripts that source this
#
# Run what starts it under $isolate: in network, mount and process namespaces of its own, so
# that nothing outside is touched or reached, and all ends with it. Set $work, a folder for
# all that the daemon keeps.
# shellcheck shell=bash disable=SC2034,SC2154 # isolate is used and work is set by who sources this

isolate="unshare --net --mount --pid --fork --kill-child --mount-proc"

start_daemon() {
	export DOCKER_HOST=unix://$work/docker.sock
	ip link set lo up
	jq --arg work "$work" '. + {"data-root": "\($work)/data", "exec-root": "\($work)/exec", "pidfile": "\($work)/docker.pid",
		"hosts": ["unix://\($work)/docker.sock"], "cgroup-parent": "/benchpipe-check"}' \
		run/dockerd-config/daemon.json >"$work/daemon.json"
	setsid dockerd --config-file "$work/daemon.json" >>"$work/dockerd.log" 2>&1 &
	daemon=$!
	for _ in $(seq 300); do
		docker version >/dev/null 2>&1 && return 0
		kill -0 "$daemon" 2>/dev/null || break
		sleep 0.1
	done
	return 1
}

stop_daemon() {
	kill -TERM "$daemon"
	for _ in $(seq 300); do
		kill -0 "$daemon" 2>/dev/null || return 0
		sleep 0.1
	done
	return 1
}

# The control groups that containers leave behind when all is over, to be called outside.
remove_control_groups() {
	find /sys/fs/cgroup -depth -type d -path "*benchpipe-check*" -exec rmdir {} + 2>/dev/null
}
