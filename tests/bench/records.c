/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * records - samples read as every verb reads them, and nothing done with them
 *
 *	records make SAMPLES SYSTEMS >FILE    sample records as ingest writes them, always the same:
 *	                                      the first runs of all systems, the second, and so on
 *	records read FILE                     their number, and the sum of their values
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/program.h"
#include "tests/random.h"

struct sum {
	unsigned long count;
	double values;
};

static void make_sample(struct text *out, long system, long run, uint64_t *random)
{
	char name[32];
	char source[96];

	snprintf(name, sizeof name, "system-%ld", system);
	snprintf(source, sizeof source, "results/%s/fio-randread/%ld.log:17", name, run);
	sample_write(out, &(struct sample){
				  .system = name,
				  .test = "fio-randread",
				  .run = (double)run,
				  .part = NAN,
				  .metric = "read.clat.p99",
				  .time = NAN,
				  .value = (double)(1000000 + random_below(random, 100000)) / 1e9,
				  .unit = "s",
				  .better = BETTER_LOWER,
				  .resolution = 1e-9,
				  .source = source,
			  });
}

static void make(long samples, long systems)
{
	struct text out = TEXT_INIT;
	uint64_t random = 2;

	for (long i = 0; i < samples; i++) {
		make_sample(&out, i % systems, 1 + i / systems, &random);
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

	if (argc == 4 && strcmp(argv[1], "make") == 0 && atol(argv[3]) > 0) {
		make(atol(argv[2]), atol(argv[3]));
	} else if (argc == 3 && strcmp(argv[1], "read") == 0) {
		program_read_records(argv + 2, take, &sum);
		printf("%lu %.17g\n", sum.count, sum.values);
	} else {
		fputs("usage: records make SAMPLES SYSTEMS | records read FILE\n", stderr);
		return 2;
	}
	return program_end();
}
