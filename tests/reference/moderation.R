# moderation.R - pools of variances with limma's prior of each, and the variances moderated by it
# SPDX-License-Identifier: GPL-3.0-or-later
#
# s^2 ~ s0^2 F(d, d0): d0 and s0^2 by the moments of ln s^2 (Smyth 2004), s~^2 = (d0 s0^2 + d s^2) / (d0 + d).
# Where limma is installed (Debian: r-bioc-limma) its squeezeVar must find the same; it stops Newton's steps at 1e-8.

source("common.R")
RNGversion("4.0.0")
set.seed(20261125, "Mersenne-Twister", "Inversion", "Rejection")

trigamma_inverse <- function(y)
	exp(uniroot(function(l) log(trigamma(exp(l))) - log(y), c(-30, 30), tol = 1e-15)$root)

prior <- function(variance, df) {
	e <- log(pmax(variance, 1e-5 * median(variance))) - digamma(df / 2) + log(df / 2)
	excess <- var(e) - mean(trigamma(df / 2))
	if (excess <= 0)
		return(list(d0 = Inf, s02 = exp(mean(e))))
	half <- trigamma_inverse(excess)
	list(d0 = 2 * half, s02 = exp(mean(e) + digamma(half) - log(half)))
}

moderated <- function(variance, df, p)
	if (is.infinite(p$d0)) rep(p$s02, length(variance)) else (p$d0 * p$s02 + df * variance) / (p$d0 + df)

check <- function(variance, df, p) {
	if (!requireNamespace("limma", quietly = TRUE))
		return()
	theirs <- limma::squeezeVar(variance, df)
	stopifnot(all.equal(theirs$df.prior, p$d0, tolerance = 1e-6),
		is.infinite(p$d0) || all.equal(theirs$var.prior, p$s02, tolerance = 1e-6))
}

plan <- data.frame(id = 1:10,
	series = c(20, 24, 40, 20, 60, 25, 100, 20, 30, 200),
	runs = c("3", "5", "3", "2", "2,3,5,10", "3,30", "4", "10", "3", "2,3"),
	d0 = c(4, 1, Inf, 10, 3, 20, 0.5, Inf, 40, 2),
	s0 = c(0.02, 0.1, 0.05, 0.01, 0.03, 0.02, 0.2, 1e-4, 0.05, 0.01))

row <- function(i) {
	s <- plan[i, ]
	df <- rep_len(as.numeric(strsplit(s$runs, ",")[[1]]), s$series) - 1
	true <- if (is.infinite(s$d0)) rep(s$s0^2, s$series) else s$s0^2 * s$d0 / rchisq(s$series, s$d0)
	spread <- as.numeric(sprintf("%.12g", sqrt(true * rchisq(s$series, df) / df)))
	p <- prior(spread^2, df)
	check(spread^2, df, p)
	data.frame(id = s$id, d0 = p$d0, s02 = p$s02,
		n = paste(df + 1, collapse = ","), spreads = paste(digits(spread), collapse = ","),
		moderated = paste(digits(sqrt(moderated(spread^2, df, p))), collapse = ","))
}
print_table(do.call(rbind, lapply(plan$id, row)), "moderation.tsv")
y <- c(1e-9, 1e-6, 1e-3, 0.1, 0.5, 1, pi^2 / 6, 2, 10, 1e3, 1e6, 1e9)
print_table(data.frame(y = y, x = vapply(y, trigamma_inverse, 0)), "trigamma-inverse.tsv")
