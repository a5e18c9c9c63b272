/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json - a fuzz target: any bytes are JSON or not, and say the same to both readers
 *
 *	make fuzz && build-fuzz/tests/fuzz/json -max_total_time=600 CORPUS tests/logs/fio tests/logs/iperf3
 */
#include <stdlib.h>

#include "core/memory.h"
#include "tests/unit/json_agreement.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = memory_copy_bytes((const char *)data, size);

	if (!json_agrees((struct slice){ text, text + size }))
		abort();
	free(text);
	return 0;
}
