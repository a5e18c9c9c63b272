/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docker - a container that did not start or was ended, as its engine says it
 *
 *	docker: Error response from daemon: Unknown runtime specified kata-nope.
 *	See 'docker run --help'.
 *
 *	docker: Error response from daemon: failed to create shim task: OCI runtime create failed: ...
 *		exec: "/nope": stat /nope: no such file or directory: unknown
 *	ERRO[0000] error waiting for container: context canceled
 *
 *	Unable to find image 'hello:sh' locally
 *	Status: Downloaded newer image for hello:sh
 *
 * Also podman, nerdctl, ctr and the OCI runtimes themselves.
 *
 * There is nothing to measure here: an error is a problem, and the time that a
 * shell prints next is that of a command that failed. A system that did not
 * start says nothing about the test; a container whose command is missing is a
 * test that failed.
 *
 * A pull counts as a failure too, though the container ran: the time printed
 * next holds the download, which must not be averaged with the other starts,
 * and the sink withholds the time of a failure.
 */
#include "ingest/formats/docker/image.h"
#include "ingest/log/format.h"

struct docker {
	bool failed;  /* nothing but afterwords came since the last failure */
	bool pulling; /* an image that a container needs */
};

/* What is kept of an error too long for a message: who says it, and the end, which says why. */
enum {
	BEGINNING = 100,
	END = 280,
};

/* The first of these that a failure's line contains says what it is; else nothing was run. */
static const struct {
	const char *text;
	enum problem_status status;
} causes[] = {
	{ "context deadline exceeded", PROBLEM_TIMED_OUT },
	{ "OOM-killed", PROBLEM_KILLED },
	/* The runtime, or a part of it, is what is missing here, ... */
	{ "unable to retrieve OCI runtime error", PROBLEM_NOT_RUN },
	{ "failed to start shim", PROBLEM_NOT_RUN },
	{ "fork/exec ", PROBLEM_NOT_RUN },
	{ "running hook", PROBLEM_NOT_RUN },
	/* ... and here the container's command. */
	{ "exec: ", PROBLEM_FAILED },
	{ "exec /", PROBLEM_FAILED },
	{ "exec user process caused", PROBLEM_FAILED },
	{ "executable file ", PROBLEM_FAILED },
	{ "error finding executable ", PROBLEM_FAILED },
	{ "process: failed to load ", PROBLEM_FAILED },
	{ "Container command ", PROBLEM_FAILED },
};

/* How a line begins with which a client or a runtime gives up. */
static const char *const openings[] = {
	"Cannot connect to the Docker daemon",
	"Error response from daemon: ",
	"FATA[",
	"FATAL ERROR: creating container: ",
	"FATAL ERROR: running container: ",
	"FATAL ERROR: starting container: ",
	"Got permission denied while trying to connect to the Docker daemon",
	"OCI runtime create failed: ",
	"OCI runtime exec failed: ",
	"OCI runtime start failed: ",
	"\"docker run\" requires at least ",
	"cannot enable tty mode on non tty input",
	"container_linux.go:",
	"error during connect: ",
	"oci runtime error: ",
	"permission denied while trying to connect to the Docker daemon",
	"permission denied while trying to connect to the docker API",
	"runc create failed: ",
	"runc run failed: ",
	"standard_init_linux.go:",
	"the input device is not a TTY",
	"unknown flag: -",
	"unknown shorthand flag: ",
	NULL,
};

/* How a line ends with which a shell, time or timeout says that the engine is not installed. */
#define MISSING(engine)                                                                           \
	": " engine ": command not found", ": " engine ": not found",                             \
		"command not found: " engine, "cannot run " engine ": No such file or directory", \
		"run command '" engine "': No such file or directory",                            \
		"run command \xE2\x80\x98" engine "\xE2\x80\x99: No such file or directory"
static const char *const missing_engines[] = {
	MISSING("docker"),
	MISSING("podman"),
	MISSING("nerdctl"),
	MISSING("ctr"),
	NULL,
};

/* What podman's "Error: ", with which any program may begin, is about. */
static const char *const podman_errors[] = {
	"OCI runtime ",
	"crun: ",
	"docker://",
	"name is already in use",
	"runc: ",
	"short-name ",
	NULL,
};

/* What makes a line of a Go program's log, ERRO[0000] or time="...", a failure. */
static const char *const log_errors[] = {
	" level=fatal ",
	"container_linux.go:",
	"error waiting for container: ",
	"runc create failed: ",
	"runc run failed: ",
	NULL,
};

/* What follows a failure that was reported, and adds nothing to it. */
static const char *const afterwords[] = {
	"ERRO[",
	"Error response from daemon: ", /* to the command that cleans up */
	"Run '",
	"See '",
	"Usage:",
	"time=\"",
	NULL,
};

/* What may be said around a container that is none the worse for it. */
static const char *const remarks[] = {
	"Error response from daemon: No such container: ", /* to remove, before a start */
	"Error: No such container: ",
	"WARNING: Published ports are discarded",
	"WARNING: The requested image's platform",
	"WARNING: Your kernel does not support",
	NULL,
};

static bool contains_any(struct slice text, const char *const *strings)
{
	for (; *strings; strings++)
		if (slice_contains(text, *strings))
			return true;
	return false;
}

static enum problem_status status_of(struct slice error)
{
	for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
		if (slice_contains(error, causes[i].text))
			return causes[i].status;
	return PROBLEM_NOT_RUN;
}

/*
 * The daemon's error behind its client's name. In a log that was pasted it may
 * stand on the line of the command, which then is not part of it.
 */
