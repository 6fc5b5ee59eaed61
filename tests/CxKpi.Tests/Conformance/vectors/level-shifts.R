# Level shifts by an obvious slow program: dense matrices, every place tried by least squares, errors simulated with R's own random numbers.
#
#   Rscript level-shifts.R > level-shifts.json          the vectors beside this file: R 4.2.2
#
# Debian: r-base-core, r-cran-jsonlite.

one <- jsonlite::unbox
memories <- (0:19) / 20
whites <- c(0, 0.25, 0.5, 1, 2, 4)
set.seed(1993)

ar <- function(n, phi) phi^abs(outer(1:n, 1:n, "-"))
step_at <- function(n, t) as.numeric(1:n > t) # the new level begins at position t, from 0
squares <- function(X, y) sum(qr.resid(qr(X), y)^2)

# Sup F at a memory: whitening by the Cholesky factor of the errors' correlations.
scan <- function(X, y, phi, margin) {
  n <- length(y)
  root <- t(chol(ar(n, phi)))
  Xw <- forwardsolve(root, X); yw <- forwardsolve(root, y)
  before <- squares(Xw, yw)
  after <- rep(Inf, n)
  for (t in margin:(n - margin)) after[t + 1] <- squares(cbind(Xw, forwardsolve(root, step_at(n, t))), yw)
  row <- which.min(after) - 1
  list(row = row, f = (before - min(after)) / min(after) * (n - ncol(X) - 1), gain = before - min(after))
}

# The memory around the best step for independent errors, rounded to twentieths; (m r + 2) / (m - 4) undoes what a fitted level hides.
find <- function(X, y, margin) {
  n <- length(y)
  start <- scan(X, y, 0, margin)$row
  e <- qr.resid(qr(cbind(X, step_at(n, start))), y)
  r <- sum(e[-1] * e[-n]) / sum(e^2)
  memory <- floor(min(max((n * r + 2) / (n - 4), 0), 0.95) * 20 + 0.5) / 20
  c(scan(X, y, memory, margin), memory = memory)
}

reml <- function(X, y, V) {
  n <- length(y); k <- ncol(X)
  inverse <- solve(V)
  information <- t(X) %*% inverse %*% X
  b <- solve(information, t(X) %*% inverse %*% y)
  s <- sum((y - X %*% b) * (inverse %*% (y - X %*% b))) / (n - k)
  height <- -0.5 * ((n - k) * log(s) + determinant(V)$modulus + determinant(information)$modulus)
  list(height = as.numeric(height), b = b)
}

errors <- function(X, y) {
  n <- length(y)
  all <- expand.grid(phi = memories, white = whites)
  height <- mapply(function(phi, white) reml(X, y, ar(n, phi) + white * diag(n))$height, all$phi, all$white)
  all$weight <- exp(height - max(height)); all$weight <- all$weight / sum(all$weight)
  all
}

simulate <- function(X, all, count, margin) {
  n <- nrow(X)
  replicate(count, {
    i <- sample(nrow(all), 1, prob = all$weight)
    u <- as.numeric(t(chol(ar(n, all$phi[i]))) %*% rnorm(n)) + sqrt(all$white[i]) * rnorm(n)
    find(X, u, margin)$f
  })
}

series <- list(); vectors <- list()
judge <- function(name, x, period, source, draws) {
  x <- as.numeric(x); n <- length(x)
  y <- x - x[1]
  margin <- max(2, ceiling(0.15 * n), (period + 1) %/% 2)
  X <- matrix(1, n, 1)
  if (period > 1) for (s in 2:period) X <- cbind(X, as.numeric(((0:(n - 1)) %% period) + 1 == s))
  found <- find(X, y, margin)
  root <- t(chol(ar(n, found$memory)))
  line <- as.numeric(0:(n - 1))
  before <- squares(forwardsolve(root, X), forwardsolve(root, y))
  after <- squares(forwardsolve(root, cbind(X, line)), forwardsolve(root, y))
  gain <- before - after
  slope <- gain >= 0.85 * found$gain && 2 * pt(-sqrt(gain / after * (n - ncol(X) - 1)), n - ncol(X) - 1) < 0.05
  if (slope) { X <- cbind(X, line); found <- find(X, y, margin) }
  beside <- cbind(X, step_at(n, found$row))
  phi <- optimize(function(p) reml(beside, y, ar(n, p))$height, c(0, 0.98), maximum = TRUE, tol = 1e-10)$maximum
  if (reml(beside, y, ar(n, 0))$height > reml(beside, y, ar(n, phi))$height) phi <- 0
  size <- reml(beside, y, ar(n, phi))$b[ncol(beside)]
  with_step <- errors(beside, y)
  independence <- sum(with_step$weight / (1 + 2 / (1 + with_step$white) * with_step$phi / (1 - with_step$phi)))
  largest <- sort(c(simulate(X, with_step, draws, margin), simulate(X, errors(X, y), draws, margin)))
  series[[name]] <<- list(source = one(source), period = one(period), start = c(1, 1), values = x)
  vectors[[length(vectors) + 1]] <<- list(
    id = one(paste0("shift-", name)), method = one("series.level_shift"), inputs = list(series = one(name), period = one(period)),
    expected = list(row0 = one(found$row), memory = one(found$memory), f = one(found$f), slopeBeside = one(as.integer(slope)), phi = one(phi), size = one(size), independence = one(independence)),
    tolerance = list(rel = one(1e-6), abs = one(1e-6)), oracle = one("R 4.2.2, dense matrices: level-shifts.R"))
  vectors[[length(vectors) + 1]] <<- list(
    id = one(paste0("shift-simulated-", name)), method = one("series.level_shift_simulated"), inputs = list(series = one(name), period = one(period)),
    expected = list(p = one((1 + sum(largest >= found$f)) / (length(largest) + 1)), critical = one(as.numeric(quantile(largest, 0.95)))),
    tolerance = list(rel = one(0.15), abs = one(0.02)), oracle = one(sprintf("R 4.2.2, %d simulated series: level-shifts.R", 2 * draws)))
}

draws <- if (length(commandArgs(trailingOnly = TRUE)) > 0) as.integer(commandArgs(trailingOnly = TRUE)[1]) else 1000
judge("Nile", Nile, 1, "R datasets: Nile", draws)
judge("LakeHuron", LakeHuron, 1, "R datasets: LakeHuron", draws)
judge("UKDriverDeaths", window(UKDriverDeaths, 1979), 12, "R datasets: UKDriverDeaths, from 1979", draws)
judge("ldeaths", ldeaths, 12, "R datasets: ldeaths", draws)
judge("nhtemp", nhtemp, 1, "R datasets: nhtemp", draws)
judge("quarters", round(as.numeric(arima.sim(list(ar = 0.4), 48)) + c(0, 2, 1, -1) + ifelse(1:48 > 30, 2, 0), 3), 4, "simulated: AR 0.4, a step of 2 after 30", draws)
cat(jsonlite::toJSON(list(suite = one("level-shifts"), series = series, vectors = vectors), digits = NA, pretty = TRUE), "\n")
