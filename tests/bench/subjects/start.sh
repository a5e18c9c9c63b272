#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# start - what it takes a verb to begin and to end

subject "Start-up"
say "A verb is a program of its own, which \`benchpipe\` becomes. \`nothing\` is a program in C that ends at once (\`tests/bench/nothing.c\`); each is run many times."

times=$(size 200 100 5)
log=$folder/1.log
printf '16777216 bytes (17 MB, 16 MiB) copied, 0.0868265 s, 193 MB/s\n' >"$log"

work "ingest of one small log" "benchpipe ingest $log" "echo"
peer nothing nothing "echo"
bar "CPU time, of the program that does nothing" "$(calculate '1 / a' "$(ratio nothing)")" at-most 3 x
because "Half of it is the kernel's, which loads two programs, and the loader's, which loads five libraries."

work "the same without the front door" "$build/libexec/benchpipe/ingest $log" "echo"
peer nothing nothing "echo"
bar "CPU time, of the program that does nothing" "$(calculate '1 / a' "$(ratio nothing)")" at-most 3 x

benchpipe ingest "$log" >"$folder/samples.jsonl"
work "stats of its samples" "benchpipe stats $folder/samples.jsonl" "echo"
peer nothing nothing "echo"
bar "CPU time, of the program that does nothing" "$(calculate '1 / a' "$(ratio nothing)")" at-most 3 x
times=1
