#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# records - sample records read, and nothing done with them

subject "The pipe: sample records read"
say "What every verb does before its own work: lines are taken apart, and what a sample has is found (\`tests/bench/records.c\`). \`cjson\` is the loop that a
person would write with the library cJSON (\`tests/bench/cjson.c\`), which looks at two fields of each."

samples_of() { # count: the path of their records
	[ -e "$folder/$1.jsonl" ] || records make "$1" 1 >"$folder/$1.jsonl"
	echo "$folder/$1.jsonl"
}

read_samples() { # count
	echo "records read $(samples_of "$1")"
}

samples=$(size 2000000 200000 2000)
file=$(samples_of "$samples")
bytes=$(stat -c %s "$file")
work "$samples samples, $((bytes / 1000000)) MB: their sum" "records read $file"
peer cjson "cjson sum $file"
peer jq "jq -n -r 'reduce inputs as \$r ([0, 0]; [.[0] + 1, .[1] + \$r.value]) | \"\\(.[0]) \\(.[1])\"' $file"
peer mlr "mlr --ijsonl --onidx stats1 -a count,sum -f value $file"
bar "cjson's CPU time" "$(ratio cjson)" at-least 2 x
bar "bytes read in a second of processor time" "$(calculate "$bytes / a / 1e6" "$(time_of ours)")" at-least 0.5 GB/s
because "cJSON reads $(calculate "$bytes / a / 1e6" "$(time_of cjson)") GB/s here."
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 4 MiB

grow samples read_samples "$(size 20000 2000 200)" "$(size 200000 20000 2000)" "$(size 2000000 200000 20000)"
