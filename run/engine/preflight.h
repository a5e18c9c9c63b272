/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * preflight - whether a system can run a container at all, found out in seconds
 */
#ifndef RUN_ENGINE_PREFLIGHT_H
#define RUN_ENGINE_PREFLIGHT_H

#include "core/text.h"
#include "run/plan/setting.h"

enum fitness {
	FIT,
	UNAVAILABLE, /* its container did not start, or not well */
	HANGING,     /* it did not end in time, and was killed */
	NO_IMAGE,    /* nothing that the system is to blame for */
	INTERRUPTED, /* by the user */
};

/* Runs the experiment's preflight; says in why what is wrong. */
enum fitness preflight(
	const struct setting *setting, const struct experiment_system *system, struct text *why);

/* What the engine's last words about a container that did not start mean. */
enum fitness preflight_judge(const char *words, const char *runtime, struct text *why);

#endif
