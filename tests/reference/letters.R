# letters.R - compact letter displays by multcompView (Debian: r-cran-multcompview)
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Systems 1 to k; the pairs separated as a,b,a,b,...  Means in descending order and intervals of several
# widths; the last rows separate at random.

source("common.R")
RNGversion("4.0.0")
set.seed(20261126, "Mersenne-Twister", "Inversion", "Rejection")

by_intervals <- function(k, width) {
	mean <- sort(runif(k), decreasing = TRUE)
	abs(outer(mean, mean, "-")) > outer(runif(k, 0.5, 1), runif(k, 0.5, 1), "+") * width
}
at_random <- function(k, share) {
	upper <- matrix(runif(k * k) < share, k)
	upper & upper.tri(upper)
}
by_hand <- function(k, ...) {
	s <- matrix(FALSE, k, k)
	for (pair in list(...))
		s[pair[1], pair[2]] <- TRUE
	s
}

cases <- c(list(by_hand(1), by_hand(2), by_hand(2, 1:2), by_hand(3, c(1, 3)), by_hand(3, 1:2, c(1, 3), 2:3)),
	lapply(1:12, function(i) by_intervals(2 + i %/% 2, c(0.05, 0.15, 0.3)[1 + i %% 3])),
	lapply(1:8, function(i) at_random(3 + i, c(0.3, 0.6)[1 + i %% 2])))

# Which letter is a and which b is a matter of taste: the one whose first systems come first.
named <- function(full) {
	k <- nrow(full)
	if (k == 1)
		return("a")
	member <- multcompView::multcompLetters(full)$LetterMatrix
	if (is.null(dim(member)))
		return(rep("a", k))
	member <- member[rownames(full), , drop = FALSE]
	key <- apply(member, 2, function(m) paste(ifelse(m, "0", "1"), collapse = ""))
	member <- member[, order(key), drop = FALSE]
	apply(member, 1, function(m) paste(letters[which(m)], collapse = ""))
}

row <- function(id) {
	s <- cases[[id]]
	s <- (s | t(s)) & upper.tri(s)
	k <- nrow(s)
	full <- s | t(s)
	names <- sprintf("s%02d", seq_len(k))
	dimnames(full) <- list(names, names)
	pairs <- which(s, arr.ind = TRUE)
	pairs <- pairs[order(pairs[, 1], pairs[, 2]), , drop = FALSE]
	data.frame(id = id, k = k, letters = paste(named(full), collapse = ","),
		separated = paste(t(pairs), collapse = ","))
}
print_table(do.call(rbind, lapply(seq_along(cases), row)))
