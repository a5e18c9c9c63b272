# series.R - twenty runs of intervals, and what the methods for series within a run say of each
# SPDX-License-Identifier: GPL-3.0-or-later

source("common.R")
RNGversion("4.0.0")
set.seed(20261125, "Mersenne-Twister", "Inversion", "Rejection")
options(warn = 2)

# The level over time u, from 0 to 1.
levels <- list(
	flat    = function(u) 1 + 0 * u,
	drift   = function(u) 1 + 0.15 * u,
	ramp    = function(u) 0.7 + 0.3 * u,
	warm_up = function(u) 1 - 0.5 * pmax(0, 1 - u / 0.2),
	burst   = function(u) 1 + 0.4 * (u < 0.1),
	decay   = function(u) 1 + 0.5 * exp(-u / 0.1),
	cliff   = function(u) 1 - 0.3 * (u > 0.5),
	late    = function(u) 1 - 0.3 * (u > 0.85),
	wave    = function(u) 1 + 0.2 * sin(2 * pi * u),
	stalls  = function(u) 1 - as.numeric(seq_along(u) %% 17 == 0),
	same    = function(u) 1 + 0 * u)

plan <- data.frame(kind = c("flat", "flat", "flat", "flat", "flat", "drift", "drift", "ramp", "warm_up", "warm_up",
		"burst", "burst", "decay", "cliff", "late", "wave", "stalls", "same", "flat", "cliff"),
	n = c(600, 61, 45, 20, 300, 300, 64, 120, 240, 31, 200, 63, 150, 180, 160, 150, 102, 70, 59, 83),
	tau = c(0.10, 0.05, 0.10, 0.10, 0.05, 0.10, 0.05, 0.10, 0.10, 0.10, 0.05, 0.10, 0.10, 0.10, 0.05, 0.10, 0.10, 0.05, 0.10, 0.10),
	rho = c(0.5, 0, 0.3, 0, 0.9, 0, 0.2, 0.5, 0.3, 0, 0.2, 0, 0.3, 0.5, 0, 0.2, 0, 0, 0.7, 0.4),
	cv = c(0.10, 0.02, 0.02, 0.03, 0.05, 0.02, 0.01, 0.05, 0.05, 0.02, 0.03, 0.02, 0.02, 0.10, 0.04, 0.03, 0.05, 0, 0.2, 0.15),
	magnitude = c(1, 128, 0.0078125, 1, 1048576, 1, 1, 16, 1, 1, 1024, 1, 1, 1, 1, 8, 1, 1, 1, 4))

# A multiple of a power of two, so that its decimal text is exact and short.
generate <- function(s) {
	noise <- as.numeric(stats::filter(rnorm(s$n), s$rho, "recursive", init = rnorm(1))) * sqrt(1 - s$rho^2)
	u <- (seq_len(s$n) - 0.5) / s$n
	s$magnitude * pmax(0, round(64 * 100 * levels[[s$kind]](u) * (1 + s$cv * noise)) / 64)
}

batches <- function(x, count) factor(findInterval(seq_along(x) - 1, (0:(count - 1) * length(x)) %/% count))
batch_means <- function(x, count) as.numeric(tapply(x, batches(x, count), mean))
long_run_variance <- function(x) if (length(x) <= 20) var(x) else anova(lm(x ~ batches(x, 20)))[["Mean Sq"]][1]
degrees <- function(x) min(20, length(x)) - 1

# White's MSER on means of five, straight from its definition.
mser5 <- function(x, most) {
	z <- colMeans(matrix(x[seq_len(5 * (length(x) %/% 5))], 5))
	m <- length(z)
	cut <- 0:(most %/% 5)
	statistic <- vapply(cut, function(d) sum((z[(d + 1):m] - mean(z[(d + 1):m]))^2) / (m - d)^2, 0)
	5 * cut[which.min(statistic)]
}

compare <- function(x, cut) {
	front <- x[seq_len(cut)]
	rest <- x[-seq_len(cut)]
	t <- (mean(front) - mean(rest)) / sqrt(long_run_variance(rest) * (1 / length(front) + 1 / length(rest)))
	list(cut = cut, effect = mean(front) / mean(rest) - 1, p = 2 * pt(-abs(t), degrees(rest)))
}

