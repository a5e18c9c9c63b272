# verdict.R SAMPLES - stability of every group
# SPDX-License-Identifier: GPL-3.0-or-later
#
# U is the one-sided 95 % upper bound of s = sd(ln x), s at least q / (mean(x) sqrt(12)); L the lower bound
# of sd(ln x) as observed: rounding can hide a spread, but it is no evidence of one.
# Unstable: L > tau, a trend, a step or two modes.  Stable: n >= 3, U <= tau, no structure.  Stable?: the rest,
# and groups with a zero value, which has no logarithm.  of_runs: the same, but Unstable where at least half of
# the runs gave no value.

source("common.R")
source("stability.R")
group_by <- c("system", "test", "part", "metric")

row <- function(group) {
	tau <- tau(group$test[1])
	failed <- group$runs[1] - nrow(group)
	group <- without_cached(group)
	judged <- judge(group$value, group$resolution, tau)
	figures <- c("set_aside", "n", "zeros", "mean", "q", "observed", "floor", "s", "U", "L")
	data.frame(group[1, group_by], judged[figures], tau = tau, as.list(judged$found),
		verdict = judged$verdict,
		of_runs = if (2 * failed >= group$runs[1]) "Unstable" else judged$verdict)
}

samples <- read_samples(commandArgs(TRUE)[1])
print_table(do.call(rbind, lapply(groups(samples, group_by), row)))
