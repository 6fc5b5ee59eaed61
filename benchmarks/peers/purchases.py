"""Best time of fitting BG/NBD and Pareto/NBD to a file of frequency, recency and age in days, in milliseconds, and the log-likelihood.

Two programs: the package lifetimes (pip install lifetimes), where it is installed; and, where scipy is, the likelihoods as they are published with scipy's
L-BFGS-B, which is what a script does that has no such package.
"""
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln, hyp2f1

# A fit is repeated while that takes less than this.
CAP_SECONDS = 5


def bg_nbd(theta, x, t, age):
    r, alpha, a, b = np.exp(theta)
    rate = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    stays = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
    alive = -(r + x) * np.log(alpha + age)
    left = np.where(x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + t), -np.inf)
    return rate + stays + np.logaddexp(alive, left)


def pareto_nbd(theta, x, t, age):
    r, alpha, s, beta = np.exp(theta)
    all_ = r + s + x
    low, second = (beta, s + 1) if alpha >= beta else (alpha, r + x)
    high = max(alpha, beta)

    def part(time_):
        return np.log(hyp2f1(all_, second, all_ + 1, (high - low) / (high + time_))) - all_ * np.log(high + time_)

    early, late = part(t), part(age)
    gap = np.where(age > t, early + np.log(-np.expm1(np.minimum(late - early, -1e-300))), -np.inf)
    rate = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta)
    return rate + np.logaddexp(-(r + x) * np.log(alpha + age) - s * np.log(beta + age), np.log(s / all_) + gap)


def by_scipy(likelihood):
    def fit(x, t, age):
        scale = age.mean()
        found = minimize(lambda theta: -likelihood(theta, x, t / scale, age / scale).mean(), [0, 0, 0, 1], method="L-BFGS-B",
                         bounds=[(-12, 14)] * 4, options={"ftol": 1e-14, "gtol": 1e-8})
        return -found.fun * len(x) - np.log(scale) * x.sum()
    return fit


def by_lifetimes(fitter):
    def fit(x, t, age):
        model = fitter(penalizer_coef=0)
        model.fit(x, t, age)
        # Its likelihood stands on a time scale of its own: the published one at its parameters is compared.
        form = bg_nbd if "a" in model.params_ else pareto_nbd
        return form(np.log(model.params_.to_numpy()), x, t, age).sum()
    return fit


x, t, age = np.loadtxt(sys.argv[1], unpack=True)
peers = [("scipy", "BG/NBD", by_scipy(bg_nbd)), ("scipy", "Pareto/NBD", by_scipy(pareto_nbd))]
try:
    from lifetimes import BetaGeoFitter, ParetoNBDFitter
    peers += [("lifetimes", "BG/NBD", by_lifetimes(BetaGeoFitter)), ("lifetimes", "Pareto/NBD", by_lifetimes(ParetoNBDFitter))]
except ImportError:
    pass

for peer, model, fit in peers:
    if model == "Pareto/NBD" and len(x) > 100_000:
        continue
    best, spent = float("inf"), 0.0
    while spent < CAP_SECONDS:
        start = time.perf_counter()
        likelihood = fit(x, t, age)
        best, spent = min(best, time.perf_counter() - start), spent + time.perf_counter() - start
    print(peer, model, len(x), f"{1000 * best:.2f}", f"{likelihood:.4f}", sep="\t", flush=True)
