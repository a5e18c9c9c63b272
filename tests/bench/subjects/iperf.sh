#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# iperf - the intervals of a long run, as iperf prints them with -i

subject "iperf's intervals"
say "A row for each second: \`[  3]  1.0- 2.0 sec   111 MBytes   933 Mbits/sec\`. Ours checks each row (its rate must be that of its bytes in its time), takes the rate from
whichever was printed more exactly, and gives number, standard deviation and extremes of the intervals, a series of at most 4,096 points, and the run's own line.
\`intervals\` is the loop that a person would write by hand for just this log (\`tests/bench/intervals.c\`)."

log_of() { # rows: its path
	[ -e "$folder/$1.log" ] || intervals make "$1" >"$folder/$1.log"
	echo "$folder/$1.log"
}

ingest_log() { # rows
	echo "benchpipe ingest $(log_of "$1")"
}

# Number, standard deviation, least, most, mean: intervals of one length, so that of the series is weighted by how many a point has.
cat >"$folder/moments.jq" <<'END'
(map(select(.time == null) | { (.metric): .value }) | add) as $of
| map(select(.time)) | [foreach .[] as $point ({ time: 0 }; { span: ($point.time - .time), time: $point.time, $point })
	| .span * .point.value]
| [$of.intervals, $of["throughput.interval.sd", "throughput.interval.min", "throughput.interval.max"], add / $of.seconds] | join(" ")
END
moments="jq -rsf $folder/moments.jq"

rows=$(size 5000000 500000 20000)
log=$(log_of "$rows")
megabytes=$(($(stat -c %s "$log") / 1000000))
work "$rows rows, $megabytes MB" "benchpipe ingest $log" "$moments"
peer intervals "intervals read $log" "awk '{ print \$1, \$3, \$4, \$5, \$2 }'"
bar "speed, of that of the loop written by hand" "$(calculate '100 * a' "$(ratio intervals)")" at-least 50 %
bar "bytes read in a second of processor time" "$(calculate "$megabytes / a" "$(time_of ours)")" at-least 1 GB/s
because "The loop written by hand reads $(calculate "$megabytes / a" "$(time_of intervals)") GB/s here."
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 8 MiB

cat >"$folder/moments.awk" <<'DONE'
/ sec / && !/^\[  3\]  0\.0-[0-9][0-9]/ {
	rate = $(NF - 1) * factor[substr($NF, 1, 1)]
	n++
	from_mean = rate - mean
	mean += from_mean / n
	squares += from_mean * (rate - mean)
	if (n == 1 || rate < least) least = rate
	if (rate > most) most = rate
}
BEGIN { factor["b"] = 1 / 8; factor["K"] = 125; factor["M"] = 125000; factor["G"] = 125000000 }
END { printf "%d %.12g %.12g %.12g %.12g\n", n, sqrt(squares / (n - 1)), least, most, mean }
DONE
few=$(size 2000000 500000 20000)
log=$(log_of "$few")
work "$few rows" "benchpipe ingest $log" "$moments"
peer mawk "mawk -f $folder/moments.awk $log"
peer gawk "gawk -f $folder/moments.awk $log"
bar "mawk's CPU time" "$(ratio mawk)" at-least 6 x

grow rows ingest_log "$((rows / 100))" "$((rows / 10))" "$rows"
bar "memory of the last above the first" "$(calculate 'a - b' "$(memory_at "$rows")" "$(memory_at "$((rows / 100))")")" at-most 256 KiB
