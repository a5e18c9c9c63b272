/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * docker/image - the lines that docker and podman print while they pull an image
 *
 *	Unable to find image 'hello:sh' locally
 *	hello:sh: Pulling from bench/hello
 *	0a1b2c3d4e5f: Pull complete
 *	Digest: sha256:...
 *	Status: Downloaded newer image for hello:sh
 */
#include "ingest/formats/docker/image.h"

static const struct {
	const char *opening;
	enum pull pull;
} lines[] = {
	{ "Unable to find image '", PULL_MISSING },
	{ "Trying to pull ", PULL_MISSING },
	{ "Digest: sha256:", PULL_STEP },
	{ "Status: Image is up to date for ", PULL_STEP },
	{ "Getting image source signatures", PULL_STEP },
	{ "Copying blob ", PULL_STEP },
	{ "Copying config ", PULL_STEP },
	{ "Storing signatures", PULL_STEP },
	{ "Status: Downloaded newer image for ", PULL_DONE },
	{ "Writing manifest to image destination", PULL_DONE },
};

static const char *const layer_steps[] = {
	": Already exists",
	": Download complete",
	": Downloading",
	": Extracting",
	": Pull complete",
	": Pulling fs layer",
	": Retrying in ",
	": Verifying Checksum",
	": Waiting",
	NULL,
};

static bool is_hexadecimal(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* A layer's short id, and how far it is. */
static bool is_layer_step(struct slice line)
{
	enum { ID_LENGTH = 12 };
	struct slice at = line;

	while (!slice_is_empty(at) && is_hexadecimal(*at.start))
		at.start++;
	if (at.start - line.start != ID_LENGTH)
		return false;
	for (const char *const *step = layer_steps; *step; step++)
		if (slice_starts_with(at, *step))
			return true;
	return false;
}

enum pull image_pull(struct slice line)
{
	struct slice at = line;
	struct slice tag;

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (slice_starts_with(line, lines[i].opening))
			return lines[i].pull;
	if (is_layer_step(line) || (scan_word(&at, &tag) && scan_text(&at, " Pulling from ")))
		return PULL_STEP;
	return PULL_NONE;
}