static bool find_daemon_error(struct slice text, struct slice *error)
{
	const char *start = slice_find(text, ": Error response from daemon: ");

	if (!start)
		return false;
	while (start > text.start && start[-1] != ' ')
		start--;
	*error = (struct slice){ start, text.end };
	return true;
}

/* "docker: invalid reference format", but not "docker: 28.2.2", "docker: Docker version ...". */
static bool is_client_error(struct slice text)
{
	uint64_t version;
	struct slice word;

	return (scan_text(&text, "docker: ") || scan_text(&text, "nerdctl: ") ||
		       scan_text(&text, "ctr: ")) &&
	       !scan_integer(&text, &version) && scan_word(&text, &word) &&
	       !slice_equals(word, "Docker") && !scan_end(&text);
}

static bool is_podman_error(struct slice text)
{
	return slice_starts_with(text, "Error: ") && contains_any(text, podman_errors);
}

static bool is_log_error(struct slice text)
{
	return (slice_starts_with(text, "ERRO[") || slice_starts_with(text, "time=\"")) &&
	       contains_any(text, log_errors);
}

/* What the container's first process says of a command that the kernel refuses. */
static bool is_exec_error(struct slice text)
{
	return slice_starts_with(text, "exec /") &&
	       (slice_ends_with(text, ": no such file or directory") ||
		       slice_ends_with(text, ": exec format error") ||
		       slice_ends_with(text, ": permission denied"));
}

/* Few lines are that of any missing tool. */
static bool is_missing_engine(struct slice text)
{
	return (slice_contains(text, "not found") || slice_contains(text, "No such file")) &&
	       slice_ends_with_any(text, missing_engines);
}

static bool find_error(struct slice text, struct slice *error)
{
	*error = text;
	return find_daemon_error(text, error) || is_client_error(text) || is_podman_error(text) ||
	       is_log_error(text) || is_exec_error(text) || slice_starts_with_any(text, openings) ||
	       is_missing_engine(text);
}

static void report(struct sink *sink, enum problem_status status, size_t line, struct slice error)
{
	if (slice_length(error) > BEGINNING + END)
		sink_add_problem(sink, status, line, "%.*s ... %.*s", BEGINNING, error.start, END,
			error.end - END);
	else
		sink_add_problem(sink, status, line, "%.*s", (int)slice_length(error), error.start);
}

static bool take_error(struct docker *docker, struct slice text, size_t line, struct sink *sink)
{
	struct slice error;

	if (!find_error(text, &error))
		return false;
	/* The newline before the client's afterword was lost. */
	if (slice_contains(error, " ERRO["))
		error.end = slice_find(error, " ERRO[");
	report(sink, status_of(error), line, error);
	*docker = (struct docker){ .failed = true };
	return true;
}

/* "web-1 exited with code 137": docker compose; a code above 128 is a signal's. */
static bool take_exit(struct slice text, size_t line, struct sink *sink)
{
	struct slice at = text;
	struct slice name;
	uint64_t code;

	if (!scan_word(&at, &name) || !scan_text(&at, " exited with code ") ||
		!scan_integer(&at, &code) || !scan_end(&at))
		return false;
	if (code)
		report(sink, code > 128 ? PROBLEM_KILLED : PROBLEM_FAILED, line, text);
	return true;
}

static bool take_pull(struct docker *docker, struct slice text, size_t line, struct sink *sink)
{
	enum pull pull = image_pull(text);

	if (pull == PULL_DONE && docker->pulling)
		sink_add_problem(sink, PROBLEM_FAILED, line,
			"the image was pulled first: the time is not the start's: %.*s",
			(int)slice_length(text), text.start);
	if (pull == PULL_MISSING || pull == PULL_DONE)
		docker->pulling = pull == PULL_MISSING;
	return pull != PULL_NONE;
}

static bool docker_line(void *state, const struct line *line, struct sink *sink)
{
	struct docker *docker = state;
	struct slice text = slice_trim(line->text);

	if (slice_starts_with_any(text, remarks) ||
		(docker->failed && slice_starts_with_any(text, afterwords)) ||
		take_error(docker, text, line->number, sink) ||
		take_exit(text, line->number, sink) || take_pull(docker, text, line->number, sink))
		return true;
	if (!slice_is_empty(text))
		docker->failed = false;
	return false;
}

static const char *const signs[] = {
	"daemon",
	"FATA[",
	"FATAL ERROR: ",
	"OCI runtime ",
	"oci runtime ",
	"docker",
	"cannot enable tty mode on non tty input",
	"_linux.go:",
	"error during connect: ",
	"runc ",
	"the input device is not a TTY",
	"unknown flag: -",
	"unknown shorthand flag: ",
	"command not found",
	"not found",
	"No such file",
	"nerdctl",
	"ctr: ",
	"Error: ",
	"ERRO[",
	"time=",
	"exec /",
	"WARNING: ",
	" exited with code ",
	"Unable to find image",
	"Trying to pull ",
	"Digest: sha256:",
	"Status: ",
	"Getting image source signatures",
	"Copying ",
	"Storing signatures",
	"Writing manifest to ",
	": Already exists",
	": Download",
	": Extracting",
	": Pull",
	": Retrying in ",
	": Verifying Checksum",
	": Waiting",
	" Pulling from ",
	NULL,
};

const struct format docker_format = {
	.name = "docker",
	.summary = "containers that did not start, as docker and its like say it",
	.state_size = sizeof(struct docker),
	.signs = signs,
	.line = docker_line,
};
