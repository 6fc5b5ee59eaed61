# Vectors of intervals that inference.json lacks, from R and the packages survey and psych.
#
#   Rscript intervals.R > intervals-r.json          R 4.2.2, survey 4.1-1, psych 2.2.9
#
# Debian: r-base-core, r-cran-survey, r-cran-psych, r-cran-jsonlite.

suppressMessages({ library(survey); library(psych) })
set.seed(1998)
one <- jsonlite::unbox
vectors <- list()

add <- function(method, inputs, expected, rel, call) {
  id <- sprintf("%s#r%02d", method, sum(vapply(vectors, function(v) v$method == method, NA)) + 1)
  vectors[[length(vectors) + 1]] <<- list(
    id = one(id), method = one(method), inputs = inputs, expected = expected,
    tolerance = list(rel = one(rel), abs = one(1e-12)), oracle = one(R.version.string), call = one(call))
}

# Brown, Cai and DasGupta (2001): Wilson, with the Poisson's limit for up to three cases.
for (v in list(c(1, 10, .95), c(2, 50, .95), c(3, 50, .95), c(3, 100, .95), c(98, 100, .95), c(1, 400, .9), c(0, 12, .95), c(30, 70, .99))) {
  x <- v[1]; n <- v[2]; confidence <- v[3]
  limits <- suppressWarnings(prop.test(x, n, conf.level = confidence, correct = FALSE)$conf.int)
  most <- if (n <= 50) 2 else 3
  lower <- if (x > 0 && x <= most) qchisq(1 - confidence, 2 * x) / 2 / n else limits[1]
  upper <- if (n - x > 0 && n - x <= most) 1 - qchisq(1 - confidence, 2 * (n - x)) / 2 / n else limits[2]
  add("proportion.ci.modified_wilson", list(successes = one(x), trials = one(n), confidence = one(confidence)),
    list(lower = one(lower), upper = one(upper)), 1e-10, "prop.test(..., correct = FALSE) with qchisq(1 - confidence, 2 * x) / 2 / n")
}

# The standard error is survey's; Wilson's limits are prop.test's on the effective counts, with Student's quantile in place of the normal one.
for (shape in list(c(6, 4, .8), c(15, 8, .6), c(40, 5, .93))) {
  clusters <- shape[1]; share <- plogis(qlogis(shape[3]) + rnorm(clusters))
  size <- 1 + rpois(clusters, shape[2])
  rows <- data.frame(cluster = rep(seq_len(clusters), size))
  rows$success <- rbinom(nrow(rows), 1, share[rows$cluster])
  design <- svydesign(ids = ~cluster, data = rows, weights = ~1)
  estimate <- svymean(~success, design); p <- as.numeric(coef(estimate)); error <- as.numeric(SE(estimate)); df <- clusters - 1
  n <- min(nrow(rows), p * (1 - p) / error^2)
  limits <- suppressWarnings(prop.test(p * n, n, conf.level = 2 * pnorm(qt(.975, df)) - 1, correct = FALSE)$conf.int)
  add("proportion.ci.cluster_wilson", list(success = rows$success, cluster = rows$cluster, confidence = one(.95)),
    list(estimate = one(p), standard_error = one(error), df = one(df), effective_n = one(n), lower = one(limits[1]), upper = one(limits[2])),
    1e-9, "survey::svymean, prop.test(p * n, n) with n = p (1 - p) / se^2, z = qt(.975, df)")
}

for (shape in list(c(8, 4), c(40, 10), c(300, 3))) {
  n <- shape[1]; k <- shape[2]
  trait <- rnorm(n)
  answers <- round(pmin(pmax(outer(trait, rep(1, k)) + matrix(rnorm(n * k), n) + 3, 1), 5))
  alpha <- k / (k - 1) * (1 - sum(apply(answers, 2, var)) / var(rowSums(answers)))
  ci <- psych::alpha.ci(alpha, n.obs = n, n.var = k, p.val = .05, digits = 12)
  add("reliability.alpha.ci.feldt", list(answers = as.vector(t(answers)), items = one(k), confidence = one(.95)),
    list(alpha = one(alpha), lower = one(as.numeric(ci$lower.ci)), upper = one(as.numeric(ci$upper.ci))), 1e-9, "psych::alpha.ci(alpha, n, k)")
}

cat('{"suite":"intervals-r","vectors":[\n')
cat(vapply(vectors, function(v) as.character(jsonlite::toJSON(v, digits = NA)), ""), sep = ",\n")
cat("\n]}\n")
