/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * records - samples read as every verb reads them, and nothing done with them
 *
 *	records make SAMPLES >FILE    sample records as ingest writes them, always the same
 *	records read FILE             their number, and the sum of their values
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/program.h"

struct sum {
	unsigned long count;
	double values;
};

static void make(long samples)
{
	struct text out = TEXT_INIT;
	char source[64];

	for (long i = 0; i < samples; i++) {
		snprintf(source, sizeof source, "results/gvisor-kvm/fio-randread/%ld.log:17", i);
		sample_write(&out, &(struct sample){
					   .system = "gvisor-kvm",
					   .test = "fio-randread",
					   .run = (double)i,
					   .part = NAN,
					   .metric = "read.clat.p99",
					   .time = NAN,
					   .value = (double)(i * 7919 % 1000003) / 1e9,
					   .unit = "s",
					   .better = BETTER_LOWER,
					   .resolution = 1e-9,
					   .source = source,
				   });
		program_write_text(&out);
	}
	text_release(&out);
}

static void take(struct record *record, void *context)
{
	struct sum *sum = context;
	struct sample sample;

	if (record->kind != RECORD_SAMPLE || sample_read(&sample, record))
		return;
	sum->count++;
	sum->values += sample.value;
}

int main(int argc, char **argv)
{
	struct sum sum = { 0 };

	if (argc == 3 && strcmp(argv[1], "make") == 0) {
		make(atol(argv[2]));
	} else if (argc == 3 && strcmp(argv[1], "read") == 0) {
		program_read_records(argv + 2, take, &sum);
		printf("%lu %.17g\n", sum.count, sum.values);
	} else {
		fputs("usage: records make SAMPLES | records read FILE\n", stderr);
		return 2;
	}
	return program_end();
}
