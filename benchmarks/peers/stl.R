# Best time of stl() per case, in milliseconds.
series <- function(n, p) {
  i <- 0:(n - 1)
  hash <- sin((i + 1) * 12.9898) * 43758.5453
  ts(50 + 10 * sin(2 * pi * i / p) + 0.5 * sin(i / 5000) + (hash - floor(hash)), frequency = p)
}
for (n in c(120, 10000, 1000000)) for (p in c(7, 12, 365)) if (2 * p < n) {
  x <- series(n, p)
  for (robust in c(FALSE, TRUE)) {
    calls <- max(1, 2000 %/% n)
    best <- Inf; spent <- 0; rounds <- 0
    while (rounds < 3 || (rounds < 50 && spent < 2)) {
      t <- system.time(for (call in seq_len(calls * 5)) { stl(x, s.window = 11, robust = robust); if (n > 1e5) break })[["elapsed"]]
      best <- min(best, 1000 * t / (if (n > 1e5) 1 else calls * 5)); spent <- spent + t; rounds <- rounds + 1
    }
    cat("r", format(n, scientific = FALSE), p, if (robust) "robust" else "plain", "same", best, sep = "\t"); cat("\n")
  }
}
