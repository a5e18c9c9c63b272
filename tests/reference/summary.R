# summary.R SAMPLES - the figures of every group
# SPDX-License-Identifier: GPL-3.0-or-later

source("common.R")
group_by <- c("system", "test", "part", "metric")

samples <- read_samples(commandArgs(TRUE)[1])
rows <- lapply(groups(samples, group_by),
	function(group) cbind(group[1, group_by], describe(group$value)))
print_table(do.call(rbind, rows))
