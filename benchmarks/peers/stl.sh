#!/bin/sh
# The same decomposition in three programs on this machine, in one run of a few minutes: times in milliseconds, and how many times faster CxKpi is.
# Installs R and statsmodels from Debian when they are absent. Exit code 1 when a target is missed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=/usr/bin/python3
if ! command -v Rscript > /dev/null; then apt-get update -qq && apt-get install -y -qq --no-install-recommends r-base-core; fi
if ! "$python" -c 'import statsmodels' 2> /dev/null; then apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-statsmodels; fi

times=$(mktemp)
trap 'rm -f "$times"' EXIT
dotnet run -c Release --project "$here/../CxKpi.Benchmarks" -- stl | grep '^cxkpi' >> "$times"
Rscript "$here/stl.R" >> "$times"
"$python" "$here/stl.py" >> "$times"

awk -F '\t' '
  { t[$1, $2, $3, $4, $5] = $6; if (!(($2, $3, $4) in seen)) { seen[$2, $3, $4] = 1; order[++rows] = $2 FS $3 FS $4 } }
  function ratio(a, b) { return a == "" || b == "" || a == "skipped" ? "-" : sprintf("%.1f", a / b) }
  function cell(x) { return x == "" ? "-" : x == "skipped" ? x : sprintf("%.3f", x) }
  function check(name, value, target) {
    if (value == "-") return
    met = value + 0 >= target; if (!met) missed = 1
    printf "%-64s %8s >= %-5s %s\n", name, value, target, met ? "met" : "missed"
  }
  END {
    format = "%8s %6s %-7s %12s %12s %12s %12s %10s %10s %10s\n"
    printf format, "n", "period", "kind", "exact", "same", "R", "statsmodels", "R/exact", "R/same", "sm/same"
    for (i = 1; i <= rows; i++) {
      split(order[i], k, FS)
      exact = t["cxkpi", k[1], k[2], k[3], "exact"]; same = t["cxkpi", k[1], k[2], k[3], "same"]
      r = t["r", k[1], k[2], k[3], "same"]; sm = t["statsmodels", k[1], k[2], k[3], "same"]
      printf format, k[1], k[2], k[3], cell(exact), cell(same), cell(r), cell(sm), ratio(r, exact), ratio(r, same), ratio(sm, same)
    }
    print "times in ms, the best of several rounds; same: with the parameters of R; skipped: would take longer than the script waits"
    check("exact against R with its defaults, n=1000000 p=12", ratio(t["r", 1000000, 12, "plain", "same"], t["cxkpi", 1000000, 12, "plain", "exact"]), 4)
    for (i = 1; i <= rows; i++) {
      split(order[i], k, FS)
      check("exact not slower than R with its jumps, n=" k[1] " p=" k[2] " " k[3], ratio(t["r", k[1], k[2], k[3], "same"], t["cxkpi", k[1], k[2], k[3], "exact"]), 1)
      check("not slower than R, n=" k[1] " p=" k[2] " " k[3], ratio(t["r", k[1], k[2], k[3], "same"], t["cxkpi", k[1], k[2], k[3], "same"]), 1)
    }
    for (p = 1; p <= 3; p++) {
      split("7 12 365", q, " ")
      check("against statsmodels, n=1000000 p=" q[p], ratio(t["statsmodels", 1000000, q[p], "plain", "same"], t["cxkpi", 1000000, q[p], "plain", "same"]), 30)
    }
    exit missed
  }' "$times"
