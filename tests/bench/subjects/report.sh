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

# The same samples as ingest's, with file and line: what it takes to have more than a count.
cat >"$folder/samples.py" <<'END'
import json, os, re, sys
time = re.compile(r"^(real|user|sys)\s+(\d+)m([\d.]+)s$")
dd = re.compile(r"^(\d+) bytes .* copied, ([\d.e-]+) s")
def sample(path, line, metric, value, unit, better):
    system, test, run = path[:-4].split("/")[-3:]
    print(json.dumps({"kind": "sample", "system": system, "test": test, "run": int(run), "metric": metric,
        "value": value, "unit": unit, "better": better, "source": "%s:%d" % (path, line)}, separators=(",", ":")))
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        path = os.path.join(folder, name)
        with open(path) as log:
            for line, text in enumerate(log, 1):
                found = time.match(text)
                if found:
                    sample(path, line, found[1], float(found[2]) * 60 + float(found[3]), "s", "lower")
                found = dd.match(text)
                if found:
                    size, seconds = float(found[1]), float(found[2])
                    sample(path, line, "throughput", size / seconds, "B/s", "higher")
                    sample(path, line, "bytes", size, "B", None)
                    sample(path, line, "seconds", seconds, "s", "lower")
END
# gnuplot, which keeps what it is given to draw.
mkdir "$folder/bin" "$folder/drawn"
cat >"$folder/bin/gnuplot" <<END
#!/bin/sh
cp "\$2" "$folder/script"
exec $(command -v gnuplot || echo false) "\$@"
END
chmod +x "$folder/bin/gnuplot"

results_of() { # tests: the path of their logs
	[ -e "$folder/results-$1" ] || awk -v tests="$1" -v folder="$folder/results-$1" -f "$folder/make.awk"
	echo "$folder/results-$1"
}

report_of() { # tests
	echo "rm -rf $folder/report-$1; benchpipe report $(results_of "$1") -o $folder/report-$1"
}

tests=$(size 50 10 2)
results_path=$(results_of "$tests")
benchpipe report "$results_path" -o "$folder/report" || fail "report"
analysis=$folder/report/analysis.jsonl
charts=$(find "$folder/report" -name '*.svg' | wc -l)

values="sed 's/.*\"metric\":\"\([^\"]*\)\",\"value\":\([^,]*\),.*\"source\":\"\([^\"]*\)\".*/\3 \1 \2/' | sort"
work "the part of ingest" "benchpipe ingest $results_path" "$values"
peer "python3 samples" "python3 $folder/samples.py $results_path" "$values"
ingest=$(time_of ours)
say "\`samples\` does the same in Python: the records of these samples, with file and line."
benchpipe stats "$folder/report/samples.jsonl" >"$folder/summaries.jsonl"
work "the part of stats" "benchpipe stats $folder/report/samples.jsonl" "grep -c ."
alone
stats=$(time_of ours)
work "the part of rank" "benchpipe rank $folder/summaries.jsonl" "grep -c ."
alone
rank=$(time_of ours)
chart=0 gnuplot=0
if command -v gnuplot >/dev/null; then
	PATH=$folder/bin:$PATH benchpipe chart --charts none -o "$folder/charts" "$analysis"
	work "the part of chart, gnuplot's included" "benchpipe chart --charts none -o $folder/charts $analysis" "find $folder/charts -name '*.svg' | wc -l"
	peer gnuplot "cd $folder/drawn && LC_ALL=C.UTF-8 gnuplot -d ../script" "find $folder/drawn -name '*.svg' | wc -l"
	chart=$(time_of ours) gnuplot=$(time_of gnuplot)
	say "\`gnuplot\` is it alone, on the script that we give it."
fi
work "the part of markdown" "benchpipe markdown --charts charts $analysis" "grep -c ."
alone
markdown=$(time_of ours)

# How many rows of eight cells the cells of a workbook would be.
rows_of() { # workbook
	echo "unzip -p $1 'xl/worksheets/sheet*.xml' | awk -v RS='<' '/^c / { n++ } END { print int(n / 8) }'"
}
rows=$(sh -c "$(rows_of "$folder/report/report.xlsx")")
work "the part of xlsx" "benchpipe xlsx -o $folder/report.xlsx $analysis" "$(rows_of "$folder/report.xlsx")"
peer workbook "workbook write $rows $folder/its.xlsx" "$(rows_of "$folder/its.xlsx")"
xlsx=$(time_of ours) workbook=$(time_of workbook)
megabytes() { # file
	calculate 'a / 1e6' "$(wc -c <"$1")"
}
say "\`workbook\` is a bare loop that gives libxlsxwriter as many cells, $rows rows of eight: without formulas, comments, charts and colours.
zlib packs its file to $(megabytes "$folder/its.xlsx") MB, and takes longer for ours of $(megabytes "$folder/report.xlsx") MB, whose texts differ more."
work "the part of page" "benchpipe page --charts $folder/report/charts $analysis" "grep -c ."
alone
page=$(time_of ours)

work "$((400 * tests)) logs, all outputs" "rm -rf $folder/report; benchpipe report $results_path -o $folder/report" \
	"grep -cE '\"(real|throughput)\"' $folder/report/samples.jsonl"
peer python3 "python3 $folder/parse.py $results_path"
bar "CPU time of a Python process that only parses the logs" "$(ratio python3)" at-least 1 x
because "All outputs are more work than a parse. Of the $(calculate 'int(a)' "$(time_of ours)") ms are $(calculate 'int(a)' "$gnuplot") gnuplot's for $charts charts, and
$(calculate 'int(a)' "$workbook") what libxlsxwriter and zlib take for as many cells in a bare loop: $(calculate 'int(100 * (a + b) / c)' "$gnuplot" "$workbook" "$(time_of ours)") % that fewer charts and cells would save, or plainer ones. The rest is ours, and what else we ask of these:
$(calculate 'int(a)' "$ingest") ms ingest, $(calculate 'int(a)' "$stats") stats, $(calculate 'int(a)' "$rank") rank, $(calculate 'int(a - b)' "$chart" "$gnuplot") scripts and finishing of charts, $(calculate 'int(a)' "$markdown") Markdown, \
$(calculate 'int(a - b)' "$xlsx" "$workbook") what the workbook takes beyond the loop (more to pack, formulas, comments, the check, reading), $(calculate 'int(a)' "$page") the page."
bar "memory of the largest process" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 64 MiB

grow "logs' tests" report_of "$(size 5 2 1)" "$(size 50 10 2)"
