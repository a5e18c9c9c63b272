# structure.R - sixty series with structure of fifteen kinds, and what the methods say of each
# SPDX-License-Identifier: GPL-3.0-or-later

source("common.R")
source("stability.R")
RNGversion("4.0.0")
set.seed(20261123, "Mersenne-Twister", "Inversion", "Rejection")
options(warn = 2)

# ln x without noise, or with noise of its own; `size` is the effect.
ramp <- function(n) (seq_len(n) - 1) / (n - 1)
behind <- function(n, share) as.numeric(seq_len(n) > n * share)
only <- function(n, at) as.numeric(seq_len(n) %in% at)
chain <- function(n, rho) as.numeric(stats::filter(rnorm(n), rho, "recursive"))

kinds <- list(
	clean       = function(n, size) rep(0, n),
	first_high  = function(n, size) size * only(n, 1),
	first_low   = function(n, size) -size * only(n, 1),
	warm_up     = function(n, size) size * 4^(2 - seq_len(n)),
	trend_up    = function(n, size) size * ramp(n),
	trend_down  = function(n, size) -size * ramp(n),
	step_up     = function(n, size) size * behind(n, 0.5),
	step_down   = function(n, size) -size * behind(n, 0.62),
	outlier_high = function(n, size) size * only(n, n %/% 2 + 1),
	outlier_low = function(n, size) -size * only(n, n - 1),
	two_modes   = function(n, size) size * sample(rep(0:1, length.out = n)),
	follows     = function(n, size) size / 4 * chain(n, 0.85),
	alternates  = function(n, size) size / 4 * chain(n, -0.85),
	ties        = function(n, size) rep(0, n),
	tiny        = function(n, size) size * only(n, 5))

plan <- data.frame(id = 1:60, kind = rep(names(kinds), each = 4),
	n = c(3, 5, 10, 40,  4, 8, 3, 20,  6, 12, 3, 30,  7, 8, 16, 40,
		4, 9, 10, 25,  5, 8, 12, 40,  8, 10, 15, 30,  8, 12, 20, 40,
		4, 6, 10, 30,  5, 7, 12, 40,  6, 8, 12, 30,
		10, 15, 25, 40,  20, 40, 10, 14,  11, 8, 12, 30,  10, 5, 3, 20),
	tau = c(0.05, 0.10, 0.05, 0.10, 0.10, 0.05))
plan <- within(plan, {
	size <- tau * c(5, 3, 4, 1.5, 0.8)[(id - 1) %% 5 + 1]
	noise <- tau * c(0.12, 0.25, 0.05, 0.12)[(id - 1) %% 4 + 1]
	noise[kind == "tiny"] <- c(0, 1e-4, 1e-4, 1e-4)
	magnitude <- c(1, 0.01, 1e3, 1e8, 10)[(id - 1) %% 5 + 1]
	resolution <- magnitude * c(0, 0.001, 0, 0.01, 0.0001, 0, 0.005)[(id - 1) %% 7 + 1]
	resolution[kind == "ties"] <- magnitude[kind == "ties"] * c(0.25, 0.01, 0.005, 0.02)
	resolution[kind == "tiny"] <- magnitude[kind == "tiny"] * c(0, 0.001, 0.0001, 0.01)
	resolution <- signif(resolution, 1)
})

# Decimal text, so that rounding to the resolution leaves the nearest double.
generate <- function(s) {
	x <- 2 * s$magnitude * exp(kinds[[s$kind]](s$n, s$size) + s$noise * rnorm(s$n))
	if (s$resolution > 0)
		x <- s$resolution * round(x / s$resolution)
	signif(x, 9)
}

row <- function(i) {
	s <- plan[i, ]
	x <- generate(s)
	judged <- judge(x, rep(s$resolution, s$n), s$tau)
	data.frame(id = s$id, kind = s$kind, tau = s$tau, resolution = s$resolution, n = s$n,
		set_aside = judged$set_aside,
		trend_effect = judged$trend$effect, trend_p = judged$trend$p, kendall_p = judged$trend$kendall_p,
		step_effect = judged$step$effect, step_at = judged$step$at, step_p = judged$step$p,
		outlier_at = judged$outlier$at, outlier_p = judged$outlier$p,
		modes_gap = judged$modes$gap, serial_r1 = judged$dependence$r1, serial_p = judged$dependence$p,
		verdict = judged$verdict, values = paste(digits(x), collapse = ","))
}

print_table(do.call(rbind, lapply(plan$id, row)))
