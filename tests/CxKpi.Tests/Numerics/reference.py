"""Writes quantiles.csv: quantiles and tails to 17 digits from 60-digit arithmetic (mpmath), and discrete laws.

Incomplete beta and gamma functions are summed from series of positive terms on the side of the smaller argument;
quantiles are Newton roots of the logarithm of the smaller tail. R is used only for the starting points and as a second opinion
(qt, qbeta, qchisq), and as the source of the integer quantiles and the exact tests.
Run: python3 reference.py > quantiles.csv
"""
import random
import subprocess
from mpmath import mp, mpf, log, exp, loggamma, sqrt, erfc, erfinv

mp.dps = 60


def beta_tails(x, y, a, b):
    """Lower tail, upper tail and dLower/d ln(odds) of Beta(a, b) at x = 1 - y."""
    slope = exp(a * log(x) + b * log(y) + loggamma(a + b) - loggamma(a) - loggamma(b))
    if x > y:
        upper, lower, _ = beta_tails(y, x, b, a)
        return lower, upper, slope
    term, total, n, c = mpf(1), mpf(1), 0, a + b
    while True:
        term *= x * (c + n) / (a + 1 + n)
        total += term
        n += 1
        if term < total * mp.eps and x * (c + n) < (a + 1 + n):
            break
    lower = slope * total / a
    return lower, 1 - lower, slope


def gamma_tails(x, a):
    slope = exp(a * log(x) - x - loggamma(a))
    term, total, n = mpf(1), mpf(1), 0
    while True:
        n += 1
        term *= x / (a + n)
        total += term
        if term < total * mp.eps and x < a + n:
            break
    lower = slope * total / a
    return lower, 1 - lower, slope


def invert(tails, start, p):
    """Root in ln(argument); argument is the odds of a beta variable or a gamma variable itself."""
    p = mpf(p)
    q = 1 - p
    u = log(start)
    for _ in range(60):
        lower, upper, slope = tails(exp(u))
        step = -log(lower / p) * lower / slope if p < q else log(upper / q) * upper / slope
        u += max(min(step, 2), -2)
        if abs(step) < mpf(10) ** -25:
            return exp(u)
    raise ArithmeticError("no convergence")


def r(expressions):
    script = "options(digits=17)\n" + "\n".join('cat(sprintf("%%.17g\\n",%s))' % e for e in expressions)
    out = subprocess.run(["R", "--slave", "--no-save"], input=script, capture_output=True, text=True, check=True)
    return [float(v) for v in out.stdout.split()]


def beta_quantile(p, a, b, start):
    a, b = mpf(a), mpf(b)
    odds = invert(lambda o: beta_tails(o / (1 + o), 1 / (1 + o), a, b), start, p)
    return odds / (1 + odds)


def t_quantile(p, v, start):
    v = mpf(v)
    tail = 2 * min(mpf(p), 1 - mpf(p))
    odds = invert(lambda o: beta_tails(o / (1 + o), 1 / (1 + o), v / 2, mpf(1) / 2), v / mpf(start) ** 2, tail)
    return sqrt(v / odds) * (1 if p > 0.5 else -1)


def power_start_beta(p, a, b):
    return exp((log(mpf(p)) + log(mpf(a)) + loggamma(mpf(a)) + loggamma(mpf(b)) - loggamma(mpf(a) + b)) / a)


def write(*fields):
    print(",".join(f if isinstance(f, str) else mp.nstr(f, 17) if isinstance(f, mpf) else repr(f) for f in fields), flush=True)


LEVELS = [1e-12, 1e-9, 1e-6, 1e-4, 0.0005, 0.005, 0.025, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.975, 0.995, 0.9995, 0.9999, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12]
RARE = [1e-12, 1e-6, 0.0005, 0.025, 0.5000001, 0.6, 0.975, 0.9995, 1 - 1e-9]


