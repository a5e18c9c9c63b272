#!/bin/sh
# extract.sh FOLDER - read the plainest of the captured logs with awk, print one value a line
# SPDX-License-Identifier: GPL-3.0-or-later
#
# FOLDER holds SYSTEM/TEST/RUN.log or RUN.log.gz, and RUN.json.  Values and resolutions (the last digit
# that the log can print) are in base units.  A log without a result prints nothing.  runs is how many
# there were of that test.  cached is 1 where the host's disks wrote less than a tenth of what dd did,
# or read less than half of what it had just written.

set -e
LC_ALL=C
export LC_ALL

values() {
	tr '\r' '\n' | awk -v who="$1" -v test="$2" -v run="$3" -v runs="$4" -v disk="$5" '
	function emit(part, metric, value, resolution, cached) {
		printf "%s\t%s\t%d\t%d\t%s\t%.17g\t%.17g\t%d\t%d\n",
			who, test, part, run, metric, value, resolution, cached, runs
	}
	function last_digit(number,   point) {		# 81.8 -> 0.1, 127 -> 1
		point = index(number, ".")
		return point ? ("1e-" (length(number) - point)) + 0 : 1
	}
	function sixth_digit(number,   halves) {	# 1.88592 and 1.2675 -> 0.00001
		split(sprintf("%.5e", number), halves, "e")
		return ("1e" (halves[2] - 5)) + 0
	}
	BEGIN {
		scale["B"] = 1
		scale["k"] = scale["K"] = 1024
		scale["M"] = 1024 * 1024
		scale["G"] = 1024 * 1024 * 1024
		words = split("total used free shared cache available", word, " ")
		split(disk, moved, " ")
	}

	# real<TAB>0m0.595s
	test == "start-time" && /^(real|user|sys)\t/ {
		split($2, clock, /[ms]/)
		emit(1, $1, 60 * clock[1] + clock[2], 0.001)
	}

	# Mem:           24105         861       18912           8        4640       23244
	test == "memory" && /^Mem:/ {
		for (i = 1; i <= words; i++)
			emit(1, word[i], $(i + 1) * scale["M"], scale["M"])
	}
	test == "memory" && /^Swap:/ {
		emit(1, "swap.total", $2 * scale["M"], scale["M"])
		emit(1, "swap.used", $3 * scale["M"], scale["M"])
	}

	# 268435456 bytes (268 MB, 256 MiB) copied, 1.88592 s, 142 MB/s
	test ~ /^dd/ && / copied, / {
		seconds = $(NF - 3)
		step = sixth_digit(seconds)
		cached = moved[++part] < (part == 1 ? 0.1 : 0.5) * $1
		emit(part, "throughput", $1 / seconds, $1 / seconds * step / seconds, cached)
		emit(part, "bytes", $1, 1)
		emit(part, "seconds", seconds, step, cached)
	}

	# 2026-11-22 22:18:08 (127 MB/s) - "android-4.4.tar.gz" saved [104857600/104857600]
	test ~ /^wget/ && / saved \[/ {
		rate = substr($3, 2)
		unit = scale[substr($4, 1, 1)]
		emit(1, "throughput", rate * unit, last_digit(rate) * unit)
	}

	# 100  100M  100  100M    0     0   326M      0 --:--:-- --:--:-- --:--:--  326M
	test ~ /^curl/ && /^curl: \([0-9]+\)/ {
		failed = 1
	}
	test ~ /^curl/ && NF == 12 && $1 ~ /^[0-9]+$/ {
		complete = $2 == $4 && $4 + 0 > 0
		rate = $7
	}
	END {
		if (test ~ /^curl/ && complete && !failed) {
			unit = sub(/[kMG]$/, "&", rate) ? scale[substr(rate, length(rate))] : 1
			sub(/[kMG]$/, "", rate)
			emit(1, "throughput", rate * unit, last_digit(rate) * unit)
		}
	}'
}

runs() {
	for log in "$1"/*; do
		echo "${log##*/}"
	done | sed -n 's/^\([0-9][0-9]*\)\.log\(\.gz\)\{0,1\}$/\1/p' | sort -n
}

printf 'system\ttest\tpart\trun\tmetric\tvalue\tresolution\tcached\truns\n'
for system in "$1"/*; do
	for test in start-time memory dd wget-from wget-to curl-from curl-to; do
		runs=$(runs "$system/$test")
		for run in $runs; do
			log=$system/$test/$run.log
			if [ -f "$log" ]; then cat "$log"; else gzip -dc "$log.gz"; fi |
				values "${system##*/}" "$test" "$run" "$(echo "$runs" | wc -l)" \
					"$(jq -r '"\(.disk.written) \(.disk.read)"' "$system/$test/$run.json")"
		done
	done
done
