# Vectors with options drawn at random, from R's stl, HoltWinters and the package forecast's mstl.
#
#   Rscript random-options.R > random-options-r.json          the vectors beside this file: R 4.2.2, forecast 8.20
#   Rscript random-options.R 500 7 > elsewhere/unseen.json    500 of each kind from another seed
#
# Debian: r-base-core, r-cran-forecast, r-cran-jsonlite.
# Robust decompositions have an odd number of figures: for an even one, R's stl takes a wrong order statistic for the median.
# Those are left out whose own figures move when the last digits of the series do: iterations that come to fit more than half the
# figures exactly weigh the others by rounding noise.

suppressMessages(library(forecast))
arguments <- as.integer(commandArgs(trailingOnly = TRUE))
count <- if (length(arguments) > 0) arguments[1] else 8
set.seed(if (length(arguments) > 1) arguments[2] else 2016)

pick <- function(choices) choices[[sample.int(length(choices), 1)]]
maybe <- function(value, chance = 0.4) if (runif(1) < chance) value else NULL
given <- function(...) Filter(Negate(is.null), list(...))
one <- jsonlite::unbox

series <- list()
vectors <- list()

add_series <- function(values, period, source) {
  name <- sprintf("random%d", length(series) + 1)
  series[[name]] <<- list(source = one(source), period = one(period), start = c(1, 1), values = values)
  name
}

# Positive figures with a level that drifts, one or several seasons that multiply it, and a few outliers.
draw_series <- function(periods, n) {
  t <- seq_len(n)
  season <- rowSums(sapply(periods, function(p) rep(rnorm(p, sd = 0.15), length.out = n)))
  values <- exp(4 + cumsum(rnorm(n, 0.002, 0.02)) + season * (1 + 0.5 * t / n) + rnorm(n, sd = 0.06))
  outliers <- sample.int(n, max(1, n %/% 40))
  values[outliers] <- values[outliers] * 1.8
  round(values, 4)
}

component <- function(x) {
  n <- length(x)
  stored <- if (n <= 40) seq_len(n) else sort(unique(c(1:8, sample.int(n, 14), (n - 7):n)))
  known <- x[!is.na(x)]
  summary <- list(n = one(n), nNull = one(n - length(known)), sum = one(sum(known)), sumSq = one(sum(known^2)), min = one(min(known)), max = one(max(known)))
  if (n <= 40) list(values = x, summary = summary) else list(indices0 = stored - 1, values = x[stored], summary = summary)
}

made <- function(kind) length(grep(paste0("^random-", kind, "-"), names(vectors)))

numbers <- function(x) lapply(as.vector(x), function(v) one(if (is.na(v)) NA else if (is.infinite(v)) (if (v > 0) "Infinity" else "-Infinity") else v))

add <- function(kind, method, inputs, expected, tolerance, call) {
  oracle <- paste(R.version.string, if (kind == "mstl") paste("forecast", packageVersion("forecast")) else "stats")
  id <- sprintf("random-%s-%03d", kind, made(kind) + 1)
  vectors[[id]] <<- list(
    id = one(id), method = one(method), inputs = inputs, expected = expected, tolerance = lapply(tolerance, one), oracle = one(oracle), call = one(call))
}

inputs_of <- function(name, arguments) c(list(series = one(name)), lapply(arguments, function(x) if (length(x) == 1) one(x) else x))

shown <- function(f, arguments) {
  values <- sapply(arguments, function(a) paste(deparse(a), collapse = ""))
  sprintf("%s(x, %s)", f, paste(names(arguments), values, sep = " = ", collapse = ", "))
}

# The options that stl and mstl share.
stl_options <- function(period, robust) given(
  t.window = maybe(sample(5:(3 * period + 4), 1)),
  l.window = maybe(sample(3:(2 * period + 2), 1), 0.3),
  s.degree = maybe(pick(0:1)),
  t.degree = maybe(pick(0:1), 0.6),
  l.degree = maybe(pick(0:1), 0.3),
  s.jump = maybe(sample(1:4, 1), 0.3),
  t.jump = maybe(sample(1:6, 1), 0.3),
  l.jump = maybe(sample(1:6, 1), 0.3),
  robust = if (robust) TRUE else maybe(FALSE, 0.2),
  inner = maybe(sample(1:4, 1), 0.25),
  outer = if (robust) maybe(sample(1:8, 1), 0.4) else NULL
)

settled <- function(x, fit) {
  figures <- fit(x)
  moved <- function(pattern, by) max(abs(fit(x * (1 + by * rep_len(pattern, length(x)))) - figures), na.rm = TRUE)
  patterns <- list(c(1, -1, -1), c(1, 1, -1, -1, 0), c(-1, 0, 0, 1))
  all(sapply(patterns, function(pattern) sapply(c(2.5e-16, 1e-15, 1e-14, 1e-13), function(by) moved(pattern, by))) < 1e-8)
}

odd <- function(n, robust) if (robust && n %% 2 == 0) n + 1 else n

while (made("stl") < count) {
  period <- pick(c(4, 5, 7, 12, 24))
  robust <- runif(1) < 0.4
  x <- draw_series(period, odd(sample((2 * period + 1):(9 * period + 20), 1), robust))
  options <- c(list(s.window = pick(list("periodic", sample(2:9, 1), sample(7:35, 1)))), stl_options(period, robust))
  fit <- do.call(stl, c(list(ts(x, frequency = period)), options))
  parts <- function(x) with(do.call(stl, c(list(ts(x, frequency = period)), options)), cbind(time.series, weights))
  if (robust && !settled(x, parts)) next
  expected <- list(
    seasonal = component(fit$time.series[, "seasonal"]), trend = component(fit$time.series[, "trend"]), remainder = component(fit$time.series[, "remainder"]),
    weights = component(fit$weights),
    windows = list(seasonal = one(fit$win[["s"]]), trend = one(fit$win[["t"]]), lowPass = one(fit$win[["l"]])),
    jumps = list(seasonal = one(fit$jump[["s"]]), trend = one(fit$jump[["t"]]), lowPass = one(fit$jump[["l"]])),
    degrees = list(seasonal = one(fit$deg[["s"]]), trend = one(fit$deg[["t"]]), lowPass = one(fit$deg[["l"]])))
  inputs <- c(inputs_of(add_series(x, period, "random: one season"), options), list(period = one(period)))
  near <- if (robust) 1e-7 else 1e-10
  add("stl", if (robust) "series.stl_robust" else "series.stl", inputs, expected, list(rel = near, abs = near), shown("stl", options))
}

