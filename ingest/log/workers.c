/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workers - processes that share work, whose output is that of one that does it all in turn
 *
 * Parcels lie in a socket that all workers take them from, one a message. Each
 * worker has a pipe back, in which its parcels are in order. So the parcel whose
 * turn it is comes next out of one of the pipes, or is not taken yet; in no case
 * does a worker that waits keep it from coming.
 */
#include "ingest/log/workers.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/memory.h"
#include "core/message.h"

enum {
	BUFFER = sizeof(struct frame) + FRAME_LIMIT, /* holds any frame */
	PIPE_SIZE = 1024 * 1024, /* how far a worker may be ahead, where the system allows it */
};

struct worker {
	pid_t process;
	int descriptor; /* -1: it has ended */
	char *reading;  /* the path of what it reads, which it writes there */
	char *buffer;
	size_t start; /* of what is not passed on yet */
	size_t end;
};

struct workers {
	const struct workers_job *job;
	struct worker *items;
	size_t count;
	struct pollfd *polled; /* one more than there are workers */
	int parcels;
	bool is_over; /* no more parcels will come */
	uint64_t given;
	uint64_t passed;
	struct text message;
};

size_t workers_processors(void)
{
	cpu_set_t set;
	int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;

	return count < WORKERS_MOST ? (size_t)count : WORKERS_MOST;
}

/* What a worker does, until there are no more parcels. */
static void work(const struct workers_job *job, int parcels, int pipe, char *reading)
{
	char *message = memory_resize(NULL, sizeof(uint64_t) + PARCEL_LIMIT, 1);
	struct worker_output output = {
		.descriptor = pipe,
		.pending = TEXT_INIT,
		.reading = reading,
	};
	ssize_t length;

	worker_hand_over_messages(&output);
	while ((length = recv(parcels, message, sizeof(uint64_t) + PARCEL_LIMIT, 0)) != 0) {
		if (length < 0 && errno == EINTR)
			continue;
		if (length < 0)
			die("a worker gets no work: %s", strerror(errno));
		memcpy(&output.parcel, message, sizeof output.parcel);
		job->work((struct slice){ message + sizeof(uint64_t), message + length }, &output,
			job->context);
		worker_finish(&output);
	}
	text_release(&output.pending);
	free(message);
}

/* A worker does not outlive the first process, whatever it waits for. */
static void follow(pid_t first)
{
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != first)
		_exit(EXIT_DATA);
}

static void release(struct workers *workers)
{
	for (size_t i = 0; i < workers->count; i++) {
		munmap(workers->items[i].reading, READING_SIZE);
		free(workers->items[i].buffer);
	}
	free(workers->items);
	free(workers->polled);
	text_release(&workers->message);
	free(workers);
}

