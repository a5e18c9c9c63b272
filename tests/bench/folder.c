/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * folder - a results folder of many small logs, and the least that reading it takes
 *
 *	folder make FOLDER LOGS    SYSTEM/TEST/RUN.log of eight tools, half of them with a RUN.json; always the same
 *	folder read FOLDER         opens, reads and closes every file of it; prints how many, and their bytes
 */
#include <fcntl.h>
#include <fts.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/random.h"

static uint64_t random_state = 1;

static double between(double low, double high)
{
	return low + (high - low) * ((double)(random_bits(&random_state) >> 11) / 9007199254740992);
}

static void write_time(FILE *log)
{
	fprintf(log, "Hello World!\n\nreal\t0m%.3fs\nuser\t0m%.3fs\nsys\t0m%.3fs\n",
		between(0.4, 0.6), between(0, 0.02), between(0, 0.02));
}

static void write_free(FILE *log)
{
	int used = (int)between(300, 900);

	fprintf(log,
		"               total        used        free      shared  buff/cache   available\n"
		"Mem:           24105 %11d %11d           8        4710 %11d\n"
		"Swap:              0           0           0\n",
		used, 19395 - used, 24105 - used);
}

static void write_dd(FILE *log)
{
	for (int part = 0; part < 2; part++) {
		double seconds = between(1, 4);

		fprintf(log,
			"1048576+0 records in\n1048576+0 records out\n"
			"268435456 bytes (268 MB, 256 MiB) copied, %.6g s, %.1f MB/s\n",
			seconds, 268.435456 / seconds);
	}
}

static void write_fio(FILE *log)
{
	int time = (int)between(4000, 5000);
	double rate = 1439 / (time / 1000.0);
	double latency = between(100, 200);

	fprintf(log,
		"mytest: (g=0): rw=read, bs=(R) 16.0KiB-16.0KiB, (W) 16.0KiB-16.0KiB, "
		"(T) 16.0KiB-16.0KiB, ioengine=psync, iodepth=1\n...\nfio-3.33\n"
		"Starting 8 threads\n\n"
		"mytest: (groupid=0, jobs=8): err= 0: pid=10: Sun Nov 22 21:54:57 2026\n"
		"  read: IOPS=%.1fk, BW=%.0fMiB/s (%.0fMB/s)(1439MiB/%dmsec)\n"
		"    clat (usec): min=25, max=7836, avg=%.2f, stdev=%.2f\n"
		"     lat (usec): min=25, max=7836, avg=%.2f, stdev=%.2f\n"
		"    clat percentiles (usec):\n"
		"     |  1.00th=[   43],  5.00th=[   53], 10.00th=[   62], 20.00th=[   76],\n"
		"     | 30.00th=[   87], 40.00th=[   96], 50.00th=[  105], 60.00th=[  115],\n"
		"     | 70.00th=[  125], 80.00th=[  139], 90.00th=[  161], 95.00th=[  190],\n"
		"     | 99.00th=[  449], 99.50th=[ 1336], 99.90th=[ 4359], 99.95th=[ 5276],\n"
		"     | 99.99th=[ 6915]\n",
		rate * 64 / 1000, rate, rate * 1.048576, time, latency, latency, latency + 0.1,
		latency);
	fprintf(log,
		"   bw (  KiB/s): min=262053, max=359744, per=99.97%%, avg=310898.50, "
		"stdev=6356.74, samples=16\n"
		"   iops        : min=16377, max=22484, avg=19430.50, stdev=397.38, samples=16\n"
		"  lat (usec)   : 50=2.72%%, 100=33.68%%, 250=40.99%%, 500=3.69%%, 750=9.35%%\n"
		"  cpu          : usr=0.12%%, sys=4.71%%, ctx=45765, majf=0, minf=0\n"
		"  IO depths    : 1=100.0%%, 2=0.0%%, 4=0.0%%, 8=0.0%%, 16=0.0%%, 32=0.0%%\n"
		"     issued rwts: total=92096,0,0,0 short=0,0,0,0 dropped=0,0,0,0\n"
		"     latency   : target=0, window=0, percentile=100.00%%, depth=1\n\n"
		"Run status group 0 (all jobs):\n"
		"   READ: bw=%.0fMiB/s (%.0fMB/s), %.0fMiB/s-%.0fMiB/s (%.0fMB/s-%.0fMB/s), "
		"io=1439MiB (1509MB), run=%d-%dmsec\n",
		rate, rate * 1.048576, rate, rate, rate * 1.048576, rate * 1.048576, time, time);
}

static void write_wget(FILE *log)
{
	double rate = between(100, 500);

	fprintf(log,
		"--2026-11-23 01:18:38--  http://127.0.0.1:9999/file.bin\n"
		"Connecting to 127.0.0.1:9999... connected.\n"
		"HTTP request sent, awaiting response... 200 OK\n"
		"Length: 8388608 (8.0M) [application/octet-stream]\n"
		"Saving to: 'file.bin'\n\n"
		"     0K ........ ........ ........ ........ ........ ........ 37%%  468M 0s\n"
		"  3072K ........ ........ ........ ........ ........ ........ 75%%  489M 0s\n"
		"  6144K ........ ........ ........ ........                  100%%  527M=0.02s\n\n"
		"2026-11-23 01:18:38 (%.0f MB/s) - 'file.bin' saved [8388608/8388608]\n\n",
		rate);
}