while (made("mstl") < count) {
  periods <- pick(list(c(7, 30), c(4, 12), c(5, 20), c(24, 168), c(6, 14, 45), 7))
  robust <- runif(1) < 0.25
  n <- odd(sample((2 * max(periods) + 5):(5 * max(periods) + 60), 1), robust)
  x <- draw_series(periods, n)
  m <- length(periods)
  options <- c(given(
    lambda = maybe(pick(c(0, 0.3, 0.5, 1, -0.5)), 0.8),
    iterate = maybe(sample(1:4, 1)),
    s.window = pick(list(NULL, NULL, "periodic", sample(3:20, 1), sample(3:25, m, replace = TRUE), sample(3:25, m, replace = TRUE)))),
    stl_options(min(periods), robust))
  fit <- do.call(mstl, c(list(msts(x, seasonal.periods = periods)), options))
  if (robust && !settled(x, function(x) do.call(mstl, c(list(msts(x, seasonal.periods = periods)), options))[, -1])) next
  expected <- list(trend = component(c(fit[, "Trend"])), remainder = component(c(fit[, "Remainder"])))
  seasons <- grep("^Seasonal", colnames(fit))
  for (j in seasons) expected[[tolower(colnames(fit)[j])]] <- component(c(fit[, j]))
  inputs <- c(inputs_of(add_series(x, max(periods), "random: several seasons"), options), list(periods = periods))
  add("mstl", "series.mstl", inputs, expected, if (robust) list(rel = 1e-7, abs = 1e-7) else list(rel = 1e-9, abs = 1e-9), shown("mstl", options))
}

for (i in seq_len(count)) {
  period <- pick(c(4, 7, 12))
  x <- draw_series(period, sample((4 * period):(8 * period), 1))
  seasonal <- pick(c("additive", "multiplicative"))
  trend <- runif(1) < 0.7
  season <- seasonal == "multiplicative" || runif(1) < 0.85
  options <- given(
    alpha = round(runif(1, 0.02, 1), 3), beta = if (trend) round(runif(1, 0, 0.4), 3) else FALSE, gamma = if (season) round(runif(1, 0, 0.9), 3) else FALSE,
    seasonal = seasonal, start.periods = maybe(sample(2:4, 1)))
  fit <- do.call(HoltWinters, c(list(ts(x, frequency = period)), options))
  horizon <- sample(1:24, 1)
  level <- pick(c(0.5, 0.8, 0.9, 0.95, 0.99))
  ahead <- predict(fit, horizon, prediction.interval = TRUE, level = level)
  expected <- list(
    fitted = component(c(fit$fitted[, "xhat"])), SSE = one(fit$SSE),
    level = one(fit$coefficients[["a"]]), slope = one(if (trend) fit$coefficients[["b"]] else NA),
    seasonCoefficients = unname(fit$coefficients[grep("^s", names(fit$coefficients))]), forecast = numbers(ahead[, "fit"]))
  expected[[sprintf("upper%g", 100 * level)]] <- numbers(ahead[, "upr"])
  expected[[sprintf("lower%g", 100 * level)]] <- numbers(ahead[, "lwr"])
  inputs <- c(inputs_of(add_series(x, period, "random: one season"), options), list(period = one(period), horizon = one(horizon), level = one(level)))
  call <- sprintf("predict(%s, %d, prediction.interval = TRUE, level = %g)", shown("HoltWinters", options), horizon, level)
  add("holtwinters", "series.holt_winters", inputs, expected, list(rel = 1e-9, abs = 1e-9), call)
}

while (made("optimised") < ceiling(count / 2)) {
  period <- pick(c(4, 7, 12))
  x <- draw_series(period, sample((4 * period):(8 * period), 1))
  options <- given(
    alpha = maybe(round(runif(1, 0.05, 0.9), 3), 0.3), beta = pick(list(NULL, NULL, FALSE, 0.1)), gamma = pick(list(NULL, NULL, NULL, FALSE, 0.2)),
    seasonal = pick(c("additive", "multiplicative")), start.periods = maybe(sample(2:4, 1)))
  if (isFALSE(options$gamma)) options$seasonal <- "additive"
  fit <- tryCatch(suppressWarnings(do.call(HoltWinters, c(list(ts(x, frequency = period)), options))), error = function(e) NULL)
  if (is.null(fit)) next
  weight <- function(w) one(if (is.logical(w)) NA else w[[1]])
  expected <- list(alpha = weight(fit$alpha), beta = weight(fit$beta), gamma = weight(fit$gamma), SSE = one(fit$SSE))
  inputs <- c(inputs_of(add_series(x, period, "random: one season"), options), list(period = one(period)))
  add("optimised", "series.holt_winters_optimised", inputs, expected, list(sseRelMax = 1e-3), shown("HoltWinters", options))
}

suite <- list(suite = one("random-options-r"), series = series, vectors = unname(vectors))
cat(jsonlite::toJSON(suite, digits = NA, na = "null", null = "null"), "\n", sep = "")
