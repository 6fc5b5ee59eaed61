#!/bin/sh
# Models of purchases fitted to the same generated customers in several programs on this machine: times in milliseconds, and how many times faster CxKpi is.
# The peers are the Python package lifetimes, timed where it is installed, and the published likelihoods in scipy, where that is (Debian: python3-scipy).
# Exit code 1 when a fit of CxKpi is less likely than that of a peer, or differs from scipy's.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-/usr/bin/python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for customers in 10000 100000 1000000; do
  dotnet run -c Release --project "$here/../CxKpi.Benchmarks" -- purchases "$customers" "$folder/histories.tsv" | grep '^cxkpi' >> "$folder/times"
  if "$python" -c 'import scipy' > "$folder/found" 2>&1; then "$python" "$here/purchases.py" "$folder/histories.tsv" >> "$folder/times"; fi
done

awk -F '\t' '
  $1 == "cxkpi" { rows[++count] = $2 FS $3 }
  { t[$1, $2, $3] = $4; at[$1, $2, $3] = $5 }
  function cell(x) { return x == "" ? "-" : sprintf("%.0f", x) }
  function ratio(x, own) { return x == "" ? "-" : sprintf("%.1f", x / own) }
  END {
    format = "%-10s %9s %9s %9s %9s %8s %8s   %s\n"
    printf format, "model", "customers", "CxKpi", "scipy", "lifetimes", "sp/Cx", "lt/Cx", "log-likelihood"
    for (i = 1; i <= count; i++) {
      split(rows[i], k, FS)
      own = t["cxkpi", k[1], k[2]]; sp = t["scipy", k[1], k[2]]; lt = t["lifetimes", k[1], k[2]]
      here = at["cxkpi", k[1], k[2]] + 0; note = ""
      if (sp != "" && (at["scipy", k[1], k[2]] - here > 0.01 || here - at["scipy", k[1], k[2]] > 1)) { note = " DIFFERS from scipy: " at["scipy", k[1], k[2]]; differs = 1 }
      if (lt != "" && at["lifetimes", k[1], k[2]] - here > 0.01) { note = note " LESS than lifetimes: " at["lifetimes", k[1], k[2]]; differs = 1 }
      printf format, k[1], k[2], cell(own), cell(sp), cell(lt), ratio(sp, own), ratio(lt, own), at["cxkpi", k[1], k[2]] note
    }
    print "times in ms, the best of several fits, reading of the file apart; -: scipy or the package lifetimes is not installed, or the fit would take minutes"
    exit differs
  }' "$folder/times"
