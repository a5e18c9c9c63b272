#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# small-logs - a folder of many small logs, by one process and by several

subject "ingest: many small logs"
say "SYSTEM/TEST/RUN.log of eight tools, time and free to fio's report, every second one with a RUN.json. \`folder\` is the least that anybody must do: it opens,
reads and closes each file (\`tests/bench/folder.c\`); \`xargs\` has \`cat\` copy them, into a pipe: into a file \`cat\` lets the kernel do it. Ours writes seven records a log."

folder_of() { # logs: its path
	[ -e "$folder/results-$1" ] || folder make "$folder/results-$1" "$1"
	echo "$folder/results-$1"
}

ingest_folder() { # logs
	echo "benchpipe ingest $(folder_of "$1")"
}

logs=$(size 20000 2000 400)
logs_folder=$(folder_of "$logs")
copied="grep -c '\"metric\":\"write.throughput\"'"
files="sed 's/.*\"source\":\"//; s/:.*//' | sort -u | awk 'END { print 1.5 * NR }'"

work "$logs logs" "benchpipe ingest $logs_folder"
peer folder "folder read $logs_folder" "awk '{ print \$1 }'" "$files"
bar "CPU time, of opening, reading and closing them" "$(calculate '1 / a' "$(ratio folder)")" at-most 2 x
because "Half of it is the kernel's, which opens, reads and closes the files for us, too. To write the records, 34 MB of them, takes it an eighth of that again. The rest is shared by many: no function has a twentieth of it."
peer xargs "find $logs_folder -type f -print0 | xargs -0 cat | grep -c copied" "awk '{ print \$1 / 2 }'" "$copied"
bar "CPU time of find and xargs cat, through a pipe" "$(ratio xargs)" at-least 1 x
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 4 MiB

work "$logs logs, by two processes" "benchpipe ingest -j 2 $logs_folder"
peer benchpipe "benchpipe ingest $logs_folder"
bar "CPU time, of one process" "$(calculate '1 / a' "$(ratio benchpipe)")" at-most 1.2 x
holds "any number of processes writes the same bytes" \
	"benchpipe ingest $logs_folder >$folder/one && for jobs in 2 3 8; do benchpipe ingest -j \$jobs $logs_folder | cmp - $folder/one || exit; done"

grow logs ingest_folder "$(size 1000 200 80)" "$(size 10000 2000 400)" "$(size 100000 20000 800)"
say "Memory is in proportion to the names in one folder, and in those above it."
