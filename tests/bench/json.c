/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json - documents as fio 3.33 prints them for json+, and cJSON's parser alone
 *
 *	json make JOBS SEED >FILE   a document of so many jobs, each with its histograms
 *	json read FILE...           the bytes read and written by all jobs, from cJSON's trees
 *
 * Each job reads and writes, in the layout, with the members and about the
 * number of bins that fio prints. read does no more than parse and add up.
 */
#include <cjson/cJSON.h>
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/random.h"

enum {
	FIRST_BIN = 640, /* 33 us */
	BINS = 420,      /* up to 3 ms */
	BLOCK = 16384,   /* bytes of an I/O */
};

static const double percentiles[] = { 1, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99, 99.5, 99.9,
	99.95, 99.99 };

/* The middle of a bin of fio's, in ns (fio's stat.c, plat_idx_to_val). */
static uint64_t bin_value(int bin)
{
	int shift = bin / 64 - 1;

	return (UINT64_C(1) << (shift + 6)) +
	       (2 * (uint64_t)(bin % 64) + 1) * (UINT64_C(1) << shift) / 2;
}

struct histogram {
	unsigned counts[BINS];
	uint64_t count;
	double mean;
};

/* Many around a tenth of the range, ever fewer above. */
static void fill(struct histogram *histogram, uint64_t *random)
{
	double sum = 0;

	histogram->count = 0;
	for (int i = 0; i < BINS; i++) {
		double share = exp(-pow(log((double)(i + 1) / 60), 2));

		histogram->counts[i] = 1 + (unsigned)(share * (double)(random_bits(random) % 4000));
		histogram->count += histogram->counts[i];
		sum += (double)histogram->counts[i] * (double)bin_value(FIRST_BIN + i);
	}
	histogram->mean = sum / (double)histogram->count;
}

static uint64_t percentile(const struct histogram *histogram, double percent)
{
	double rank = ceil(percent / 100 * (double)histogram->count);
	int bin = 0;

	for (double seen = histogram->counts[0]; seen < rank; seen += histogram->counts[++bin])
		;
	return bin_value(FIRST_BIN + bin);
}

static void print_histogram(const struct histogram *histogram)
{
	size_t count = sizeof percentiles / sizeof *percentiles;

	printf(",\n          \"percentile\" : {\n");
	for (size_t i = 0; i < count; i++)
		printf("            \"%.6f\" : %llu%s\n", percentiles[i],
			(unsigned long long)percentile(histogram, percentiles[i]),
			i + 1 < count ? "," : "");
	printf("          },\n          \"bins\" : {\n");
	for (int i = 0; i < BINS; i++)
		printf("            \"%llu\" : %u%s\n",
			(unsigned long long)bin_value(FIRST_BIN + i), histogram->counts[i],
			i + 1 < BINS ? "," : "");
	printf("          }");
}

static void print_latency(const char *name, double mean, double range, uint64_t count,
	const struct histogram *histogram)
{
	printf("        \"%s\" : {\n          \"min\" : %.0f,\n          \"max\" : %.0f,\n", name,
		floor(mean / range), floor(mean * range));
	printf("          \"mean\" : %.6f,\n          \"stddev\" : %.6f,\n          \"N\" : %llu",
		mean, mean / 3, (unsigned long long)count);
	if (histogram)
		print_histogram(histogram);
	printf("\n        },\n");
}

static void print_direction(const char *name, const struct histogram *histogram)
{
	uint64_t count = histogram ? histogram->count : 0;
	double mean = histogram ? histogram->mean : 0;
	double runtime = ceil((double)count * mean / 1e6);
	double rate = count ? (double)count * 1e3 / runtime : 0;

	printf("      \"%s\" : {\n        \"io_bytes\" : %llu,\n        \"io_kbytes\" : %llu,\n",
		name, (unsigned long long)count * BLOCK, (unsigned long long)count * BLOCK / 1024);
	printf("        \"bw_bytes\" : %.0f,\n        \"bw\" : %.0f,\n        \"iops\" : %.6f,\n",
		floor(rate * BLOCK), floor(rate * BLOCK / 1024), rate);
	printf("        \"runtime\" : %.0f,\n        \"total_ios\" : %llu,\n", runtime,
		(unsigned long long)count);
	printf("        \"short_ios\" : 0,\n        \"drop_ios\" : 0,\n");
	print_latency("slat_ns", 0, 1, 0, NULL);
	print_latency("clat_ns", mean, 4, count, histogram);
	print_latency("lat_ns", mean * 1.01, 4, count, NULL);
	printf("        \"bw_min\" : %.0f,\n        \"bw_max\" : %.0f,\n", floor(rate * 15),
		floor(rate * 17));
	printf("        \"bw_agg\" : %.6f,\n        \"bw_mean\" : %.6f,\n        \"bw_dev\" : %.6f,\n",
		count ? 100.0 : 0, rate * 16, rate);
	printf("        \"bw_samples\" : %d,\n        \"iops_min\" : %.0f,\n", count ? 119 : 0,
		rate);
	printf("        \"iops_max\" : %.0f,\n        \"iops_mean\" : %.6f,\n", rate, rate);
	printf("        \"iops_stddev\" : %.6f,\n        \"iops_samples\" : %d\n      },\n",
		rate / 9, count ? 119 : 0);
}

