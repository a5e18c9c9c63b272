#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fio-json - documents that fio writes with --output-format=json+, many and one of thousands of jobs

subject "fio's JSON"
say "As fio 3.33 prints it with \`--output-format=json+\`: 30 KB a job, most of it two histograms. Ours makes about sixty records of a file, each traced to its line.
\`json\` is a program that lets cJSON parse the same texts, and adds up two members of each job (\`tests/bench/json.c\`); what it makes is a tree."

many=$(size 2000 400 20)
mkdir "$folder/results"
for number in $(seq "$many"); do
	json make 1 "$number" >"$folder/results/$number.log"
done
jobs=$(size 2815 600 50)
json make "$jobs" 7 >"$folder/big.log"

# What all jobs read and wrote.
sum='jq -s "map(select(.metric == \"read.bytes\" or .metric == \"write.bytes\").value) | add"'
jq_sum='map(.read.io_bytes + .write.io_bytes) | add'
cat >"$folder/sum.py" <<'END'
import json, sys
total = 0
for path in sys.argv[1:]:
    with open(path) as file:
        for job in json.load(file)["jobs"]:
            total += job["read"]["io_bytes"] + job["write"]["io_bytes"]
print(total)
END

work "$many files of one job" "benchpipe ingest -j 1 $folder/results" "$sum"
peer json "json read $folder/results/*.log"
bar "speed, of that of cJSON's parser alone" "$(ratio json)" at-least 2 x
because "Of our time a third goes into the check that the text is JSON, and a fifth into the records, sixty of a file of 30 KB: \`json\` writes none."
peer jq "jq -n '[inputs.jobs | $jq_sum] | add' $folder/results/*.log"
peer python3 "python3 $folder/sum.py $folder/results/*.log"

bytes=$(stat -c %s "$folder/big.log")
work "one file of $jobs jobs, $((bytes / 1000000)) MB" "benchpipe ingest $folder/big.log" "$sum"
peer json "json read $folder/big.log"
bar "speed, of that of cJSON's parser alone" "$(ratio json)" at-least 2 x
bar "memory beyond the text" "$(calculate "(a - $bytes / 1024) / 1024" "$(memory_of ours)")" at-most 4 MiB
peer jq "jq '.jobs | $jq_sum' $folder/big.log"
peer python3 "python3 $folder/sum.py $folder/big.log"

make_document() { # jobs
	json make "$1" 3 >"$folder/$1.log"
	echo "benchpipe ingest $folder/$1.log"
}
# shellcheck disable=SC2046 # words
grow "jobs in a document" make_document $(size "30 300 3000" "30 300 1500" "1 10 100")
