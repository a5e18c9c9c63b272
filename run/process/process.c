/* SPDX-License-Identifier: GPL-3.0-or-later */
/* process - a command that is started, listened to, and in any case ended */
#include "run/process/process.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/descriptor.h"
#include "core/message.h"
#include "run/process/clock.h"
#include "run/process/interrupt.h"

enum {
	LISTEN_OUTPUT,
	LISTEN_END,
	LISTEN_INTERRUPT,
	LISTEN_COUNT,
};

enum { KILL_PATIENCE = 10 }; /* seconds, or so, for a process to die */

struct listening {
	const struct process *process;
	struct process_result *result;
	pid_t pid;
	double start; /* by clock_seconds() */
	struct pollfd descriptors[LISTEN_COUNT];
};

/* Readable when a child ended; made at its first use. */
static int children_descriptor(void)
{
	static int descriptor = -1;
	sigset_t signals;

	if (descriptor >= 0)
		return descriptor;
	sigemptyset(&signals);
	sigaddset(&signals, SIGCHLD);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
	if (descriptor < 0)
		die("signalfd: %s", strerror(errno));
	return descriptor;
}

bool process_has_ended(pid_t pid)
{
	struct signalfd_siginfo signal;
	siginfo_t info = { .si_pid = 0 };

	while (read(children_descriptor(), &signal, sizeof signal) == sizeof signal)
		;
	return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
	       info.si_pid != 0;
}

/* Signals that this program blocks or ignores are the child's own again. */
static void set_signals(posix_spawnattr_t *attributes)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
}

static pid_t spawn(const struct process *process, int output)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	pid_t pid;
	int error;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	if (process->drops_errors)
		posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	else
		posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
	if (process->folder)
		posix_spawn_file_actions_addchdir_np(&actions, process->folder);
	posix_spawnattr_init(&attributes);
	set_signals(&attributes);
	posix_spawnattr_setflags(
		&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	error = posix_spawnp(
		&pid, process->arguments[0], &actions, &attributes, process->arguments, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	errno = error;
	return error ? -1 : pid;
}

pid_t process_start(const struct process *process)
{
	return spawn(process, process->log);
}

bool process_wait_killed(pid_t pid, int *status)
{
	struct pollfd children = { children_descriptor(), POLLIN, 0 };

	for (int waited = 0; !process_has_ended(pid); waited++) {
		if (waited == KILL_PATIENCE) {
			warn("process %ld cannot be killed", (long)pid);
			return false;
		}
		poll(&children, 1, 1000);
	}
	return waitpid(pid, status, 0) == pid;
}

int process_kill(pid_t pid)
{
	int status;

	kill(-pid, SIGKILL);
	return process_wait_killed(pid, &status) ? status : SIGKILL;
}

static bool keep_output(struct listening *listening, const char *bytes, size_t length)
{
	const struct process *process = listening->process;
	struct process_result *result = listening->result;
	size_t room = process->output_limit - result->printed;
	size_t kept = length < room ? length : room;

	result->printed += kept;
	if (process->output)
		text_add_bytes(process->output, bytes, kept);
	if (process->log >= 0 && !descriptor_write(process->log, bytes, kept)) {
		result->ending = ENDED_WITHOUT_LOG;
		result->error = errno;
		return false;
	}
	if (kept < length) {
		result->ending = ENDED_PRINTING;
		return false;
	}
	return true;
}

/* Takes what is there to read; false when the process is to be ended. */
static bool read_output(struct listening *listening)
{
	struct pollfd *output = &listening->descriptors[LISTEN_OUTPUT];
	char bytes[64 * 1024];
	ssize_t count = read(output->fd, bytes, sizeof bytes);

	if (count > 0)
		return keep_output(listening, bytes, (size_t)count);
	if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
		close(output->fd);
		output->fd = -1; /* it printed all it will, and may still work */
	}
	return true;
}

/* Milliseconds until the limit, rounded up; 0 when it is over. */
static int time_left(const struct listening *listening)
{
	double left = listening->start + listening->process->limit - clock_seconds();

	return left <= 0 ? 0 : left > 1e6 ? 1000000000 : (int)ceil(1000 * left);
}

/* Waits for the process to end; false when it is to be ended. */
static bool listen_to(struct listening *listening)
{
	struct pollfd *descriptors = listening->descriptors;

	for (;;) {
		int left = time_left(listening);

		if (left == 0) {
			listening->result->ending = ENDED_AT_LIMIT;
			return false;
		}
		if (poll(descriptors, LISTEN_COUNT, left) < 0 && errno != EINTR)
			die("poll: %s", strerror(errno));
		if (descriptors[LISTEN_INTERRUPT].revents && interrupt_came()) {
			listening->result->ending = ENDED_INTERRUPTED;
			return false;
		}
		if (descriptors[LISTEN_OUTPUT].revents && !read_output(listening))
			return false;
		if (descriptors[LISTEN_END].revents && process_has_ended(listening->pid))
			return true;
	}
}

/* What was printed and not yet read; those who could print more are dead. */
static void read_rest(struct listening *listening)
{
	struct pollfd *output = &listening->descriptors[LISTEN_OUTPUT];

	while (output->fd >= 0 && poll(output, 1, 0) > 0 && read_output(listening))
		;
}

static void attend(struct listening *listening)
{
	struct process_result *result = listening->result;
	bool ended = listen_to(listening);

	result->status = process_kill(listening->pid);
	result->seconds = clock_seconds() - listening->start;
	if (ended || result->ending == ENDED_AT_LIMIT)
		read_rest(listening);
	if (listening->descriptors[LISTEN_OUTPUT].fd >= 0)
		close(listening->descriptors[LISTEN_OUTPUT].fd);
}

void process_run(const struct process *process, struct process_result *result)
{
	struct listening listening = { .process = process, .result = result };
	int ends[2];

	*result = (struct process_result){ .ending = ENDED_BY_ITSELF };
	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
		die("pipe: %s", strerror(errno));
	children_descriptor();      /* before there is a child */
	fcntl(ends[1], F_SETFL, 0); /* the child's end is as others are */
	clock_gettime(CLOCK_REALTIME, &result->start);
	listening.start = clock_seconds();
	listening.pid = spawn(process, ends[1]);
	close(ends[1]);
	if (listening.pid < 0) {
		*result = (struct process_result){ .ending = ENDED_NOT_STARTED, .error = errno };
		close(ends[0]);
		return;
	}
	listening.descriptors[LISTEN_OUTPUT] = (struct pollfd){ ends[0], POLLIN, 0 };
	listening.descriptors[LISTEN_END] = (struct pollfd){ children_descriptor(), POLLIN, 0 };
	listening.descriptors[LISTEN_INTERRUPT] =
		(struct pollfd){ process->is_cleanup ? -1 : interrupt_descriptor(), POLLIN, 0 };
	attend(&listening);
}

bool process_succeeded(const struct process_result *result)
{
	return result->ending == ENDED_BY_ITSELF && WIFEXITED(result->status) &&
	       WEXITSTATUS(result->status) == 0;
}
