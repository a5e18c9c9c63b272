#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# stats - summaries of sample records

subject "stats: summaries of sample records"
say "Records as \`ingest\` writes them, of 200 systems by turns (\`tests/bench/records.c\`): of about 210 bytes, where those of \`sample-data/captured\` have 231 on average. A summary has
mean, variance, median, extremes, an interval, a verdict with its reasons, and lists every value and where it is from, which none of the peers does. \`cjson\` is the loop that a person
would write with the library cJSON (\`tests/bench/cjson.c\`): it looks at two fields of each record, and makes means of them."

samples_of() { # count: the path of so many
	[ -e "$folder/$1.jsonl" ] || records make "$1" 200 >"$folder/$1.jsonl"
	echo "$folder/$1.jsonl"
}

summarise() { # count
	echo "benchpipe stats $(samples_of "$1")"
}

cat >"$folder/means.jq" <<'END_OF_JQ'
reduce inputs as $r ({}; .[$r.system] |= [(.[0] // 0) + $r.value, (.[1] // 0) + 1])
| to_entries[] | "\(.key) \(.value[0] / .value[1])"
END_OF_JQ
cat >"$folder/medians.py" <<'END_OF_PYTHON'
import collections, json, statistics, sys
groups = collections.defaultdict(list)
for line in open(sys.argv[1]):
    record = json.loads(line)
    groups[record["system"]].append(record["value"])
for system, values in groups.items():
    mean = sum(values) / len(values)
    variance = sum((value - mean) ** 2 for value in values) / (len(values) - 1)
    print(system, mean, variance, statistics.median(values))
END_OF_PYTHON
cat >"$folder/medians.R" <<'END_OF_R'
lines <- readLines(commandArgs(TRUE)[1])
system <- sub('.*"system":"([^"]*)".*', "\\1", lines)
value <- as.numeric(sub('.*"value":([^,]*),.*', "\\1", lines))
for (name in unique(system)) {
	x <- value[system == name]
	cat(name, format(mean(x), digits = 15), format(var(x), digits = 15), format(median(x), digits = 15), "\n")
}
END_OF_R
samples=$(size 1000000 100000 2000)
whole=$(samples_of "$samples")
bytes=$(stat -c %s "$whole")
means="jq -r 'select(.kind == \"summary\") | \"\\(.system) \\(.mean)\"' | sort"
medians="jq -r 'select(.kind == \"summary\") | \"\\(.system) \\(.mean) \\(.variance) \\(.median)\"' | sort"
work "$samples samples in 200 groups: mean, variance, median" "benchpipe stats $whole" "$medians"
peer cjson "cjson means $whole" sort "$means"
bar "cjson's CPU time, of means alone" "$(ratio cjson)" at-least 2 x
peer mlr "mlr --ijsonl --onidx stats1 -i -a mean,var,p50 -f value -g system $whole" sort
bar "mlr's CPU time" "$(ratio mlr)" at-least 10 x
peer jq "jq -n -r -f $folder/means.jq $whole" sort "$means"
bar "jq's, of means alone" "$(ratio jq)" at-least 10 x
bar "bytes read in a second of processor time" "$(calculate "$bytes / a / 1e6" "$(time_of ours)")" at-least 0.5 GB/s
because "Reading is nearly half of it (the subject records): the rest is judging, and writing every value with where it is from."
peer python3 "python3 $folder/medians.py $whole" sort
peer datamash "sed 's/.*\"system\":\"\\([^\"]*\\)\".*\"value\":\\([^,]*\\),.*/\\1 \\2/' $whole | datamash -W -s -g 1 mean 2 svar 2 median 2" "tr '\t' ' ' | sort"
say "\`datamash\` reads no JSON: \`sed\` takes the two fields out for it, for which it takes most of the time."

beside=$(time_of ours)
partials=
split -n l/4 "$whole" "$folder/part."
for part in "$folder"/part.a?; do
	benchpipe stats --partial "$part" >"$part.partial"
	partials="$partials $part.partial"
	rm "$part"
done
work "the same samples, in partials of four parts" "benchpipe merge$partials"
alone
bar "merge's CPU time beside that of stats" "$(calculate 'a / b' "$(time_of ours)" "$beside")" at-most 1 x

few=$(size 100000 20000 2000)
part=$(samples_of "$few")
cat >"$folder/medians.sql" <<END_OF_SQL
create table lines (line);
.mode ascii
.separator "\\001" "\\n"
.import $part lines
.mode list
.separator " " "\\n"
create temp table samples as select json_extract(line, '\$.system') as system, json_extract(line, '\$.value') as value from lines;
with ranked as (select system, value, row_number() over (partition by system order by value) as place, count(*) over (partition by system) as n from samples),
medians as (select system, avg(value) as median from ranked where place in ((n + 1) / 2, (n + 2) / 2) group by system),
means as (select system, avg(value) as mean, count(*) as n from samples group by system)
select s.system, mean, sum((value - mean) * (value - mean)) / (n - 1), median
from samples s join means using (system) join medians using (system) group by s.system;
END_OF_SQL
work "$few samples: the same, for those who take long" "benchpipe stats $part" "$medians"
peer sqlite3 "sqlite3 :memory: '.read $folder/medians.sql'" sort
peer Rscript "Rscript --vanilla $folder/medians.R $part" "sed 's/ *\$//' | sort"

holds "merge of partials of four parts has the bytes of the whole" \
	"cd $folder && split -n l/4 $part parts. && for part in parts.a?; do benchpipe stats --partial \$part >\$part.partial || exit; done &&
	benchpipe merge parts.a?.partial >merged && benchpipe stats $part | cmp - merged"

least=$(size 100000 10000 1000)
most=$(size 10000000 1000000 10000)
grow samples summarise "$least" "$(size 1000000 100000 3000)" "$most"
bar "memory beside that of the groups, for each sample" \
	"$(calculate "(a - b) * 1024 / ($most - $least)" "$(memory_at "$most")" "$(memory_at "$least")")" at-most 8.5 B
say "A value takes 8 bytes; the 200 groups are judged one after another, each in a copy of its values."
