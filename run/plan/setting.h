/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * setting - what is the same for all runs of an experiment
 *
 *	RESULTS/.run/          the runner's own, gone when it ends
 *	RESULTS/.run/host/     what commands on the host run in, emptied after each
 *	RESULTS/.run/server/   the same for servers on the host
 */
#ifndef RUN_PLAN_SETTING_H
#define RUN_PLAN_SETTING_H

#include "core/experiment.h"

struct setting {
	const struct experiment *experiment;
	const char *engine;       /* "docker", or what understands its commands */
	const char *image;        /* that IMAGE stands for */
	const char *host_address; /* of this host as containers see it; NULL: not known */
	const char *cpuset;       /* the CPUs that everything is bound to; NULL: all */
	const char *cache;        /* "keep" or "drop"; NULL: as each test has it */
	double timeout;           /* seconds of a run; NaN: as each test has it */
	double patience;          /* seconds that the engine, a preflight and a server have */
	double pause;             /* seconds between two runs */
	char id[9];               /* of these results, for names outside of them */
	char *folder;             /* RESULTS, an absolute path */
	char *scratch;
	char *work;
	char *server;
};

/*
 * The paths; results need not be there yet. work: where commands on the host
 * shall have their folder, if not in RESULTS; or NULL.
 */
void setting_init(struct setting *setting, const char *results, const char *work);
void setting_release(struct setting *setting);

/* What applies to a test. */
enum cache_policy setting_cache(const struct setting *setting, const struct experiment_test *test);
double setting_timeout(const struct setting *setting, const struct experiment_test *test);

#endif
