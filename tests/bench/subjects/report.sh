#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# report - from a folder of many logs to page, Markdown, workbook, charts and records

subject "report: all outputs of a folder of many logs"
say "Twenty systems, twenty runs of each test, logs of \`time\` and \`dd\` by turns. A report reads them, summarises and ranks, and writes records, Markdown, a workbook with
live formulas, three charts a test and a page with these charts in it."

cat >"$folder/make.awk" <<'END'
BEGIN {
	srand(1)
	for (system_number = 1; system_number <= 20; system_number++)
		for (test = 1; test <= tests; test++) {
			path = folder "/system" system_number "/test" test
			system("mkdir -p " path)
			for (run = 1; run <= 20; run++) {
				file = path "/" run ".log"
				seconds = (1 + system_number / 20) * (1 + rand() / 20)
				if (test % 2)
					printf "Hello World!\n\nreal\t0m%.3fs\nuser\t0m%.3fs\nsys\t0m%.3fs\n",
						seconds, seconds * (0.5 + rand() / 50), seconds * (0.3 + rand() / 50) >file
				else
					printf "262144+0 records in\n262144+0 records out\n67108864 bytes (67 MB, 64 MiB) copied, %.6g s, %.1f MB/s\n",
						seconds, 67.108864 / seconds >file
				close(file)
			}
		}
}
END
cat >"$folder/parse.py" <<'END'
import os, re, sys
time = re.compile(r"^(real|user|sys)\s+(\d+)m([\d.]+)s$", re.M)
dd = re.compile(r"^(\d+) bytes .* copied, ([\d.e-]+) s", re.M)
values = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name)) as log:
            text = log.read()
        for found in time.finditer(text):
            seconds = float(found[2]) * 60 + float(found[3])
            values += found[1] == "real" and seconds > 0
        for found in dd.finditer(text):
            values += float(found[1]) / float(found[2]) > 0
print(values)
END

results_of() { # tests: the path of their logs
	[ -e "$folder/results-$1" ] || awk -v tests="$1" -v folder="$folder/results-$1" -f "$folder/make.awk"
	echo "$folder/results-$1"
}

report_of() { # tests
	echo "rm -rf $folder/report-$1; benchpipe report $(results_of "$1") -o $folder/report-$1"
}

tests=$(size 50 10 2)
work "$((400 * tests)) logs, all outputs" "rm -rf $folder/report; benchpipe report $(results_of "$tests") -o $folder/report" \
	"grep -cE '\"(real|throughput)\"' $folder/report/samples.jsonl"
peer python3 "python3 $folder/parse.py $(results_of "$tests")"
bar "CPU time of a Python process that only parses the logs" "$(ratio python3)" at-least 1 x
because "All outputs are more work than a parse: the rows below say whose. Nearly half of it is what gnuplot, libxlsxwriter and zlib do."
bar "memory of the largest process" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 64 MiB

analysis=$folder/report/analysis.jsonl
work "the part of ingest" "benchpipe ingest $(results_of "$tests")" "grep -c ."
alone
benchpipe stats "$folder/report/samples.jsonl" >"$folder/summaries.jsonl"
work "the part of stats" "benchpipe stats $folder/report/samples.jsonl" "grep -c ."
alone
work "the part of rank" "benchpipe rank $folder/summaries.jsonl" "grep -c ."
alone
if command -v gnuplot >/dev/null; then
	work "the part of chart, gnuplot's included" "benchpipe chart --charts none -o $folder/charts $analysis" cat
	alone
fi
work "the part of markdown" "benchpipe markdown --charts charts $analysis" "grep -c ."
alone
work "the part of xlsx" "benchpipe xlsx -o $folder/report.xlsx $analysis" cat
alone
work "the part of page" "benchpipe page --charts $folder/report/charts $analysis" "grep -c ."
alone

grow "logs' tests" report_of "$(size 5 2 1)" "$(size 50 10 2)"
