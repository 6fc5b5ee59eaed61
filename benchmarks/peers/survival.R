# Without timefix, which takes times for tied that are near each other. Best time of survfit() on a file of entry, exit and event, in milliseconds, and the survival at 365.
suppressPackageStartupMessages(library(survival))
rows <- read.delim(commandArgs(trailingOnly = TRUE)[[1]], header = FALSE, col.names = c("entry", "exit", "event"))
best <- Inf; spent <- 0; rounds <- 0
while (rounds < 3 || (rounds < 50 && spent < 5)) {
  t <- system.time(fit <- survfit(Surv(entry, exit, event) ~ 1, data = rows, conf.type = "log-log", timefix = FALSE))[["elapsed"]]
  best <- min(best, 1000 * t); spent <- spent + t; rounds <- rounds + 1
}
cat("r", format(nrow(rows), scientific = FALSE), best, sprintf("%.10f", summary(fit, times = 365)$surv), sep = "\t"); cat("\n")
