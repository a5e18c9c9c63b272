#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# small-logs - a folder of many small logs

subject "ingest: many small logs"
make_logs() { # count, folder
	awk -v count="$1" -v folder="$2" 'BEGIN {
		srand(1)
		for (i = 0; i < count; i++) {
			path = sprintf("%s/system%d/test%d", folder, i % 4, int(i / 4) % 10)
			if (i < 40)
				system("mkdir -p " path)
			file = path "/" int(i / 40) + 1 ".log"
			seconds = sprintf("%.6g", 1 + rand() / 10)
			printf "262144+0 records in\n262144+0 records out\n" >file
			printf "67108864 bytes (67 MB, 64 MiB) copied, %s s, %.1f MB/s\n", seconds, 67.108864 / seconds >file
			close(file)
		}
	}'
}
logs=$(size 20000 2000 100)
make_logs "$logs" "$folder/results"

work "$logs logs of dd" "benchpipe ingest $folder/results" "grep -c '\"metric\":\"throughput\"'"
peer xargs "find $folder/results -name '*.log' -print0 | xargs -0 cat" "grep -c copied"
peer mawk "find $folder/results -name '*.log' -print0 | xargs -0 mawk '/copied/ { split(\$0, f, /, /); print \$1 / (f[3] + 0) }'" "grep -c ."
bar "CPU time of find and xargs cat" "$(ratio xargs)" at-least 1 x
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 4 MiB
