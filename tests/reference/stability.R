# stability.R - the verdict on one group: x in run order, its resolution, the margin tau
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Leading values that stand apart are set aside (common.R).  The methods look at y = ln x of the others.
# Each is NA for fewer values than it asks for, and where all are the same.

enough <- function(y, least) length(y) >= least && max(y) > min(y)
squares <- function(y) sum((y - mean(y))^2)

# What a straight line does from the first value to the last; p by least squares and by Mann-Kendall.
find_trend <- function(y) {
	if (!enough(y, 4))
		return(list(effect = NA_real_, p = NA_real_, kendall_p = NA_real_))
	run <- seq_along(y)
	line <- summary(lm(y ~ run))$coefficients["run", ]
	kendall <- if (enough(y, 10))
		cor.test(run, y, method = "kendall", exact = FALSE, continuity = TRUE)$p.value
	list(effect = line[["Estimate"]] * (length(y) - 1), p = line[["Pr(>|t|)"]],
		kendall_p = if (is.null(kendall)) NA_real_ else kendall)
}

# The split with the largest |t| of Student's test; `at` is the first value behind it.
find_step <- function(y) {
	if (!enough(y, 8))
		return(list(effect = NA_real_, at = NA_integer_, p = NA_real_))
	m <- length(y)
	at <- 4:(m - 2)
	effect <- vapply(at, function(i) mean(y[i:m]) - mean(y[1:(i - 1)]), 0)
	within <- vapply(at, function(i) squares(y[i:m]) + squares(y[1:(i - 1)]), 0)
	t <- effect / sqrt(within / (m - 2) * (1 / (at - 1) + 1 / (m - at + 1)))
	best <- which.max(abs(t))
	list(effect = effect[best], at = at[best], p = 2 * pt(-abs(t[best]), m - 2))
}

# The value farthest from the mean, against all others.
find_outlier <- function(y, floor) {
	if (!enough(y, 4))
		return(list(effect = NA_real_, at = NA_integer_, p = NA_real_))
	m <- length(y)
	at <- which.max(abs(y - mean(y)))
	effect <- y[at] - mean(y[-at])
	t <- effect / (max(sd(y[-at]), floor) * sqrt(1 + 1 / (m - 1)))
	list(effect = effect, at = at, p = 2 * pt(-abs(t), m - 2))
}

# The largest gap with two values or more on each side; `within` is the pooled sd of the two.
find_modes <- function(y) {
	if (!enough(y, 6))
		return(list(gap = NA_real_, within = NA_real_))
	m <- length(y)
	y <- sort(y)
	last <- 1 + which.max(diff(y)[2:(m - 2)])
	list(gap = y[last + 1] - y[last],
		within = sqrt((squares(y[1:last]) + squares(y[(last + 1):m])) / (m - 2)))
}

# Von Neumann's ratio: 2 where each value is independent of the one before.
find_dependence <- function(y) {
	if (!enough(y, 10))
		return(list(r1 = NA_real_, p = NA_real_))
	m <- length(y)
	z <- (sum(diff(y)^2) / squares(y) - 2) / sqrt(4 * (m - 2) / ((m - 1) * (m + 1)))
	list(r1 = lag1(y), p = 2 * pnorm(-abs(z)))
}

bound <- function(s, n, p) if (n < 2) NA_real_ else s * sqrt((n - 1) / qchisq(p, n - 1))

# Everything known of one group.
judge <- function(x, resolution, tau) {
	set_aside <- count_apart(x, resolution, tau)
	x <- tail(x, length(x) - set_aside)
	resolution <- tail(resolution, length(x))
	m <- length(x)
	result <- list(set_aside = set_aside, n = m, zeros = sum(x <= 0), mean = mean(x),
		q = max(resolution), observed = NA_real_, floor = NA_real_, s = NA_real_,
		U = NA_real_, L = NA_real_, verdict = "Stable?", found = rep(NA, 5))
	if (result$zeros == 0) {
		y <- log(x)
		result <- within(result, {
			observed <- sd(y)
			floor <- rounding_floor(x, resolution)
			s <- max(observed, floor)
			U <- bound(s, m, 0.05)
			L <- bound(observed, m, 0.95)
			trend <- find_trend(y)
			step <- find_step(y)
			outlier <- find_outlier(y, floor)
			modes <- find_modes(y)
			dependence <- find_dependence(y)
			# Neighbouring ticks of the clock: rounding alone may have set the values apart.
			one_tick <- max(x) - min(x) <= max(resolution) * (1 + 1e-9)
			found <- c(
				abs(trend$effect) > tau && trend$p < (if (m < 6) 0.01 else 0.005) &&
					(m < 10 || trend$kendall_p < 0.01),
				abs(step$effect) > tau && step$p < 0.005 / (m - 5),
				abs(outlier$effect) > 2 * tau && outlier$p < 0.01 / m,
				modes$gap > tau && modes$gap > 4 * modes$within &&
					2 * pt(-modes$gap / modes$within, m - 2) < 0.001,
				dependence$p < 0.01) %in% TRUE & !one_tick
			verdict <- if (m < 2) "Stable?" else
				if ((L > tau && !one_tick) || any(found[c(1, 2, 4)])) "Unstable" else
				if (m >= 3 && U <= tau && !any(found)) "Stable" else "Stable?"
		})
	}
	names(result$found) <- c("trend", "step", "outlier", "modes", "dependence")
	result
}
