# fio-log.R - what fio's logs in tests/logs/fio-log come to: the rows of tests/formats/fio-log.tsv
# SPDX-License-Identifier: GPL-3.0-or-later
#
# All values of a log are held at once, sorted and summed; no windows that grow, no weights on the way.
# A percentile is the value of nearest rank, and the expected number the middle of its bucket: 512 of equal width to a
# power of two, a bucket for each value below 1024.

source("common.R")

folder <- "tests/logs/fio-log/"
folders <- c("tests/logs/fio-log/" = "../logs/fio-log/",
	"corpus/fio-logs/" = file.path(Sys.getenv("CORPUS", "../../../shared/corpus"), "fio-logs/"))
directions <- c("read", "write", "trim")
ranks <- c(1, 5, 10, 50, 90, 95, 99, 99.9, 99.99)

# Time, value, direction, size; the line of the log as well.
read_rows <- function(file) {
	lines <- strsplit(readLines(paste0(folders[folder], file)), "[, \r]+")
	data.frame(line = seq_along(lines), time = as.numeric(sapply(lines, `[`, 1)),
		value = as.numeric(sapply(lines, `[`, 2)), direction = as.integer(sapply(lines, `[`, 3)),
		size = as.numeric(sapply(lines, `[`, 4)))
}

middle <- function(value, all) {
	width <- 2^max(0, floor(log2(value)) - 9)
	low <- floor(value / width) * width
	min(max((low + low + width - 1) / 2, min(all)), max(all))
}

out <- function(log, options, part, metric, line, expected)
	cat(paste(paste0(folder, log), options, part, metric, line, expected, sep = "\t"), "\n", sep = "")

# As the sum itself where it is short, so that the log can be seen in it.
mean_of <- function(values)
	if (length(values) <= 10) paste0("(", paste(digits(values), collapse = "+"), ")/", length(values)) else digits(mean(values))

at <- function(metric, ms) paste0(metric, "@", ms / 1000)

single_latencies <- function(rows, name, emit, unit, start) {
	values <- rows$value
	emit(paste0(name, ".mean"), rows$line[1], paste0(mean_of(values), "/", unit))
	if (length(values) > 1) emit(paste0(name, ".sd"), rows$line[1], paste0(digits(sd(values)), "/", unit))
	emit(paste0(name, ".min"), rows$line[1], paste0(digits(min(values)), "/", unit))
	emit(paste0(name, ".max"), rows$line[1], paste0(digits(max(values)), "/", unit))
	for (rank in ranks) {
		value <- sort(values)[ceiling(rank * length(values) / 100 - 1e-9)]
		emit(paste0(name, ".p", rank), rows$line[1], paste0(digits(middle(value, values)), "/", unit))
	}
	emit(paste0(name, ".count"), rows$line[1], length(values))
	for (window in split(rows, floor((rows$time - start) / 10)))
		emit(at(paste0(name, ".mean"), (floor((window$time[1] - start) / 10) + 1) * 10), window$line[1],
			paste0(mean_of(window$value), "/", unit))
}

single_rates <- function(rows, name, emit, direction, start, end) {
	amount <- if (name == "bw") rows$size else rows$value
	emit(paste0(direction, ".", name), rows$line[1], paste0(sum(amount), "/", end - start, "*1e3"))
	if (name == "bw") emit(paste0(direction, ".bytes"), rows$line[1], sum(amount))
	last <- rows$line[1]
	for (i in seq_len(floor((end - start) / 10))) {
		inside <- rows$time >= start + 10 * (i - 1) & rows$time < start + 10 * i
		if (any(inside)) last <- rows$line[inside][1]
		emit(at(paste0(direction, ".", name), 10 * i), last, paste0(sum(amount[inside]), "*100"))
	}
}

is_one_window <- function(since, usual) since < 2 * usual - 2 | since <= usual

# What each average stands for: the time since the one before; of a rate, no more than a usual distance where there was room
# for two, less the ms that fio may be early at each. A usual distance is the lower quartile of the first 15 (the median of less than five), without the last row's.
durations <- function(times, is_rate) {
	since <- diff(c(0, times))
	first <- diff(times[seq_len(min(16, length(times)))])
	if (length(first) > 1) first <- first[-length(first)]
	usual <- sort(first)[floor((length(first) - 1) / (if (length(first) < 5) 2 else 4)) + 1]
	if (is_rate) since[-1] <- ifelse(is_one_window(since[-1], usual), since[-1], usual)
	list(each = since, usual = usual)
}