static void start_worker(struct workers *workers, int parcels)
{
	struct worker *worker = &workers->items[workers->count];
	pid_t first = getpid();
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		die("a worker's pipe: %s", strerror(errno));
	fcntl(ends[1], F_SETPIPE_SZ, PIPE_SIZE);
	worker->reading = mmap(
		NULL, READING_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (worker->reading == MAP_FAILED)
		die("memory shared with a worker: %s", strerror(errno));
	worker->process = fork();
	if (worker->process < 0)
		die("a worker cannot be started: %s", strerror(errno));
	if (worker->process == 0) {
		follow(first);
		close(workers->parcels);
		work(workers->job, parcels, ends[1], worker->reading);
		release(workers);
		_exit(EXIT_FINE);
	}
	close(ends[1]);
	worker->descriptor = ends[0];
	worker->buffer = memory_resize(NULL, BUFFER, 1);
	workers->count++;
}

struct workers *workers_start(size_t count, const struct workers_job *job)
{
	struct workers *workers = memory_allocate(1, sizeof *workers);
	int ends[2];

	signal(SIGCHLD,
		SIG_DFL); /* ours even if the caller ignored it: how workers end must be known */
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
		die("a socket for workers: %s", strerror(errno));
	workers->job = job;
	workers->parcels = ends[0];
	workers->message = (struct text)TEXT_INIT;
	workers->items = memory_allocate(count, sizeof *workers->items);
	workers->polled = memory_allocate(count + 1, sizeof *workers->polled);
	while (workers->count < count)
		start_worker(workers, ends[1]);
	close(ends[1]);
	return workers;
}

/* The frame that the worker's buffer begins with, if it is whole. */
static bool next_frame(const struct worker *worker, struct frame *frame)
{
	size_t length = worker->end - worker->start;

	if (length < sizeof *frame)
		return false;
	memcpy(frame, worker->buffer + worker->start, sizeof *frame);
	return length >= sizeof *frame + frame->length;
}

/* Passes on what the worker has sent of the parcels whose turn it is. */
static void pass_on(struct workers *workers, struct worker *worker)
{
	struct frame frame;

	while (next_frame(worker, &frame) && frame.parcel == workers->passed) {
		const char *bytes = worker->buffer + worker->start + sizeof frame;

		worker->start += sizeof frame + frame.length;
		if (frame.kind == FRAME_TEXT)
			workers->job->write(bytes, frame.length);
		else if (frame.kind == FRAME_DONE)
			workers->passed++;
		else
			message_repeat((enum message_kind)(frame.kind - FRAME_MESSAGE), bytes);
	}
}

static void pass_on_all(struct workers *workers)
{
	uint64_t before;

	do {
		before = workers->passed;
		for (size_t i = 0; i < workers->count; i++)
			pass_on(workers, &workers->items[i]);
	} while (workers->passed != before);
}

static void check_end(const struct workers *workers, const struct worker *worker)
{
	int status;

	while (waitpid(worker->process, &status, 0) < 0)
		if (errno != EINTR)
			die("a worker: %s", strerror(errno));
	if (WIFSIGNALED(status))
		die("a worker was ended by signal %d (%s)%s%s: not all was read", WTERMSIG(status),
			strsignal(WTERMSIG(status)), *worker->reading ? " while it read " : "",
			worker->reading);
	if (WEXITSTATUS(status) != EXIT_FINE || !workers->is_over)
		die("a worker ended with exit status %d: not all was read", WEXITSTATUS(status));
}

/* Reads what the worker has sent, behind what is left of it. */
static void fill(struct workers *workers, struct worker *worker)
{
	ssize_t count;

	memmove(worker->buffer, worker->buffer + worker->start, worker->end - worker->start);
	worker->end -= worker->start;
	worker->start = 0;
	count = read(worker->descriptor, worker->buffer + worker->end, BUFFER - worker->end);
	if (count < 0 && errno != EINTR)
		die("a worker's pipe: %s", strerror(errno));
	if (count > 0)
		worker->end += (size_t)count;
	if (count != 0)
		return;
	check_end(workers, worker);
	close(worker->descriptor);
	worker->descriptor = -1;
}

/* Waits until a worker whose turn it may be has sent something, or (to_give) one may take a parcel. */
static void wait_for_any(struct workers *workers, bool to_give)
{
	struct pollfd *polled = workers->polled;
	struct frame ahead;

	pass_on_all(workers);
	for (size_t i = 0; i < workers->count; i++) {
		bool is_ahead = next_frame(&workers->items[i], &ahead);

		polled[i].fd = is_ahead ? -1 : workers->items[i].descriptor;
		polled[i].events = POLLIN;
	}
	polled[workers->count].fd = to_give ? workers->parcels : -1;
	polled[workers->count].events = POLLOUT;
	if (poll(polled, workers->count + 1, -1) < 0) {
		if (errno != EINTR)
			die("workers: %s", strerror(errno));
		return;
	}
	for (size_t i = 0; i < workers->count; i++)
		if (polled[i].fd >= 0 && polled[i].revents)
			fill(workers, &workers->items[i]);
	pass_on_all(workers);
}

void workers_give(struct workers *workers, const struct text *parcel)
{
	struct text *message = &workers->message;

	text_clear(message);
	text_add_bytes(message, (const char *)&workers->given, sizeof workers->given);
	text_add_bytes(message, parcel->data, parcel->length);
	while (send(workers->parcels, message->data, message->length, MSG_DONTWAIT | MSG_NOSIGNAL) <
		0) {
		if (errno != EAGAIN && errno != EINTR && errno != EPIPE)
			die("a worker cannot be given work: %s", strerror(errno));
		wait_for_any(workers, true);
	}
	workers->given++;
}

void workers_settle(struct workers *workers)
{
	while (workers->passed < workers->given)
		wait_for_any(workers, false);
}

static bool all_ended(const struct workers *workers)
{
	for (size_t i = 0; i < workers->count; i++)
		if (workers->items[i].descriptor >= 0)
			return false;
	return true;
}

void workers_end(struct workers *workers)
{
	workers_settle(workers);
	workers->is_over = true;
	close(workers->parcels);
	while (!all_ended(workers))
		wait_for_any(workers, false);
	release(workers);
}
