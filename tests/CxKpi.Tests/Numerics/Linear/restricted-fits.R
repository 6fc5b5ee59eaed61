# Writes restricted-fits.csv: regressions with AR(1) errors by nlme::gls, REML, with and without gaps.
# Rscript restricted-fits.R > restricted-fits.csv
library(nlme)
set.seed(20240501)
cat("name;period;step;values;coef;se;phi;sigma;loglik\n")
one <- function(name, y, period, step = NA) {
  t0 <- seq_along(y) - 1
  d <- data.frame(y = y, t = t0, tr = t0 / period, s = factor(t0 %% period))
  if (!is.na(step)) d$st <- as.numeric(t0 >= step)
  d <- d[!is.na(d$y), ]
  f <- if (period > 1) y ~ s + tr else y ~ tr
  if (!is.na(step)) f <- update(f, . ~ . + st)
  fit <- gls(f, data = d, correlation = corAR1(value = 0.3, form = ~ t), method = "REML",
             control = glsControl(tolerance = 1e-12, msTol = 1e-12, maxIter = 500, msMaxIter = 500))
  term <- if (is.na(step)) "tr" else "st"
  b <- summary(fit)$tTable[term, ]
  phi <- coef(fit$modelStruct$corStruct, unconstrained = FALSE)
  txt <- paste(ifelse(is.na(y), "", formatC(y, digits = 17, format = "g", flag = "")), collapse = ",")
  cat(name, period, ifelse(is.na(step), "", step), gsub(" ", "", txt),
      sprintf("%.12g", b[1]), sprintf("%.12g", b[2]), sprintf("%.12g", phi), sprintf("%.12g", fit$sigma),
      sprintf("%.12g", as.numeric(fit$logLik)), sep = ";")
  cat("\n")
}
ar <- function(n, phi) { e <- rnorm(n); u <- numeric(n); u[1] <- e[1]; for (t in 2:n) u[t] <- phi * u[t - 1] + sqrt(1 - phi^2) * e[t]; round(u, 4) }
season <- function(n, p) round(3 * sin(2 * pi * (seq_len(n) - 1) / p), 3)
one("complete", ar(60, .5) + season(60, 12), 12)
y <- ar(72, .6) + season(72, 12); y[c(5, 6, 7, 20, 33, 34, 50, 61)] <- NA
one("gaps", y, 12)
y <- ar(72, .6) + season(72, 12); y[c(1, 2, 15:22, 40, 41, 71, 72)] <- NA
one("gaps at both ends", y, 12)
one("step", ar(60, .4) + season(60, 12) + c(rep(0, 50), rep(1, 10)), 12, 50)
y <- ar(48, .5) + season(48, 4); y[c(9, 10, 30)] <- NA
one("quarters with gaps and step", y, 4, 36)
one("weekdays", ar(140, .7) + season(140, 7), 7)
one("years", ar(30, .6) + seq_len(30) / 10, 1)
one("offset", ar(60, .5) * 1000 + 1e6, 12)
one("tiny", (ar(48, .6) + season(48, 12)) * 1e-6, 12)
