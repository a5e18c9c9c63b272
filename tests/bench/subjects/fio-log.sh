#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# fio-log - latencies of single I/Os, as fio logs them: moments and percentiles

subject "fio's latency log"
say "A row for each I/O: \`time, latency, direction, size, priority\`. Ours gives number, mean, standard deviation, extremes and nine percentiles of each
direction, and a series of how the mean went. \`limit\` is the loop that a person would write by hand for just this log, and no other
(\`tests/bench/limit.c\`): what the machine gives one who needs no more than mean, variance and a histogram."

log_of() { # rows: its path
	[ -e "$folder/$1_clat.1.log" ] || limit make "$1" >"$folder/$1_clat.1.log"
	echo "$folder/$1_clat.1.log"
}

ingest_log() { # rows
	echo "benchpipe ingest $(log_of "$1")"
}

# Number, mean, standard deviation, median and p99 of each direction, in ns.
cat >"$folder/moments.jq" <<'END'
map(select(.kind == "sample" and .time == null)) | ("read", "write") as $way
| (map(select(.metric | startswith($way)) | { (.metric | sub("[^.]*[.]"; "")): .value }) | add) as $of
| select($of)
| [$of["clat.count"], ($of["clat.mean", "clat.sd", "clat.p50", "clat.p99"] * 1e9)] | join(" ")
END
moments="jq -rsf $folder/moments.jq"

rows=$(size 20000000 2000000 20000)
log=$(log_of "$rows")
bytes=$(stat -c %s "$log")
work "$rows rows, $((bytes / 1000000)) MB" "benchpipe ingest $log" "$moments"
tolerance='1e-9 1e-9 1e-9 4e-3' # the loop's histogram is coarser than ours
peer limit "limit read $log" "awk '{ printf \"%d %.10g %.10g %d %d\\n\", \$1, \$2, sqrt(\$3), \$4, \$5 }'"
cat >"$folder/groups.awk" <<'AWK'
{ d = $3 + 0; n[d]++; sum[d] += $2; squares[d] += $2 * $2 }
END { for (i = 0; i < 2; i++) printf "%.12g %.12g\n", sum[i] / n[i], sqrt((squares[i] - sum[i] * sum[i] / n[i]) / (n[i] - 1)) }
AWK
tolerance=1e-9
peer mawk "mawk -F , -f $folder/groups.awk $log" cat "$moments | cut -d ' ' -f 2,3"
bar "speed, of that of the loop written by hand" "$(calculate '100 * a' "$(ratio limit)")" at-least 65 %
bar "bytes read in a second of processor time" "$(calculate "$bytes / a / 1e6" "$(time_of ours)")" at-least 1 GB/s
because "The loop written by hand reads $(calculate "$bytes / a / 1e6" "$(time_of limit)") GB/s here."
bar "memory" "$(calculate 'a / 1024' "$(memory_of ours)")" at-most 8 MiB
bar "mawk's CPU time, for mean and standard deviation" "$(ratio mawk)" at-least 10 x
sql() { # columns
	echo "set threads = 1; select $1 from read_csv('$log', header = false, columns = { 'time': 'bigint', 'v': 'bigint',
		'direction': 'bigint', 'size': 'bigint', 'priority': 'bigint' }) group by direction order by direction"
}
tolerance=1e-9
peer "duckdb moments" "duckdb -csv -noheader -separator ' ' -c \"$(sql 'avg(v), stddev_samp(v)')\"" cat "$moments | cut -d ' ' -f 2,3"
tolerance="1e-9 1e-9 1e-9 $(size 1.1e-3 2e-3 2e-2)"
peer duckdb "duckdb -csv -noheader -separator ' ' -c \"$(sql 'count(*), avg(v), stddev_samp(v), quantile_disc(v, 0.5), quantile_disc(v, 0.99)')\""
bar "DuckDB's CPU time, with median and p99" "$(ratio duckdb)" at-least 6 x
say "DuckDB is told the columns and their types, and has one thread. \`moments\` is it without the median and p99, for which it keeps every value; ours finds all of them in any case."

# Of one direction: datamash would have to sort the log to group it.
one_direction() { # rows of both
	awk -F , '$3 == 0' "$(log_of "$1")" >"$folder/$1-reads_clat.1.log"
	echo "$folder/$1-reads_clat.1.log"
}
log=$(one_direction "$rows")
work "$(wc -l <"$log") rows, of one direction: mean and standard deviation" "benchpipe ingest $log" "$moments | cut -d ' ' -f 2,3"
peer datamash "datamash -t , mean 2 sstdev 2 <$log" "tr , ' '"
bar "datamash's CPU time, for mean and standard deviation" "$(ratio datamash)" at-least 6 x

work "the same, with median and p99" "benchpipe ingest $log" "$moments | cut -d ' ' -f 2-"
many_values="1e-9 1e-9 $(size 1.1e-3 2e-3 2e-2)" # ours are known to 0.098 %, and of few values everybody has others
tolerance=$many_values
peer datamash "datamash -t , mean 2 sstdev 2 median 2 perc:99 2 <$log" "tr , ' '"
bar "datamash's CPU time, with percentiles" "$(ratio datamash)" at-least 40 x
say "datamash keeps every value in memory, and sorts. Our percentiles come of a histogram, and are known to 0.098 %."

log=$(one_direction "$(size 2000000 200000 2000)")
work "$(wc -l <"$log") rows: mean and standard deviation by those who take long" "benchpipe ingest $log" "$moments | cut -d ' ' -f 2,3"
cat >"$folder/moments.awk" <<'AWK'
{ n++; sum += $2; squares += $2 * $2 }
END { printf "%.12g %.12g\n", sum / n, sqrt((squares - sum * sum / n) / (n - 1)) }
AWK
cat >"$folder/moments.py" <<'END'
import math, sys
n = total = squares = 0
for line in open(sys.argv[1]):
    value = int(line.split(",")[1])
    n += 1
    total += value
    squares += value * value
print(total / n, math.sqrt((squares - total * total / n) / (n - 1)))
END
cat >"$folder/moments.sql" <<END
create table log (time real, latency real, direction real, size real, priority real);
.mode csv
.import $log log
.mode list
.separator " "
select avg(latency), sqrt((sum(latency * latency) - sum(latency) * sum(latency) / count(*)) / (count(*) - 1)) from log;
END
cat >"$folder/moments.R" <<'END'
words <- commandArgs(TRUE)
fast <- requireNamespace("data.table", quietly = TRUE)
x <- if (fast) data.table::fread(words[1], select = 2, showProgress = FALSE)[[1]] else
    scan(words[1], list(NULL, 0, NULL, NULL, NULL), sep = ",", quiet = TRUE)[[2]]
cat(sprintf("%.12g", c(mean(x), sd(x), if (length(words) > 1) quantile(x, c(0.5, 0.99)))), "\n")
END
tolerance=1e-9
peer gawk "gawk -F , -f $folder/moments.awk $log"
peer python3 "python3 $folder/moments.py $log"
peer sqlite3 "sqlite3 -init /dev/null :memory: <$folder/moments.sql"
peer mlr "mlr --icsvlite --implicit-csv-header --ifs ', ' --onidx stats1 -a mean,stddev -f 2 $log"
peer Rscript "Rscript $folder/moments.R $log"
tolerance=1e-7 # of its eight digits
peer ministat "cut -d , -f 2 $log | ministat -n" "awk 'NF == 7 { print \$6, \$7 }'"

work "the same rows, with median and p99" "benchpipe ingest $log" "$moments | cut -d ' ' -f 2-"
tolerance=$many_values
peer mlr "mlr --icsvlite --implicit-csv-header --ifs ', ' --onidx stats1 -a mean,stddev,median,p99 -f 2 $log"
peer Rscript "Rscript $folder/moments.R $log quantiles"

grow rows ingest_log "$(size 20000 2000 200)" "$((rows / 100))" "$((rows / 10))" "$rows"
bar "memory of the last above the first" "$(calculate 'a - b' "$(memory_at "$rows")" "$(memory_at "$(size 20000 2000 200)")")" at-most 256 KiB
