# structure.R - sixty series, each with one kind of structure, and what the methods say of them
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
	warm_up     = function(n, size) size * exp(2 - 1.5 * seq_len(n)),
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
	tiny        = function(n, size) rep(0, n))

plan <- data.frame(id = 1:60, kind = rep(names(kinds), each = 4),
	n = c(3, 5, 10, 40,  3, 4, 8, 20,  3, 6, 12, 30,  7, 8, 16, 40,
		4, 9, 10, 25,  5, 8, 12, 40,  8, 10, 15, 30,  8, 12, 20, 40,
		4, 6, 10, 30,  5, 7, 12, 40,  6, 8, 12, 30,
		10, 15, 25, 40,  10, 14, 20, 40,  5, 8, 12, 30,  3, 5, 10, 20),
	tau = c(0.05, 0.10, 0.05, 0.10, 0.10, 0.05))
plan <- within(plan, {
	size <- tau * c(5, 3, 4, 1.5, 0.8)[(id - 1) %% 5 + 1]
	noise <- tau * c(0.12, 0.25, 0.05, 0.12)[(id - 1) %% 4 + 1]
	noise[kind == "tiny"] <- 1e-4
	magnitude <- 10^c(0, -2, 3, 8, 1)[(id - 1) %% 5 + 1]
	resolution <- magnitude * c(0, 0.001, 0, 0.01, 0.0001, 0, 0.005)[(id - 1) %% 7 + 1]
	resolution[kind == "ties"] <- magnitude[kind == "ties"] * 0.01
	resolution[kind == "tiny"] <- magnitude[kind == "tiny"] * c(0, 0.001, 0.0001, 0.01)
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
	is <- judge(x, rep(s$resolution, s$n), s$tau)
	data.frame(id = s$id, kind = s$kind, tau = s$tau, resolution = s$resolution, n = s$n,
		set_aside = is$set_aside,
		trend_effect = is$trend$effect, trend_p = is$trend$p, kendall_p = is$trend$kendall_p,
		step_effect = is$step$effect, step_at = is$step$at, step_p = is$step$p,
		outlier_at = is$outlier$at, outlier_p = is$outlier$p,
		modes_gap = is$modes$gap, serial_r1 = is$dependence$r1, serial_p = is$dependence$p,
		verdict = is$verdict, values = paste(digits(x), collapse = ","))
}

print_table(do.call(rbind, lapply(plan$id, row)))
