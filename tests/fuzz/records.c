/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * records - a fuzz target: any line read as a record, and by cJSON's tree alone
 *
 *	make fuzz && build-fuzz/tests/fuzz/records -max_total_time=600 CORPUS tests/logs/jsonl
 *
 * What must hold: no crash, and that both say the same (record_agreement.h).
 */
#include <stdint.h>
#include <stdio.h>

#include "tests/unit/record_agreement.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct record record; /* that has read other lines */
	struct slice rest = { (const char *)data, (const char *)data + size };
	struct slice line;

	while (scan_part(&rest, '\n', &line)) {
		bool is_flat;
		const char *differs = difference(&record, line, &is_flat);

		if (differs) {
			fprintf(stderr, "%s\n", differs);
			abort();
		}
	}
	return 0;
}
