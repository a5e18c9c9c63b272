# verdict.R SAMPLES - stability of every group, by the dispersion of y = ln x alone
# SPDX-License-Identifier: GPL-3.0-or-later
#
# U is the one-sided 95 % upper bound of s = sd(y), s at least q / (mean(x) sqrt(12)); L the lower bound
# of sd(y) as observed: rounding can hide a spread, but it is no evidence of one.
# Stable: n >= 3 and U <= tau.  Unstable: L > tau.  Stable?: the rest.
# A group with a zero value has no logarithm: no figure, no verdict.

source("common.R")
group_by <- c("system", "test", "part", "metric")

bound <- function(s, n, p) if (n < 2) NA_real_ else s * sqrt((n - 1) / qchisq(p, n - 1))

verdict <- function(n, U, L, tau)
	if (n < 2) "Stable?" else if (n >= 3 && U <= tau) "Stable" else
		if (L > tau) "Unstable" else "Stable?"

judge <- function(group) {
	row <- data.frame(group[1, group_by], n = nrow(group), zeros = sum(group$value <= 0),
		mean = mean(group$value), q = max(group$resolution), observed = NA_real_,
		floor = NA_real_, s = NA_real_, U = NA_real_, L = NA_real_,
		tau = tau(group$test[1]), verdict = NA)
	if (row$zeros > 0)
		return(row)
	spread <- log_spread(group)
	row$observed <- spread$observed
	row$floor <- spread$floor
	row$s <- spread$sd
	row$U <- bound(row$s, row$n, 0.05)
	row$L <- bound(row$observed, row$n, 0.95)
	row$verdict <- verdict(row$n, row$U, row$L, row$tau)
	row
}

samples <- read_samples(commandArgs(TRUE)[1])
print_table(do.call(rbind, lapply(groups(samples, group_by), judge)))