def main():
    print("# Quantiles and tails of the normal, t, beta, chi-square and binomial laws, to 17 digits.")
    print("# Made by reference.py beside this file: mpmath with 60 digits (continuous laws, binomial tails), R (integer quantiles, tests).")
    print("# Columns: quantity,p or x,parameters...,value")
    for p in LEVELS:
        if p != 0.5:
            write("normal", p, sqrt(2) * erfinv(2 * mpf(p) - 1))
    for z in [0.0, 1e-9, 0.3, 1.0, 1.959963984540054, 3.5, 6.0, 10.0, 20.0, 30.0, 37.0]:
        write("normal-p", z, erfc(mpf(z) / sqrt(2)))

    ps = [(p, v) for v in [0.1, 0.5, 1.0, 1.5, 2.0, 4.0, 9.0, 29.37, 99.0, 1000.0, 9999.0, 123456.0, 1e6, 1e9]
          for p in (LEVELS if v in (1.0, 4.0, 9999.0, 1e6) else RARE) if p != 0.5]
    starts = r(["qt(%.17g,%.17g)" % c for c in ps])
    for (p, v), s in zip(ps, starts):
        if not 1e-300 < abs(s) < 1e150:
            continue
        write("t", p, v, t_quantile(p, v, s))
    for t, v in [(0.001, 3.0), (0.7, 0.1), (2.5, 1.0), (2.5, 7.3), (1.96, 1e6), (12.0, 45.0), (25.0, 1e5), (1e8, 1.5), (1e-9, 12.0), (6.0, 1e9)]:
        mp.dps = 400  # the smaller tail is a complement here
        odds = mpf(v) / mpf(t) ** 2
        write("t-p", t, v, beta_tails(odds / (1 + odds), 1 / (1 + odds), mpf(v) / 2, mpf(1) / 2)[0])

    mp.dps = 60
    pairs = [(0.5, 0.5), (0.5, 10.5), (0.5, 1000.5), (0.5, 1e6), (1.0, 1.0), (1.0, 50.0), (1.0, 1e4), (1.0, 1e6), (2.0, 3.0), (3.5, 0.5), (7.0, 4.0), (8.0, 3.0),
             (10.5, 990.5), (99.5, 0.5), (813.0, 231.0), (300.0, 9701.0), (5000.0, 5001.0), (9999.0, 2.0), (12.0, 1e5), (5e4, 5e4), (1e5, 3.0), (20.0, 1e6), (3e5, 7e5), (5e5, 5e5), (1e6, 0.5), (1e6, 1e6), (0.7, 0.2)]
    cases = [(p, a, b) for a, b in pairs for p in (LEVELS if a + b < 15 else RARE) if p != 0.5]
    starts = r(["qbeta(%.17g,%.17g,%.17g)" % c for c in cases])
    ups = r(["qbeta(%.17g,%.17g,%.17g,lower.tail=FALSE)" % (p, b, a) for p, a, b in cases])
    for (p, a, b), s, up in zip(cases, starts, ups):
        o = mpf(s) / up if 1e-300 < s and up > 0 else power_start_beta(p, a, b)
        if not mpf(10) ** -290 < o < mpf(10) ** 290:
            continue
        write("beta", p, a, b, beta_quantile(p, a, b, o))

    cases = [(p, v) for v in [0.1, 0.3, 0.5, 1.0, 2.0, 3.0, 5.5, 14.0, 100.0, 999.0, 31115.0, 123456.0, 1e6]
             for p in (LEVELS if v in (0.3, 2.0, 100.0, 31115.0) else RARE)] + [(0.999, 31115.0)]
    starts = r(["qchisq(%.17g,%.17g)" % c for c in cases])
    for (p, v), s in zip(cases, starts):
        a = mpf(v) / 2
        if not s > 1e-290:
            s = exp((log(mpf(p)) + loggamma(a + 1)) / a)
        if s < mpf(10) ** -290:
            continue
        write("chi2", p, v, 2 * invert(lambda g: gamma_tails(g, a), mpf(s) / 2, p))
    for x, v in [(0.01, 0.1), (3.84, 1.0), (60.0, 1.0), (0.5, 12.0), (200.0, 100.0), (31000.0, 31115.0), (32500.0, 31115.0), (1.006e6, 1e6), (9.95e5, 1e6), (1e-8, 0.02), (1300.0, 3.0)]:
        mp.dps = 400
        write("chi2-upper", x, v, gamma_tails(mpf(x) / 2, mpf(v) / 2)[1])

    mp.dps = 60
    for k, n, p in [(0, 10, 0.3), (3, 10, 0.3), (10, 10, 0.3), (7, 40, 0.5), (14, 40, 0.5), (0, 1000, 1e-4), (3, 1000, 1e-4), (811, 1043, 0.75), (4800, 10000, 0.5), (5300, 10000, 0.5),
                    (99, 100000, 0.0012), (499000, 1000000, 0.5), (300, 1000000, 2e-4), (9000500, 10000000, 0.9)]:
        p_, n_ = mpf(p), mpf(n)
        pmf = exp(loggamma(n_ + 1) - loggamma(mpf(k) + 1) - loggamma(n_ - k + 1) + k * log(p_) + (n_ - k) * log(1 - p_))
        write("binomial-probability", k, n, p, pmf)
        if k < n:
            write("binomial-cdf", k, n, p, beta_tails(p_, 1 - p_, mpf(k) + 1, n_ - k)[1])

    random.seed(7)
    cases = [(random.choice([1e-9, 0.005, 0.025, 0.05, 0.5, 0.9, 0.975, 0.995, 1 - 1e-9]), random.choice([1, 2, 5, 17, 40, 333, 5000, 10 ** 6, 10 ** 8]), random.choice([1e-6, 0.01, 0.1, 0.5, 0.8, 0.99])) for _ in range(150)]
    for c, q in zip(cases, r(["qbinom(%.17g,%d,%.17g)" % c for c in cases])):
        write("binomial-quantile", *c, int(q))
    cases = [(0, 10, 0.5), (5, 10, 0.5), (7, 10, 0.3), (1, 20, 0.25), (19, 20, 0.7), (60, 100, 0.5), (450, 1000, 0.5), (13, 5000, 0.001), (4, 7, 4 / 7), (12, 12, 0.9), (70, 97, 0.66), (682, 925, 0.75), (500900, 1000000, 0.5)]
    for c, q in zip(cases, r(["binom.test(%d,%d,%.17g)$p.value" % c for c in cases])):
        write("binomial-test", *c, q)
    cases = [(3, 1, 1, 3), (0, 5, 5, 0), (10, 2, 3, 15), (1, 9, 11, 3), (2, 8, 2, 8), (0, 3, 400, 9000), (4, 1, 900, 8000), (7, 3, 12, 1), (0, 0, 5, 8), (6, 0, 6, 0), (1, 24, 5, 21), (130, 170, 90, 210), (2, 99998, 9, 99991), (5, 4, 4999995, 4999996), (21, 3, 9000000, 900000)]
    for c, q in zip(cases, r(["fisher.test(matrix(c(%d,%d,%d,%d),2,byrow=TRUE))$p.value" % c for c in cases])):
        write("fisher", *c, q)


main()
