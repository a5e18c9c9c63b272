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
	samples$cached <- samples$cached == "1"
	samples$runs <- as.integer(samples$runs)
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
		cv = if (mean(x) <= 0) NA_real_ else sd(x) / mean(x),
		ci_lo = ci[1], ci_hi = ci[2],
		median = median(x), mad = mad(x, constant = 1), min = min(x), max = max(x))
}

lag1 <- function(x) {
	e <- x - mean(x)
	sum(e[-1] * e[-length(e)]) / sum(e^2)
}

# G1 of Joanes and Gill 1998, as SAS and SPSS have it.
skewness <- function(x) {
	n <- length(x)
	e <- x - mean(x)
	if (n < 3) NA_real_
	else if (max(x) == min(x)) 0
	else sqrt(n * (n - 1)) / (n - 2) * mean(e^3) / mean(e^2)^1.5
}

# Does a sample of eight or more lean to one side?
is_skewed <- function(x) {
	n <- length(x)
	n >= 8 && abs(skewness(x)) > 1.96 * sqrt(6 * n * (n - 1) / ((n - 2) * (n + 1) * (n + 3)))
}

# The interval of the shift as the order statistics of all differences: where wilcox.test is exact by
# default (both under 50) by qwilcox, else by its normal approximation, corrected for continuity.
shift_interval <- function(x, y, alpha) {
	m <- as.double(length(x)); n <- as.double(length(y))
	end <- if (m < 50 && n < 50) qwilcox(alpha / 2, m, n)
	       else ceiling(m * n / 2 - 0.5 - qnorm(alpha / 2, lower.tail = FALSE) * sqrt(m * n * (m + n + 1) / 12))
	end <- max(1, end)
	d <- sort(outer(x, y, "-"))
	c(d[end], d[m * n + 1 - end])
}

# What rounding alone adds to the standard deviation of ln x.
rounding_floor <- function(x, resolution) max(resolution) / (mean(x) * sqrt(12))

# Does the first value stand apart from the rest, more than `tau`, 5 % and a tick of the clock, by a two-sided t test?
first_apart <- function(x, resolution, tau) {
	n <- length(x)
	if (n < 3)
		return(FALSE)
	y <- log(x)
	difference <- abs(y[1] - mean(y[-1]))
	s <- max(sd(y[-1]), rounding_floor(x, resolution))
	alpha <- if (n == 3) 0.05 else 0.01
	tick <- log1p(max(resolution) / min(x)) * (1 + 1e-9)	# what rounding alone may set apart
	difference > max(tau, 0.05, tick) &&
		difference / (s * sqrt(1 + 1 / (n - 1))) > qt(1 - alpha / 2, n - 2)
}

# How many leading values to set aside: one after the other, a quarter of all at most, but at least one.
count_apart <- function(x, resolution, tau) {
	most <- max(1, length(x) %/% 4)
	count <- 0L
	while (count < most && all(x > 0) &&
			first_apart(tail(x, length(x) - count), tail(resolution, length(x) - count), tau))
		count <- count + 1L
	count
}

# 1 where more is better, -1 where less is, 0 for a mere fact; as the formats say it.
sense <- function(metric)
	if (metric %in% c("throughput", "available")) 1 else
	if (metric %in% c("real", "user", "sys", "used", "swap.used", "seconds")) -1 else 0

# Those stated to be of a cache, and those as good as one of them.
is_cached <- function(group) {
	goodness <- sense(group$metric[1]) * group$value
	group$cached | (any(group$cached) & goodness >= min(goodness[group$cached], Inf))
}

# Values of a cache go where others are none.
without_cached <- function(group)
	if (all(is_cached(group))) group else group[!is_cached(group), ]

# The rows of one group that are left.
remaining <- function(group) {
	group <- without_cached(group)
	count <- count_apart(group$value, group$resolution, tau(group$test[1]))
	tail(group, nrow(group) - count)
}

# The spread of one group on the log scale: `observed`, and the `sd` that decides, which is at
# least the resolution floor.  Zero and negative values have no logarithm and are left out.
log_spread <- function(group) {
	x <- group$value[group$value > 0]
	observed <- sd(log(x))
	floor <- rounding_floor(x, group$resolution)
	# Noise below a tick of the clock does not average its rounding out: half a tick stays hidden.
	hidden <- if (observed < 2 * floor) floor * sqrt(3) else 0
	list(y = log(x), n = length(x), zeros = nrow(group) - length(x), mean = mean(log(x)),
		observed = observed, floor = floor, sd = max(observed, floor), hidden = hidden)
}

margin <- function(test, time_and_memory, disk, network)
	switch(sub("-.*", "", test),
		start = , memory = time_and_memory, dd = disk, wget = , curl = network)
tau <- function(test) margin(test, 0.05, 0.10, 0.10)
delta <- function(test) margin(test, 0.03, 0.05, 0.10)

relation <- function(lo, hi, D)
	if (lo > D) ">" else if (hi < -D) "<" else
	if (lo >= -D && hi <= D) "~" else
	if (lo <= -D && hi >= D) "?=?" else
	if (lo > -D) ">=" else "<="

# The Hodges-Lehmann interval, where both sides have eight values and either leans to one side.
by_ranks <- function(a, b, alpha)
	if (a$n >= 8 && b$n >= 8 && (is_skewed(a$y) || is_skewed(b$y)))
		shift_interval(a$y, b$y, alpha) + c(-1, 1) * (a$hidden + b$hidden) else c(NA, NA)

# The relation, stepped down by one where the ranks neither say nor imply it.
claim <- function(said, ranks, D) {
	if (anyNA(ranks) || said == "?=?")
		return(said)
	implied <- list(">" = ">", "<" = "<", "~" = "~", ">=" = c(">=", ">", "~"), "<=" = c("<=", "<", "~"))
	if (relation(ranks[1], ranks[2], D) %in% implied[[said]]) said
	else if (said %in% c(">", "<")) paste0(said, "=") else "?=?"
}

# a against b by Welch's t on ln x at 1 - alpha, with at most twice the smaller side's degrees of freedom.
compare_levels <- function(a, b, alpha, delta) {
	error_a <- a$sd^2 / a$n
	error_b <- b$sd^2 / b$n
	d <- a$mean - b$mean
	se <- sqrt(error_a + error_b)
	welch <- (error_a + error_b)^2 / (error_a^2 / (a$n - 1) + error_b^2 / (b$n - 1))
	v <- min(welch, 2 * (min(a$n, b$n) - 1))
	critical <- qt(1 - alpha / 2, v)
	h <- critical * se + a$hidden + b$hidden
	said <- relation(d - h, d + h, log(1 + delta))
	ranks <- by_ranks(a, b, alpha)
	data.frame(d = d, se = se, welch_df = welch, v = v,
		critical = critical, h = h, lo = d - h, hi = d + h, ratio = exp(d),
		delta = delta, relation = said, ranks_lo = ranks[1], ranks_hi = ranks[2],
		claim = claim(said, ranks, log(1 + delta)))
}
