# ranking.R SAMPLES - every pair of systems on every (test, part, metric), compared by y = ln x
# SPDX-License-Identifier: GPL-3.0-or-later
#
# d = mean(yA) - mean(yB); [lo, hi] = d -+ h, h = critical * se, simultaneous over the k systems
# that have two positive values left when the leading ones are set aside; D = ln(1 + delta).

source("common.R")

relation <- function(lo, hi, D)
	if (lo > D) ">" else if (hi < -D) "<" else
	if (lo >= -D && hi <= D) "~" else
	if (lo <= -D && hi >= D) "?=?" else
	if (lo > -D) ">=" else "<="

# Welch's t over the k (k - 1) / 2 pairs by Bonferroni, with at most twice the smaller side's degrees of freedom.
critical_value <- function(k, df) qt(1 - 0.05 / (k * (k - 1)), df)

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

compare <- function(a, b, k, delta) {
	error_a <- a$sd^2 / a$n
	error_b <- b$sd^2 / b$n
	d <- a$mean - b$mean
	se <- sqrt(error_a + error_b)
	welch <- (error_a + error_b)^2 / (error_a^2 / (a$n - 1) + error_b^2 / (b$n - 1))
	v <- min(welch, 2 * (min(a$n, b$n) - 1))
	critical <- critical_value(k, v)
	h <- critical * se + a$hidden + b$hidden
	said <- relation(d - h, d + h, log(1 + delta))
	ranks <- by_ranks(a, b, 0.05 / (k * (k - 1) / 2))
	data.frame(k = k, n_a = a$n, n_b = b$n, zeros_a = a$zeros, zeros_b = b$zeros,
		s_a = a$sd, s_b = b$sd, d = d, se = se, welch_df = welch, v = v,
		critical = critical, h = h, lo = d - h, hi = d + h, ratio = exp(d),
		delta = delta, relation = said, ranks_lo = ranks[1], ranks_hi = ranks[2],
		claim = claim(said, ranks, log(1 + delta)))
}

# 1 where more is better, -1 where less is, 0 for a mere fact; as the formats say it.
sense <- function(metric)
	if (metric %in% c("throughput", "available")) 1 else
	if (metric %in% c("real", "user", "sys", "used", "swap.used", "seconds")) -1 else 0

# Better than the bare host by more than 25 % with the whole 95 % interval (Welch): not ranked.
is_exceptional <- function(system, host, metric) {
	if (is.null(host))
		return(FALSE)
	pair <- compare(system, host, 2, 0)
	if (sense(metric) > 0) pair$lo > log(1.25) else
	if (sense(metric) < 0) pair$hi < -log(1.25) else FALSE
}

rank_family <- function(family) {
	systems <- lapply(groups(family, "system"), remaining)
	systems <- systems[vapply(systems, function(g) sum(g$value > 0) >= 2, TRUE)]
	if (length(systems) < 2)
		return(NULL)
	spread <- lapply(systems, log_spread)
	host <- spread[["Host"]]
	exceptional <- vapply(names(spread), function(name)
		name != "Host" && is_exceptional(spread[[name]], host, family$metric[1]), TRUE)
	systems <- systems[!exceptional]
	spread <- spread[!exceptional]
	if (length(systems) < 2)
		return(NULL)
	pairs <- combn(names(systems), 2, simplify = FALSE)
	rows <- lapply(pairs, function(pair) data.frame(
		family[1, c("test", "part", "metric")], a = pair[1], b = pair[2],
		compare(spread[[pair[1]]], spread[[pair[2]]],
			length(systems), delta(family$test[1])), row.names = NULL))
	do.call(rbind, rows)
}

samples <- read_samples(commandArgs(TRUE)[1])
families <- groups(samples, c("test", "part", "metric"))
print_table(do.call(rbind, lapply(families, rank_family)))
