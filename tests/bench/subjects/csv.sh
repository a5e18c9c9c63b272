#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# csv - a table of samples: its rows split into fields, and made into records

subject "CSV"
say "\`Kata,dd,17,throughput,305.12,MB/s,higher\`. First its reader alone (\`ingest/log/csv_line\`), which splits lines into slices and leaves to libcsv what is
quoted oddly; the tool of \`tests/bench/csv.c\` counts rows, fields and bytes with it, and with libcsv. Then the import, where a record is written for each row: that costs
far more than the scan."

table_of() { # make or make-quoted, rows: its path
	[ -e "$folder/$1-$2.csv" ] || csv "$1" "$2" >"$folder/$1-$2.csv"
	echo "$folder/$1-$2.csv"
}

# The bytes of a table, in a second of what ours takes.
gigabytes_a_second() { # table
	calculate "$(stat -c %s "$1") / 1e6 / a" "$(time_of ours)"
}

rows=$(size 10000000 1000000 20000)
table=$(table_of make "$rows")
work "$rows rows without quotes, $(($(stat -c %s "$table") / 1000000)) MB: into fields" "csv ours $table"
peer "csv libcsv" "csv libcsv $table"
bar "without quotes: bytes read in a second of processor time" "$(gigabytes_a_second "$table")" at-least 0.75 GB/s
bar "without quotes: libcsv's CPU time" "$(ratio "csv libcsv")" at-least 3 x
rm "$table"

table=$(table_of make-quoted "$rows")
work "$rows rows of quoted texts, $(($(stat -c %s "$table") / 1000000)) MB: into fields" "csv ours $table"
peer "csv libcsv" "csv libcsv $table"
bar "quoted: bytes read in a second of processor time" "$(gigabytes_a_second "$table")" at-least 0.3 GB/s
rm "$table"

# Number and sum of the values, in B/s.
moments="jq -rn 'reduce inputs as \$row ([0, 0]; [.[0] + 1, .[1] + \$row.value]) | join(\" \")'"
few=$(size 500000 100000 5000)
table=$(table_of make "$few")
work "$few rows: into records" "benchpipe ingest -s source=table $table" "$moments"
peer mlr "mlr --icsv --ojsonl put '\$value = \$value * 1000000' $table" "$moments"
peer mawk "mawk -F , 'NR > 1 { printf \"{\\\"kind\\\":\\\"sample\\\",\\\"system\\\":\\\"%s\\\",\\\"test\\\":\\\"%s\\\",\\\"run\\\":%s,\\\"metric\\\":\\\"%s\\\",\\\"value\\\":%.10g,\\\"unit\\\":\\\"B/s\\\",\\\"better\\\":\\\"%s\\\",\\\"resolution\\\":10000,\\\"source\\\":\\\"table:%d\\\"}\\n\", \$1, \$2, \$3, \$4, \$5 * 1e6, \$7, NR }' $table" "$moments"
peer python3 "python3 -c 'import csv, json, sys
for row in csv.DictReader(open(sys.argv[1])):
    row[\"value\"] = float(row[\"value\"]) * 1e6
    print(json.dumps(row))' $table" "$moments"
say "Of the table $(gigabytes_a_second "$table") GB are imported in a second of processor time, and nearly four times as much is written."

import_table() { # rows
	echo "benchpipe ingest $(table_of make "$1")"
}
grow rows import_table "$((few / 100))" "$((few / 10))" "$few"
bar "memory of the last above the first" "$(calculate 'a - b' "$(memory_at "$few")" "$(memory_at "$((few / 100))")")" at-most 2048 KiB
