# Limits of random counts, with all digits, by what every installation of R has.
#
#   Rscript exactness.R > exactness-r.csv          R 4.2.2, package stats
#
# Newcombe's limits follow from those of prop.test by his formula.

set.seed(1927)
show <- function(...) cat(paste(c(...), collapse = ","), "\n", sep = "")
exact <- function(x) sprintf("%.17g", x)
confidence_of <- function() sample(c(.8, .9, .95, .99), 1)
trials_of <- function() round(10^runif(1, 0, 6))
wilson <- function(x, n, confidence) suppressWarnings(prop.test(x, n, conf.level = confidence, correct = FALSE)$conf.int)

show("method", "x", "n", "baseline_x", "baseline_n", "confidence", "lower", "upper")
for (i in 1:400) {
  n <- trials_of(); x <- rbinom(1, n, rbeta(1, .5, .5)); confidence <- confidence_of(); tail <- (1 - confidence) / 2
  m <- trials_of(); y <- rbinom(1, m, rbeta(1, .5, .5))
  w <- wilson(x, n, confidence); v <- wilson(y, m, confidence)
  show("Wilson", x, n, "", "", confidence, exact(w))
  show("ClopperPearson", x, n, "", "", confidence, exact(binom.test(x, n, conf.level = confidence)$conf.int))
  show("Jeffreys", x, n, "", "", confidence,
       exact(c(if (x == 0) 0 else qbeta(tail, x + .5, n - x + .5), if (x == n) 1 else qbeta(1 - tail, x + .5, n - x + .5))))
  show("Garwood", x, n, "", "", confidence, exact(poisson.test(x, n, conf.level = confidence)$conf.int))
  p <- x / n; q <- y / m
  show("Newcombe", x, n, y, m, confidence,
       exact(c(p - q - sqrt((p - w[1])^2 + (v[2] - q)^2), p - q + sqrt((w[2] - p)^2 + (q - v[1])^2))))
}
