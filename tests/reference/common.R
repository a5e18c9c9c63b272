# common.R - what the reference scripts share
# SPDX-License-Identifier: GPL-3.0-or-later

# Seventeen significant digits identify a double.
digits <- function(x) sprintf("%.17g", x)

# R's own reader of decimals is not always correctly rounded: make sure that it was, here.
number <- function(text) {
	x <- as.numeric(text)
	stopifnot(digits(x) == text)
	x
}

read_samples <- function(file) {
	samples <- read.delim(file, colClasses = "character")
	samples$value <- number(samples$value)
	samples$resolution <- number(samples$resolution)
	samples
}

# Split in order of first appearance.
groups <- function(samples, by) {
	key <- do.call(paste, samples[by])
	split(samples, factor(key, unique(key)))
}

print_table <- function(table, file = "") {
	decimal <- vapply(table, is.double, TRUE)
	table[decimal] <- lapply(table[decimal], digits)
	write.table(table, file, sep = "\t", quote = FALSE, row.names = FALSE)
}

# The figures of one group, on the raw values; the sample variance divides by n-1.
describe <- function(x) {
	ci <- if (length(x) < 2) c(NA, NA)
	      else if (sd(x) == 0) c(mean(x), mean(x))
	      else t.test(x)$conf.int
	data.frame(n = length(x), mean = mean(x), variance = var(x), sd = sd(x),
		cv = if (mean(x) == 0) NA_real_ else sd(x) / mean(x),
		ci_lo = ci[1], ci_hi = ci[2],
		median = median(x), mad = mad(x, constant = 1), min = min(x), max = max(x))
}

# The spread of one group on the log scale: `observed`, and the `sd` that decides, which is at
# least the resolution floor.  Zero and negative values have no logarithm and are left out.
log_spread <- function(group) {
	x <- group$value[group$value > 0]
	q <- max(group$resolution)
	observed <- sd(log(x))
	floor <- q / (mean(x) * sqrt(12))
	list(n = length(x), zeros = nrow(group) - length(x), mean = mean(log(x)),
		q = q, observed = observed, floor = floor, sd = max(observed, floor))
}

margin <- function(test, time_and_memory, disk, network)
	switch(sub("-.*", "", test),
		start = , memory = time_and_memory, dd = disk, wget = , curl = network)
tau <- function(test) margin(test, 0.05, 0.10, 0.10)
delta <- function(test) margin(test, 0.03, 0.05, 0.10)
