/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docker/image - the lines that docker and podman print while they pull an image */
#ifndef INGEST_FORMATS_DOCKER_IMAGE_H
#define INGEST_FORMATS_DOCKER_IMAGE_H

#include "core/scan.h"

enum pull {
	PULL_NONE,    /* no such line */
	PULL_MISSING, /* a container needs an image that is not here */
	PULL_STEP,
	PULL_DONE,
};

enum pull image_pull(struct slice line);

#endif
