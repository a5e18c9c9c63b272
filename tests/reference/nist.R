# nist.R - the four NIST StRD sets that test accuracy: the data, what NIST certifies, what R finds
# SPDX-License-Identifier: GPL-3.0-or-later

source("common.R")

certified <- data.frame(test = paste0("NumAcc", 1:4),
	mean = c("10000002", "1.2", "1000000.2", "10000000.2"),
	sd = c("1", "0.1", "0.1", "0.1"),
	lag1 = c("-0.5", "-0.999", "-0.999", "-0.999"))

# 1001 values: base.2, then base.1 and base.3 by turns.
alternating <- function(base) paste0(base, c(".2", rep(c(".1", ".3"), 500)))

data <- list(c("10000001", "10000003", "10000002"),
	alternating("1"), alternating("1000000"), alternating("10000000"))

dir.create("nist", showWarnings = FALSE)
figures <- NULL
for (i in 1:4) {
	file <- file.path("nist", paste0(certified$test[i], ".txt"))
	writeLines(data[[i]], file)
	x <- scan(file, quiet = TRUE)
	figures <- rbind(figures, data.frame(system = "NIST", test = certified$test[i], part = 1L,
		metric = "value", describe(x), lag1 = lag1(x)))
}
print_table(certified, "nist-certified.tsv")
print_table(figures, "nist-summary.tsv")