averages <- function(rows, name, emit, metric, factor, end) {
	is_rate <- name %in% c("bw", "iops")
	lasts <- durations(rows$time, is_rate)
	total <- sum(lasts$each * rows$value)
	prefix <- if (is_rate) metric else sub("\\.mean$", "", metric)
	emit(metric, rows$line[1], paste0(digits(total), "/", if (is_rate) end else sum(lasts$each), factor))
	emit(paste0(prefix, ".window.sd"), rows$line[1], paste0(digits(sd(rows$value)), factor))
	emit(paste0(prefix, ".window.min"), rows$line[1], paste0(min(rows$value), factor))
	emit(paste0(prefix, ".window.max"), rows$line[1], paste0(max(rows$value), factor))
	before <- NA
	for (i in seq_len(nrow(rows))) {
		if (is_rate && i > 1 && !is_one_window(rows$time[i] - before, lasts$usual)) for (time in seq(before, rows$time[i], lasts$usual)[-1])
			if (rows$time[i] - time > lasts$usual / 2) emit(at(metric, time), rows$line[i - 1], 0)
		emit(at(metric, rows$time[i]), rows$line[i], paste0(rows$value[i], factor))
		before <- rows$time[i]
	}
	if (is_rate) for (time in seq(before, max(before, end), lasts$usual)[-1])
		if (end - time > lasts$usual / 2) emit(at(metric, time), rows$line[nrow(rows)], 0)
}

log_of <- function(log, options = "-", unit = "1e9", series = TRUE) {
	rows <- read_rows(log)
	name <- sub(".*_([a-z]+)\\..*", "\\1", log)
	job <- if (grepl("\\.[0-9]+\\.log", log)) sub(".*\\.([0-9]+)\\.log.*", "\\1", log) else "0"
	is_rate <- name %in% c("bw", "iops")
	start <- if (rows$time[1] > 1e11) min(rows$time) else 0
	is_average <- rows$size[1] == 0
	end <- max(rows$time) + !is_average
	emit <- function(metric, line, expected)
		if (series || !grepl("@", metric)) out(log, options, job, metric, line, expected)
	if (!series) out(log, options, "-", "...", "-", "-")
	for (d in sort(unique(rows$direction))) {
		mine <- rows[rows$direction == d, ]
		direction <- directions[d + 1]
		metric <- if (is_rate) paste0(direction, ".", name) else paste0(direction, ".", name, ".mean")
		factor <- if (name == "bw") "*1024" else if (name == "iops") "" else paste0("/", unit)
		if (is_average) averages(mine, name, emit, metric, factor, end)
		else if (is_rate) single_rates(mine, name, emit, direction, start, end)
		else single_latencies(mine, paste0(direction, ".", name), emit, unit, start)
	}
}

for (log in c("tiny_clat.1.log", "tiny_lat.1.log", "tiny_bw.1.log", "tiny_iops.1.log", "crlf_clat.1.log",
	"two-jobs_clat.1.log", "two-jobs_clat.2.log", "two-jobs_bw.1.log", "two-jobs_bw.2.log", "one-file_bw.log", "one-file_clat.log",
	"offset_lat.1.log", "priority_clat.1.log", "offset-priority_clat.1.log", "trim_clat.1.log",
	"unix-epoch_clat.1.log", "unix-epoch_bw.1.log", "client_clat.1.log.127.0.0.1",
	"average_clat.1.log", "average_bw.1.log", "average_iops.1.log", "idle_clat.1.log", "idle_bw.1.log", "idle_iops.1.log",
	"late_bw.1.log"))
	log_of(log)
log_of("four-columns-written_clat.1.log", "-s unit=ns")
log_of("usec-written_clat.1.log", "-s unit=usec", "1e6")

# Histograms: values in ns; where each of fio's bins begins, and where the last ends.
fine <- c(0:127, outer(64:127, 2^(1:27)), 2^34)
hist_of <- function(log, coarseness) {
	lines <- strsplit(readLines(paste0(folders[folder], log)), ", ")
	starts <- fine[seq(1, 1857, 2^coarseness)]
	width <- diff(starts)
	middles <- starts[-length(starts)] + floor(width / 2)
	rows <- t(sapply(lines, as.numeric))
	for (d in sort(unique(rows[, 2]))) {
		mine <- which(rows[, 2] == d)
		emit <- function(metric, line, expected)
			out(log, "-", "1", paste0(directions[d + 1], ".clat_hist.", metric), line, expected)
		values <- rep(middles, colSums(rows[mine, -(1:3)]))
		emit("mean", mine[1], paste0(digits(mean(values)), "/1e9"))
		for (rank in ranks)
			emit(paste0("p", rank), mine[1], paste0(sort(values)[ceiling(rank * length(values) / 100 - 1e-9)], "/1e9"))
		emit("count", mine[1], length(values))
		for (i in mine)
			emit(at("mean", rows[i, 1]), i, paste0(digits(mean(rep(middles, rows[i, -(1:3)]))), "/1e9"))
	}
}
cat("# fio-hist\n")
hist_of("hist-0_clat_hist.1.log", 0)
hist_of("hist-3_clat_hist.1.log", 3)
hist_of("hist-6_clat_hist.1.log", 6)

if (dir.exists(folders["corpus/fio-logs/"])) {
	cat("# The logs of other people: floppies, a cluster.\n")
	folder <- "corpus/fio-logs/"
	for (log in c("fioplot-floppy_clat.1.log", "fioplot-floppy_lat.1.log", "fioplot-floppy_iops.1.log", "pbench-fio37_clat.1.log",
		"pbench-fio37_lat.1.log", "pbench-fio37_slat.1.log", "pbench-fio37_bw.1.log"))
		log_of(log, series = FALSE)
}
