/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_preflight - what engines say of a container that does not start, as they said it */
#include "run/engine/preflight.h"
#include "tests/unit/unit.h"

static void test_a_missing_runtime_a_missing_image_and_the_rest(void **state)
{
	static const char not_installed[] = "runtime kata-runtime is not installed";
	static const struct {
		const char *words;
		enum fitness fitness;
		const char *why; /* NULL: the words */
	} rows[] = {
		{ "docker: Error response from daemon: Unknown runtime specified kata-runtime.",
			UNAVAILABLE, not_installed },
		{ "docker: Error response from daemon: unknown or invalid runtime name: kata-runtime",
			UNAVAILABLE, not_installed },
		{ "docker: Error response from daemon: OCI runtime create failed: unable to retrieve OCI "
		  "runtime error (open /run/containerd/io.containerd.runtime.v2.task/moby/0/log.json: no "
		  "such file or directory): fork/exec /usr/bin/kata-runtime: no such file or directory: "
		  "unknown.",
			UNAVAILABLE, not_installed },
		{ "Error: default OCI runtime \"kata-runtime\" not found: invalid argument",
			UNAVAILABLE, not_installed },
		{ "docker: Error response from daemon: OCI runtime create failed: cgroups in hybrid mode "
		  "not supported, drop all controllers from cgroupv2: unknown.",
			UNAVAILABLE, NULL },
		{ "docker: Error response from daemon: OCI runtime start failed: starting container: setting "
		  "up network: creating interfaces from net namespace \"/proc/1/ns/net\": cannot run with "
		  "network enabled in root network namespace: unknown.",
			UNAVAILABLE, NULL },
		{ "docker: Error response from daemon: No such image: treeder/hello:sh.", NO_IMAGE,
			NULL },
		{ "Unable to find image 'treeder/hello:sh' locally", NO_IMAGE, NULL },
		{ "Error: treeder/hello:sh: image not known", NO_IMAGE, NULL },
		{ "", UNAVAILABLE, "it printed nothing" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text why = TEXT_INIT;

		assert_row(preflight_judge(rows[i].words, "kata-runtime", &why) == rows[i].fitness,
			rows[i].words);
		assert_text(why.data, rows[i].why ? rows[i].why : rows[i].words, rows[i].words);
		text_release(&why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_missing_runtime_a_missing_image_and_the_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