/* Of 100 percent in bins, all in one. */
static void print_shares(const char *name, const char *bins, int full, const char *end)
{
	printf("      \"%s\" : {\n", name);
	for (int i = 0; *bins; i++) {
		size_t length = strcspn(bins, " ");

		printf("        \"%.*s\" : %.6f%s\n", (int)length, bins, i == full ? 100.0 : 0.0,
			bins[length] ? "," : "");
		bins += length + (bins[length] == ' ');
	}
	printf("      }%s\n", end);
}

static void print_job(int number, uint64_t *random)
{
	struct histogram reads, writes;

	fill(&reads, random);
	fill(&writes, random);
	printf("    {\n      \"jobname\" : \"mytest\",\n      \"groupid\" : 0,\n      \"error\" : 0,\n");
	printf("      \"eta\" : 0,\n      \"elapsed\" : 61,\n      \"job options\" : {\n");
	printf("        \"name\" : \"mytest\",\n        \"filename\" : \"swapfile.%d\"\n      },\n",
		number);
	print_direction("read", &reads);
	print_direction("write", &writes);
	print_direction("trim", NULL);
	printf("      \"sync\" : {\n        \"total_ios\" : 0,\n        \"lat_ns\" : {\n");
	printf("          \"min\" : 0,\n          \"max\" : 0,\n          \"mean\" : 0.000000,\n");
	printf("          \"stddev\" : 0.000000,\n          \"N\" : 0\n        }\n      },\n");
	printf("      \"job_runtime\" : 60000,\n      \"usr_cpu\" : 2.%06d,\n", number % 1000000);
	printf("      \"sys_cpu\" : 11.386364,\n      \"ctx\" : %llu,\n      \"majf\" : 0,\n",
		(unsigned long long)(reads.count + writes.count));
	printf("      \"minf\" : 4,\n");
	print_shares("iodepth_level", "1 2 4 8 16 32 >=64", 0, ",");
	print_shares("iodepth_submit", "0 4 8 16 32 64 >=64", 1, ",");
	print_shares("iodepth_complete", "0 4 8 16 32 64 >=64", 1, ",");
	print_shares("latency_ns", "2 4 10 20 50 100 250 500 750 1000", -1, ",");
	print_shares("latency_us", "2 4 10 20 50 100 250 500 750 1000", 6, ",");
	print_shares("latency_ms", "2 4 10 20 50 100 250 500 750 1000 2000 >=2000", -1, ",");
	printf("      \"latency_depth\" : 1,\n      \"latency_target\" : 0,\n");
	printf("      \"latency_percentile\" : 100.000000,\n      \"latency_window\" : 0\n    }");
}

static void make(int jobs, uint64_t seed)
{
	printf("{\n  \"fio version\" : \"fio-3.33\",\n  \"timestamp\" : 1795396075,\n");
	printf("  \"timestamp_ms\" : 1795396075007,\n  \"time\" : \"Mon Nov 23 01:07:55 2026\",\n");
	printf("  \"global options\" : {\n    \"direct\" : \"1\",\n    \"bs\" : \"16k\"\n  },\n");
	printf("  \"jobs\" : [\n");
	for (int i = 0; i < jobs; i++) {
		print_job(i, &seed);
		printf("%s\n", i + 1 < jobs ? "," : "");
	}
	printf("  ]\n}\n");
}

/* The whole file; NULL when it cannot be read. */
static char *read_file(const char *path, size_t *size)
{
	int file = open(path, O_RDONLY);
	struct stat status;
	char *bytes;

	if (file < 0 || fstat(file, &status) != 0 || !(bytes = malloc((size_t)status.st_size)))
		return NULL;
	*size = 0;
	for (ssize_t count;
		(count = read(file, bytes + *size, (size_t)status.st_size - *size)) > 0;)
		*size += (size_t)count;
	close(file);
	return bytes;
}

static double bytes_of(const cJSON *job, const char *direction)
{
	const cJSON *object = cJSON_GetObjectItemCaseSensitive(job, direction);

	return cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(object, "io_bytes"));
}

static int read_all(char **paths)
{
	double sum = 0;

	for (; *paths; paths++) {
		size_t size = 0;
		char *text = read_file(*paths, &size);
		cJSON *tree = text ? cJSON_ParseWithLength(text, size) : NULL;
		const cJSON *job;

		if (!tree)
			return 1;
		cJSON_ArrayForEach(job, cJSON_GetObjectItemCaseSensitive(tree, "jobs"))
			sum += bytes_of(job, "read") + bytes_of(job, "write");
		cJSON_Delete(tree);
		free(text);
	}
	printf("%.0f\n", sum);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "make") == 0) {
		make((int)strtol(argv[2], NULL, 10), strtoull(argv[3], NULL, 10));
		return 0;
	}
	if (argc > 2 && strcmp(argv[1], "read") == 0)
		return read_all(argv + 2);
	fputs("usage: json make JOBS SEED | json read FILE...\n", stderr);
	return 2;
}
