# difference.R - cells before and after, made up, and what became of them
# SPDX-License-Identifier: GPL-3.0-or-later
#
# As ranking.R has it, a being after and b before, but that the .05 are shared among all
# cells that have two positive values on both sides.

source("common.R")
set.seed(20261125)
delta <- 0.05

lognormal <- function(n, level, cv) level * exp(cv * rnorm(n))
skewed <- function(n, level) level * (1 + rexp(n) / 3)
side <- function(value, resolution = 0) data.frame(value = value, resolution = resolution)

cell <- function(better, before, after) list(better = better, before = before, after = after)
cells <- list(
	cell("higher", side(lognormal(5, 2e8, 0.01)), side(lognormal(5, 1.5e8, 0.01))),
	cell("lower", side(lognormal(5, 0.2, 0.01)), side(lognormal(5, 0.3, 0.01))),
	cell("higher", side(lognormal(10, 3e8, 0.02)), side(lognormal(8, 5e8, 0.02))),
	cell("lower", side(lognormal(10, 0.5, 0.02)), side(lognormal(8, 0.35, 0.02))),
	cell("", side(lognormal(5, 1e9, 0.005)), side(lognormal(5, 2e9, 0.005))),
	cell("higher", side(lognormal(20, 1e6, 0.005)), side(lognormal(20, 1.01e6, 0.005))),
	cell("lower", side(lognormal(3, 0.1, 0.05)), side(lognormal(3, 0.11, 0.05))),
	cell("lower", side(lognormal(30, 0.1, 0.05)), side(lognormal(3, 0.12, 0.01))),
	cell("higher", side(lognormal(2, 70, 0.03)), side(lognormal(2, 90, 0.001))),
	cell("lower", side(skewed(12, 1)), side(skewed(12, 1.6))),
	cell("lower", side(skewed(40, 1)), side(skewed(40, 2.5))),
	cell("lower", side(round(lognormal(6, 0.06, 0.02), 2), 0.01), side(round(lognormal(6, 0.09, 0.02), 2), 0.01)),
	cell("higher", side(lognormal(1, 50, 0.02)), side(lognormal(4, 20, 0.02))),
	cell("lower", side(c(0, 0.1, 0.1)), side(c(0.1, 0.1, 0.2))))

is_positive <- function(side) all(side$value > 0)
is_compared <- function(cell) is_positive(cell$before) && is_positive(cell$after)
has_interval <- function(cell) is_compared(cell) && min(nrow(cell$before), nrow(cell$after)) >= 2
alpha <- 0.05 / sum(vapply(cells, has_interval, TRUE))

verdict <- function(claim, better)
	if (claim == "~") "same" else if (!claim %in% c(">", "<")) "undecided" else
	if (better == "") "changed" else
	if ((claim == ">") == (better == "higher")) "better" else "worse"

judge <- function(cell) {
	if (!is_compared(cell))
		return(data.frame(ratio = NA_real_, lo = NA_real_, hi = NA_real_, verdict = "left-out"))
	if (!has_interval(cell))
		return(data.frame(ratio = exp(mean(log(cell$after$value)) - mean(log(cell$before$value))),
			lo = NA_real_, hi = NA_real_, verdict = "undecided"))
	pair <- compare_levels(log_spread(cell$after), log_spread(cell$before), alpha, delta)
	data.frame(ratio = pair$ratio, lo = exp(pair$lo), hi = exp(pair$hi), verdict = verdict(pair$claim, cell$better))
}

list_of <- function(side) paste(digits(side$value), collapse = ",")
row_of <- function(number) {
	cell <- cells[[number]]
	data.frame(cell = number, better = if (cell$better == "") "neither" else cell$better,
		resolution = max(cell$before$resolution), judge(cell),
		before = list_of(cell$before), after = list_of(cell$after))
}

print_table(do.call(rbind, lapply(seq_along(cells), row_of)))