transient <- function(x, tau, sure) {
	n <- length(x)
	none <- list(cut = 0, effect = NA_real_, p = NA_real_, lasts = FALSE)
	if (max(x) == min(x))
		return(none)
	differs <- function(found) abs(log(1 + found$effect)) > tau && found$p < sure
	cut <- mser5(x, n %/% 2)
	if (cut > n %/% 3) {
		earlier <- mser5(x, n %/% 3)
		if (differs(compare(x[(earlier + 1):n], cut - earlier)))
			return(c(compare(x, cut), lasts = TRUE))
		cut <- earlier
	}
	if (cut == 0 || !differs(compare(x, cut)))
		return(none)
	c(compare(x, cut), lasts = FALSE)
}

drift <- function(x) {
	z <- batch_means(x, min(20, length(x))) / mean(x)
	line <- summary(lm(z ~ seq_along(z)))$coefficients[2, ]
	list(size = line[["Estimate"]] * length(z), error = line[["Std. Error"]] * length(z), p = line[["Pr(>|t|)"]],
		most = (abs(line[["Estimate"]]) + qt(0.98, length(z) - 2) * line[["Std. Error"]]) * length(z))
}

# The split of the batches with the largest |t|, two a side; `at` is the first interval behind it, from 1.
step_of <- function(x) {
	z <- batch_means(x, min(20, length(x))) / mean(x)
	at <- 3:(length(z) - 1)
	tests <- lapply(at, function(i) t.test(z[i:length(z)], z[1:(i - 1)], var.equal = TRUE))
	best <- which.max(vapply(tests, function(test) abs(test$statistic), 0))
	list(effect = -diff(as.numeric(tests[[best]]$estimate)), p = tests[[best]]$p.value, splits = length(at),
		at = match(at[best], as.integer(batches(x, length(z)))))
}

windows <- function(x, sure) {
	z <- batch_means(x, 5) / mean(x)
	count <- min(20, length(x))
	within <- anova(lm(batch_means(x, count) / mean(x) ~ factor((5 * (seq_len(count) - 1)) %/% count)))["Residuals", "Mean Sq"]
	list(range = max(z) - min(z), slope = 4 * coef(lm(z ~ seq_along(z)))[[2]],
		noise = qtukey(1 - sure, 5, count - 5) * sqrt(within * 5 / count))
}

row <- function(i) {
	s <- plan[i, ]
	x <- generate(s)
	caution <- min(1, (s$n / 60)^3)
	front <- transient(x, s$tau, caution * 0.005)
	rest <- if (front$lasts) x else tail(x, s$n - front$cut)
	m <- length(rest)
	varies <- max(rest) > min(rest)
	r <- if (varies) acf(rest, 1, plot = FALSE)$acf[2] else 0
	worth <- if (r > 0) max(2, m * (1 - r) / (1 + r)) else m
	variance <- if (varies) long_run_variance(rest) else 0
	half <- max(qt(0.975, degrees(rest)) * sqrt(variance / m), qt(0.975, worth - 1) * sd(rest) / sqrt(worth))
	d <- if (varies) drift(rest) else list(size = 0, error = 0, p = 1, most = 0)
	j <- if (varies) step_of(rest) else list(effect = 0, p = 1, at = NA_integer_, splits = 1)
	w <- if (varies) windows(rest, caution * 0.01) else list(range = 0, slope = 0, noise = 0)
	trend_found <- abs(d$size) > s$tau && d$p < caution * 0.01
	step_found <- abs(j$effect) > s$tau && j$p < caution * 0.005 / j$splits
	apart <- w$range > max(0.20, 2 * s$tau) || abs(w$slope) > max(0.10, s$tau)
	verdict <- if (front$lasts || trend_found || step_found || apart && w$range > w$noise) "Not steady"
		else if (apart || s$n < 60 || worth < 20 || d$most > max(0.12, 1.2 * s$tau)) "Steady?"
		else "Steady"
	data.frame(id = i, kind = s$kind, n = s$n, tau = s$tau, cut = front$cut, lasts = front$lasts, cut_effect = front$effect,
		cut_p = front$p, mser5_half = if (varies || front$cut) mser5(x, s$n %/% 2) else 0,
		mean = mean(rest), sd = sd(rest), variance = variance, r = r, worth = worth, ci_lo = mean(rest) - half, ci_hi = mean(rest) + half,
		drift = d$size, drift_error = d$error, drift_p = d$p, drift_most = d$most, step = j$effect, step_at = j$at, step_p = j$p,
		range = w$range, slope = w$slope, noise = w$noise, verdict = verdict, values = paste(digits(x), collapse = ","))
}

print_table(do.call(rbind, lapply(seq_len(nrow(plan)), row)))
