#!/bin/sh
# The survival curve (Kaplan-Meier with late entries) of the same generated file in two programs on this machine: times in milliseconds, and how many times
# faster CxKpi is. R is timed where it is installed with its package survival. Exit code 1 when the curves differ.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for rows in 10000 100000 1000000; do
  # Every fourth customer enters late, two of three leave within sight, and no two have the same time.
  awk -v rows="$rows" 'BEGIN {
    srand(8)
    for (i = 0; i < rows; i++) {
      entry = i % 4 ? 0 : 300 * rand()
      printf "%.9f\t%.9f\t%d\n", entry, entry - 700 * log(1 - rand()) + 1e-6, rand() < 2 / 3
    }
  }' > "$folder/tenures.tsv"
  dotnet run -c Release --project "$here/../CxKpi.Benchmarks" -- survival "$folder/tenures.tsv" | grep '^cxkpi' >> "$folder/times"
  if Rscript -e 'library(survival)' > "$folder/found" 2>&1; then Rscript "$here/survival.R" "$folder/tenures.tsv" >> "$folder/times"; fi
done

awk -F '\t' '
  $1 == "cxkpi" { rows[++count] = $2 }
  { t[$1, $2] = $3; at[$1, $2] = $4 }
  END {
    printf "%8s %10s %10s %10s   %s\n", "rows", "CxKpi", "R", "R/CxKpi", "survival at 365"
    for (i = 1; i <= count; i++) {
      n = rows[i]; r = t["r", n]
      gap = at["r", n] - at["cxkpi", n]; same = r == "" || (gap < 1e-9 && gap > -1e-9); if (!same) differs = 1
      printf "%8s %10.2f %10s %10s   %s%s\n", n, t["cxkpi", n], r == "" ? "-" : r, r == "" ? "-" : sprintf("%.1f", r / t["cxkpi", n]), at["cxkpi", n], same ? "" : " DIFFERS"
    }
    print "times in ms, the best of several rounds, reading of the file apart; -: R or its package survival is not installed"
    exit differs
  }' "$folder/times"
