#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# stats - summaries of sample records

subject "stats: summaries of sample records"
samples=$(size 1000000 100000 2000)
awk -v samples="$samples" 'BEGIN {
	srand(2)
	for (i = 1; i <= samples; i++)
		printf "{\"kind\":\"sample\",\"system\":\"s%d\",\"test\":\"t\",\"run\":%d,\"metric\":\"real\",\"value\":%.6f,\"unit\":\"s\",\"better\":\"lower\"}\n",
			i % 20, i, 1 + rand()
}' >"$folder/samples.jsonl"
cat >"$folder/means.jq" <<'END'
reduce inputs as $r ({}; .[$r.system] |= [(.[0] // 0) + $r.value, (.[1] // 0) + 1])
| to_entries[] | "\(.key) \(.value[0] / .value[1])"
END
cat >"$folder/means.py" <<'END'
import collections, json, sys
groups = collections.defaultdict(list)
for line in open(sys.argv[1]):
    record = json.loads(line)
    groups[record["system"]].append(record["value"])
for system, values in groups.items():
    print(system, sum(values) / len(values))
END

work "$samples samples in 20 groups: means" "benchpipe stats $folder/samples.jsonl" \
	"jq -r 'select(.kind == \"summary\") | \"\\(.system) \\(.mean)\"' | sort"
peer jq "jq -n -r -f $folder/means.jq $folder/samples.jsonl" sort
peer mlr "mlr --ijsonl --onidx stats1 -a mean -f value -g system $folder/samples.jsonl" sort
peer python3 "python3 $folder/means.py $folder/samples.jsonl" sort
bar "jq's CPU time" "$(ratio jq)" at-least 10 x
bar "mlr's" "$(ratio mlr)" at-least 10 x