static void write_curl(FILE *log)
{
	fprintf(log,
		"  %% Total    %% Received %% Xferd  Average Speed   Time    Time     Time  Current\n"
		"                                 Dload  Upload   Total   Spent    Left  Speed\n"
		"\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0"
		"\r100  100M  100  100M    0     0   %.0fM      0 --:--:-- --:--:-- --:--:--  442M\n",
		between(100, 900));
}

static void write_iperf(FILE *log)
{
	double gigabytes = between(1, 9);

	fprintf(log,
		"------------------------------------------------------------\n"
		"Client connecting to 172.17.0.2, TCP port 9998\n"
		"TCP window size: 16.0 KByte (default)\n"
		"------------------------------------------------------------\n"
		"[  1] local 172.17.255.2 port 35498 connected with 172.17.0.2 port 9998\n"
		"[ ID] Interval       Transfer     Bandwidth\n"
		"[  1] 0.0000-5.0000 sec  %.2f GBytes  %.2f Gbits/sec\n",
		gigabytes, gigabytes * 1.073741824 * 8 / 5);
}

static void write_du(FILE *log)
{
	fprintf(log, "%.0f\tfiles\n", between(1e8, 2e8));
}

static const struct tool {
	const char *test;
	const char *command;
	void (*write)(FILE *log);
} tools[] = {
	{ "start-time", "time ./hello.sh", write_time },
	{ "memory", "free -m", write_free },
	{ "dd", "dd if=/dev/zero of=swapfile bs=256 count=1M", write_dd },
	{ "fio-read", "fio -filename=swapfile -direct=1 -rw=read -name=mytest", write_fio },
	{ "wget-to", "wget 127.0.0.1:9999/file.bin", write_wget },
	{ "curl-to", "curl -OL 127.0.0.1/file.bin", write_curl },
	{ "iperf-to", "iperf -c 172.17.0.2 -p 9998 -t 5", write_iperf },
	{ "storage", "du -sb files", write_du },
};
static const char *const systems[] = { "Kata", "Gvisor", "Gvisor-KVM", "Docker", "Host" };

enum {
	TOOLS = sizeof tools / sizeof *tools,
	SYSTEMS = sizeof systems / sizeof *systems,
};

static FILE *create(const char *folder, int run, const char *ending)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof path, "%s/%d.%s", folder, run, ending);
	file = fopen(path, "w");
	if (!file) {
		perror(path);
		exit(2);
	}
	return file;
}

static void make_run(const struct tool *tool, const char *folder, int run)
{
	FILE *log = create(folder, run, "log");
	FILE *companion;

	tool->write(log);
	fclose(log);
	if (run % 2)
		return;
	companion = create(folder, run, "json");
	fprintf(companion,
		"{\n  \"command\": \"%s\",\n  \"start\": \"2026-11-25T18:01:02Z\",\n"
		"  \"seconds\": %.2f,\n  \"exit_status\": 0,\n  \"timeout\": 600\n}\n",
		tool->command, between(1, 9));
	fclose(companion);
}

static void make(const char *root, int logs)
{
	char folder[2048];

	mkdir(root, 0777);
	for (int i = 0; i < SYSTEMS * TOOLS; i++) {
		const struct tool *tool = &tools[i % TOOLS];

		snprintf(folder, sizeof folder, "%s/%s", root, systems[i / TOOLS]);
		mkdir(folder, 0777);
		snprintf(folder, sizeof folder, "%s/%s/%s", root, systems[i / TOOLS], tool->test);
		mkdir(folder, 0777);
		for (int run = 1; run <= logs / (SYSTEMS * TOOLS); run++)
			make_run(tool, folder, run);
	}
}

static size_t read_file(const char *path)
{
	static char buffer[64 * 1024];
	int file = open(path, O_RDONLY);
	size_t bytes = 0;
	ssize_t count;

	while ((count = read(file, buffer, sizeof buffer)) > 0)
		bytes += (size_t)count;
	close(file);
	return bytes;
}

static void read_all(const char *root)
{
	char *const roots[] = { (char *)root, NULL };
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOSTAT, NULL);
	size_t files = 0, bytes = 0;
	FTSENT *entry;

	while (tree && (entry = fts_read(tree))) {
		if (entry->fts_info != FTS_F && entry->fts_info != FTS_NSOK)
			continue;
		bytes += read_file(entry->fts_accpath);
		files++;
	}
	printf("%zu files, %zu bytes\n", files, bytes);
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "make") == 0) {
		make(argv[2], (int)strtol(argv[3], NULL, 10));
	} else if (argc == 3 && strcmp(argv[1], "read") == 0) {
		read_all(argv[2]);
	} else {
		fputs("usage: folder make FOLDER LOGS | folder read FOLDER\n", stderr);
		return 2;
	}
	return 0;
}
