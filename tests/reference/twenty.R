# twenty.R - twenty data sets with R's figures of each, tests between them, and quantiles
# SPDX-License-Identifier: GPL-3.0-or-later

source("common.R")
RNGversion("4.0.0")
set.seed(20261122, "Mersenne-Twister", "Inversion", "Rejection")

shapes <- list(
	normal      = function(n) 1 + 0.02 * rnorm(n),
	lognormal   = function(n) exp(0.3 * rnorm(n)),
	uniform     = function(n) 0.5 + runif(n),
	exponential = function(n) rexp(n),
	heavy       = function(n) exp(0.05 * rt(n, 3)),
	ties        = function(n) signif(1 + 0.05 * rnorm(n), 2),
	constant    = function(n) rep(1.25, n),
	bimodal     = function(n) ifelse(runif(n) < 0.5, 1, 1.5) * (1 + 0.01 * rnorm(n)),
	warm_up     = function(n) c(1.3, rep(1, n - 1)) * (1 + 0.01 * rnorm(n)),
	drift       = function(n) seq(1, 1.2, length.out = n) * (1 + 0.005 * rnorm(n)))

# Four sets of each magnitude make a family.
plan <- data.frame(id = 1:20,
	family = rep(1:5, each = 4),
	n = c(2, 3, 4, 5,  5, 6, 7, 8,  9, 10, 12, 15,  16, 20, 24, 30,  30, 40, 50, 60),
	magnitude = rep(c(1e-6, 1e-2, 1e3, 1e8, 1e12), each = 4),
	shape = c("normal", "normal", "uniform", "exponential",
		"constant", "ties", "warm_up", "normal",
		"lognormal", "bimodal", "ties", "ties",
		"drift", "heavy", "exponential", "uniform",
		"bimodal", "lognormal", "heavy", "drift"))

generate <- function(shape, n, magnitude) {
	x <- magnitude * shapes[[shape]](n)
	if (shape == "ties") signif(x, 2) else x
}
sets <- Map(generate, plan$shape, plan$n, plan$magnitude)

# One-sided 95 % bounds of the standard deviation: var.test's limits of the ratio to a variance that is
# known, which is the limit of F for infinitely many values on that side.
sd_bound <- function(x, p) sqrt(var(x) / qf(p, length(x) - 1, Inf))

one_line <- function(i) {
	x <- sets[[i]]
	figures <- describe(x)
	data.frame(id = plan$id[i], family = plan$family[i], shape = plan$shape[i], n = figures$n,
		figures[c("mean", "variance", "sd", "ci_lo", "ci_hi", "median", "mad")],
		sd_lo = sd_bound(x, 0.95), sd_hi = sd_bound(x, 0.05), skewness = skewness(x),
		values = paste(digits(x), collapse = ","))
}

# Wilcoxon's interval is kept only where it is exact (no ties): R's approximation searches
# with a tolerance of 1e-4, whatever the magnitude.
# R's own approximation searches to 1e-4: enough to tell neighbouring differences apart here.
check_shift <- function(x, y) {
	if (length(x) < 50 && length(y) < 50 || anyDuplicated(c(x, y)))
		return()
	scale <- max(abs(x), abs(y))
	ours <- shift_interval(x, y, 0.05)
	theirs <- wilcox.test(x / scale, y / scale, exact = FALSE, conf.int = TRUE)$conf.int * scale
	stopifnot(abs(ours - theirs) <= 2e-4 * scale)
}

