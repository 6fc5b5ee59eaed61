# Writes white-noise-fits.csv: regressions with an AR(1) process beside white noise, by the restricted likelihood times sqrt(1 - phi).
# Dense matrices and optim, nothing shared with the library; nlme::gls with corExp and a nugget confirms each likelihood.
# Rscript white-noise-fits.R > white-noise-fits.csv
library(nlme)
set.seed(20261129)
cat("name;period;values;coef;se;phi;process;white;loglik\n")
one <- function(name, y, period) {
  values <- y
  t0 <- which(!is.na(y)) - 1
  y <- y[!is.na(y)]
  X <- if (period > 1) model.matrix(~ factor(t0 %% period) + I(t0 / period)) else cbind(1, t0 / period)
  n <- nrow(X); k <- ncol(X)
  at <- function(phi, w) {
    V <- (1 - w) * phi^abs(outer(t0, t0, "-")) + w * diag(n)
    W <- solve(V); A <- t(X) %*% W %*% X
    b <- solve(A, t(X) %*% W %*% y); r <- y - X %*% b
    rss <- as.numeric(t(r) %*% W %*% r); s2 <- rss / (n - k)
    list(b = b, cov = s2 * solve(A), s2 = s2,
         l = -0.5 * ((n - k) * (log(2 * pi) + 1 + log(s2)) + as.numeric(determinant(V)$modulus) + as.numeric(determinant(A)$modulus)))
  }
  height <- function(p) at(p[1], p[2])$l + 0.5 * log(1 - p[1])
  best <- NULL
  for (phi in c(.05, .3, .6, .9)) for (w in c(.05, .4, .8)) {
    o <- optim(c(phi, w), height, method = "L-BFGS-B", lower = c(0, 0), upper = c(.98, .9999), control = list(fnscale = -1, factr = 10, pgtol = 1e-9, maxit = 1000))
    if (is.null(best) || o$value > best$value) best <- o
  }
  for (i in 1:5) { o <- optim(best$par, height, control = list(fnscale = -1, reltol = 1e-15, maxit = 5000)); if (o$value > best$value && all(o$par >= 0) && o$par[1] <= .98) best <- o }
  f <- at(best$par[1], best$par[2])
  d <- data.frame(y = y, t = t0, X = I(X))
  g <- gls(y ~ X - 1, data = d, method = "REML", correlation = corExp(c(-1 / log(best$par[1]), best$par[2]), form = ~ t, nugget = TRUE, fixed = TRUE))
  stopifnot(abs(as.numeric(g$logLik) - f$l) < 1e-6)
  cat(name, period, gsub(" ", "", paste(ifelse(is.na(values), "", formatC(values, digits = 17, format = "g")), collapse = ",")),
      sprintf("%.12g", f$b[k]), sprintf("%.12g", sqrt(f$cov[k, k])), sprintf("%.10g", best$par[1]),
      sprintf("%.12g", f$s2 * (1 - best$par[2])), sprintf("%.12g", f$s2 * best$par[2]), sprintf("%.12g", f$l), sep = ";")
  cat("\n")
}
ar <- function(n, phi) { e <- rnorm(n); u <- numeric(n); u[1] <- e[1]; for (t in 2:n) u[t] <- phi * u[t - 1] + sqrt(1 - phi^2) * e[t]; u }
season <- function(n, p) 3 * sin(2 * pi * (seq_len(n) - 1) / p)
one("half", round(ar(120, .8) + rnorm(120) + season(120, 12), 4), 12)
y <- round(ar(120, .85) + rnorm(120) + season(120, 12), 4); y[c(5, 6, 7, 20, 33, 34, 50, 61)] <- NA
one("half, gaps", y, 12)
one("slow", round(1.5 * ar(80, .9) + rnorm(80) + season(80, 4), 4), 4)
one("weekdays", round(ar(210, .9) + 0.8 * rnorm(210) + season(210, 7), 4), 7)
one("years", round(2 * ar(60, .7) + rnorm(60), 4), 1)
one("offset", round(1000 * (1.3 * ar(96, .8) + rnorm(96)) + 1e6, 1), 12)
