# summary.R SAMPLES - the figures of every group, without the leading values set aside
# SPDX-License-Identifier: GPL-3.0-or-later

source("common.R")
group_by <- c("system", "test", "part", "metric")

samples <- read_samples(commandArgs(TRUE)[1])
rows <- lapply(groups(samples, group_by), function(group) {
	rest <- remaining(group)
	cbind(group[1, group_by], describe(rest$value), set_aside = nrow(group) - nrow(rest))
})
print_table(do.call(rbind, rows))