two_sets <- function(i, j, scale) {
	x <- if (scale == "log") log(sets[[i]]) else sets[[i]]
	y <- if (scale == "log") log(sets[[j]]) else sets[[j]]
	f <- var.test(x, y)
	t <- t.test(x, y)
	exact <- !anyDuplicated(c(x, y))
	w <- suppressWarnings(wilcox.test(x, y, exact = exact, conf.int = exact))
	interval <- if (exact) w$conf.int else c(NA, NA)
	check_shift(x, y)
	shift <- shift_interval(x, y, 0.05)
	narrow <- shift_interval(x, y, 0.005)
	data.frame(a = i, b = j, scale = scale,
		F = f$statistic, F_p = f$p.value,
		welch_t = t$statistic, welch_df = t$parameter, welch_p = t$p.value,
		welch_lo = t$conf.int[1], welch_hi = t$conf.int[2],
		wilcoxon_W = w$statistic, wilcoxon_exact = exact, wilcoxon_p = w$p.value,
		wilcoxon_lo = interval[1], wilcoxon_hi = interval[2],
		hodges_lehmann = median(outer(x, y, "-")), shift_lo = shift[1], shift_hi = shift[2],
		shift_lo_995 = narrow[1], shift_hi_995 = narrow[2], row.names = NULL)
}

all_pairs <- function(ids)
	do.call(rbind, combn(ids, 2, simplify = FALSE, FUN = function(pair)
		rbind(two_sets(pair[1], pair[2], "raw"), two_sets(pair[1], pair[2], "log"))))

# q is not in TukeyHSD's answer; its p checks that the two agree.
tukey <- function(ids) {
	long <- data.frame(y = log(unlist(sets[ids])),
		set = factor(rep(ids, lengths(sets[ids]))))
	model <- aov(y ~ set, long)
	honest <- TukeyHSD(model)$set
	pairs <- combn(ids, 2)
	n <- lengths(sets)
	error <- deviance(model) / df.residual(model)
	q <- honest[, "diff"] / sqrt(error / 2 * (1 / n[pairs[1, ]] + 1 / n[pairs[2, ]]))
	p <- ptukey(abs(q), length(ids), df.residual(model), lower.tail = FALSE)
	stopifnot(all.equal(p, honest[, "p adj"], tolerance = 1e-9, check.attributes = FALSE))
	data.frame(a = pairs[2, ], b = pairs[1, ], k = length(ids), df = df.residual(model),
		diff = honest[, "diff"], lo = honest[, "lwr"], hi = honest[, "upr"],
		q = abs(q), p = p)
}

# One row a call: f(x, a, b).
calls <- function(name, x, a, b = NA_real_) {
	grid <- expand.grid(b = b, a = a, x = x)
	f <- get(name)
	value <- if (anyNA(b)) f(grid$x, grid$a) else f(grid$x, grid$a, grid$b)
	data.frame(f = name, x = grid$x, a = grid$a, b = grid$b, value = value)
}

quantiles <- suppressWarnings(rbind(	# qtukey is NaN at one degree of freedom
	calls("qt", c(0.025, 0.95, 0.975, 0.99, 0.995), c(1, 2, 2.5, 3, 4, 7.3, 9, 19, 59)),
	calls("pt", c(-2, 0.5, 3), c(1, 2.5, 9, 59)),
	calls("qchisq", c(0.025, 0.05, 0.95, 0.975), c(1, 2, 3, 4, 9, 19, 59)),
	calls("qf", c(0.95, 0.99), c(1, 3, 9), c(1, 4, 29)),
	calls("pf", c(0.5, 4), c(1, 3, 9), c(1, 4, 29)),
	calls("qtukey", c(0.95, 0.99), c(2, 3, 5, 10), c(1, 2, 3, 4, 9, 29)),
	calls("ptukey", c(1, 3.5, 6), c(2, 3, 5, 10), c(2, 4, 9, 29)),
	calls("qwilcox", c(0.005, 0.025, 0.5), c(3, 5, 10, 20), c(4, 8, 20)),
	calls("pwilcox", c(2, 12), c(3, 5, 10), c(4, 8)),
	data.frame(f = "trigamma", x = c(0.5, 1, 2, 4.5, 29.5), a = NA, b = NA,
		value = trigamma(c(0.5, 1, 2, 4.5, 29.5)))))

families <- split(plan$id, plan$family)
print_table(do.call(rbind, lapply(plan$id, one_line)), "twenty.tsv")
print_table(do.call(rbind, lapply(families, all_pairs)), "twenty-tests.tsv")
print_table(do.call(rbind, lapply(families, tukey)), "twenty-tukey.tsv")
print_table(quantiles, "twenty-quantiles.tsv")
