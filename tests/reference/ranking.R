# ranking.R SAMPLES - every pair of systems on every (test, part, metric), compared by y = ln x
# SPDX-License-Identifier: GPL-3.0-or-later
#
# d = mean(yA) - mean(yB); [lo, hi] = d -+ h, h = critical * se, simultaneous over the k systems
# that have two values left when the leading ones are set aside, all positive; D = ln(1 + delta).

source("common.R")

# Over the k (k - 1) / 2 pairs by Bonferroni.
alpha_of_pair <- function(k) 0.05 / (k * (k - 1) / 2)

compare <- function(a, b, k, delta) {
	data.frame(k = k, n_a = a$n, n_b = b$n, zeros_a = a$zeros, zeros_b = b$zeros,
		s_a = a$sd, s_b = b$sd, compare_levels(a, b, alpha_of_pair(k), delta))
}

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
	cached <- vapply(systems, function(g) all(is_cached(g)), TRUE)
	systems <- systems[!exceptional & !cached]
	spread <- spread[!exceptional & !cached]
	if (length(systems) < 2)
		return(NULL)
	k <- max(2, sum(vapply(spread, function(s) s$zeros == 0, TRUE)))
	pairs <- combn(names(systems), 2, simplify = FALSE)
	rows <- lapply(pairs, function(pair) data.frame(
		family[1, c("test", "part", "metric")], a = pair[1], b = pair[2],
		compare(spread[[pair[1]]], spread[[pair[2]]], k, delta(family$test[1])), row.names = NULL))
	do.call(rbind, rows)
}

samples <- read_samples(commandArgs(TRUE)[1])
families <- groups(samples, c("test", "part", "metric"))
print_table(do.call(rbind, lapply(families, rank_family)))
