#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# charts - drawn by gnuplot, all from one process of it

subject "Charts"
say "\`chart\` and \`report\` have them drawn by gnuplot, and are measured by what it takes to start and do nothing."

records_of() { # tests: the path of their records, of which two charts each come
	[ -e "$folder/$1.jsonl" ] || tests/large-records 3 "$1" 4 | benchpipe stats | benchpipe rank >"$folder/$1.jsonl"
	echo "$folder/$1.jsonl"
}

# Charts that are there and still hold are taken as they are: there are none in the folder "none".
chart_of() { # tests
	echo "benchpipe chart --charts none -o $folder/charts-$1 $(records_of "$1")"
}

if ! command -v gnuplot >/dev/null; then
	record absent gnuplot
	return 0
fi
work "12 charts as SVG" "$(chart_of 6)" "ls $folder/charts-6 | wc -l"
peer gnuplot "gnuplot -d -e exit" "echo 12"
bar "CPU time, of gnuplot's own start" "$(calculate '1 / a' "$(ratio gnuplot)")" at-most 3 x

mkdir "$folder/path"
cat >"$folder/path/gnuplot" <<END
#!/bin/sh
echo started >>$folder/started
exec $(command -v gnuplot) "\$@"
END
chmod +x "$folder/path/gnuplot"
tests=$(size 60 20 6)
tests/large-records 3 "$tests" 4 >"$folder/samples.jsonl"
holds "the $((2 * tests)) charts of a report of $tests tests come from one process of gnuplot" \
	"PATH=$folder/path:\$PATH benchpipe report $folder/samples.jsonl -o $folder/report &&
	[ \$(ls $folder/report/charts | wc -l) -eq $((2 * tests)) ] && [ \$(wc -l <$folder/started) -eq 1 ]"

grow tests chart_of "$(size 6 6 2)" "$(size 60 20 6)" "$(size 600 60 20)"
say "A test has two charts. What gnuplot takes to start is in the first row."
