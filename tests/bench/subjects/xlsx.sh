#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx - a workbook of a million samples

subject "xlsx: a workbook of a million samples"
say "A row of eight cells for each sample. \`workbook\` is a loop that makes up the same rows and gives them to libxlsxwriter
(\`tests/bench/workbook.c\`): what the library takes when nothing is read, checked or summarised."

make_samples() { # rows: their path
	[ -e "$folder/$1.jsonl" ] || workbook make "$1" >"$folder/$1.jsonl"
	echo "$folder/$1.jsonl"
}

xlsx_of() { # rows
	echo "benchpipe xlsx -o $folder/ours.xlsx $(make_samples "$1")"
}

# How many values stand in a workbook's sheets of samples, and their sum.
cat >"$folder/values" <<'AWK'
/^c / { is_value = /^c r="D[0-9]/ }
is_value && /^v>/ && substr($0, 3) < 3 { n++; sum += substr($0, 3) }
END { printf "%d %.12g\n", n, sum }
AWK
values="unzip -p $folder/FILE 'xl/worksheets/sheet*.xml' | tr '<' '\\n' | awk -f $folder/values"
values_of() { # workbook
	echo "$values" | sed "s/FILE/$1/"
}

rows=$(size 1000000 20000 500)
samples=$(make_samples "$rows")
work "$rows samples" "benchpipe xlsx -o $folder/ours.xlsx $samples" "$(values_of ours.xlsx)"
peer workbook "workbook write $rows $folder/its.xlsx" "$(values_of its.xlsx)"
bar "rows in a second of processor time" "$(calculate "$rows / a * 1000" "$(time_of ours)")" at-least 70000
because "libxlsxwriter alone writes $(calculate "int($rows / a * 1000)" "$(time_of workbook)") rows a second here."
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 16 MiB

few=$((rows / 10))
cat >"$folder/workbook.py" <<'END'
import json, sys, xlsxwriter
workbook = xlsxwriter.Workbook(sys.argv[2], {"constant_memory": True})
sheet = workbook.add_worksheet("Samples")
for number, line in enumerate(open(sys.argv[1])):
    record = json.loads(line)
    sheet.write_row(number, 0, [record[name] for name in
        ("system", "test", "metric", "value", "unit", "part", "run", "source")])
workbook.close()
END
work "$few samples" "$(xlsx_of "$few")" "$(values_of ours.xlsx)"
if python3 -c 'import xlsxwriter' 2>/dev/null; then
	peer "python3 xlsxwriter" "python3 $folder/workbook.py $(make_samples "$few") $folder/its.xlsx" \
		"$(values_of its.xlsx)"
else
	record absent "python3 xlsxwriter"
fi

groups=$(size 1000 50 5)
awk -v rows="$rows" -v groups="$groups" 'BEGIN {
	for (i = 0; i < rows; i++)
		printf "{\"kind\":\"sample\",\"system\":\"s\",\"test\":\"t%d\",\"run\":%d,\"metric\":\"real\",\"value\":%.6f,\"unit\":\"s\",\"better\":\"lower\",\"source\":\"results/s/t%d/%d.log:1\"}\n",
			i % groups, i / groups + 1, 1 + (i * 7919 % 1000003) / 1e6, i % groups, i / groups + 1
}' | benchpipe stats >"$folder/summaries.jsonl"
work "$rows values in $groups summaries, whose statistics are formulas over them" "benchpipe xlsx -o $folder/ours.xlsx $folder/summaries.jsonl"
alone
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 16 MiB

work "1000 samples" "$(xlsx_of 1000)"
alone
bar "processor time" "$(time_of ours)" at-most 50 ms

many=$(size 1100000 30000 700) sheet=$(size 1048575 20000 500)
work "$many samples, more than a sheet takes" "benchpipe xlsx -r $sheet -o $folder/ours.xlsx $(make_samples "$many")"
holds "two sheets have $sheet and $((many - sheet)) rows, and a head each; nothing is lost" \
	"$ours; rows() { unzip -p $folder/ours.xlsx xl/worksheets/sheet\$1.xml | tr '<' '\n' | grep -c '^row '; }
	[ \$(rows 1) -eq $((sheet + 1)) ] && [ \$(rows 2) -eq $((many - sheet + 1)) ]"

grow samples xlsx_of "$((rows / 100))" "$((rows / 10))" "$rows"
