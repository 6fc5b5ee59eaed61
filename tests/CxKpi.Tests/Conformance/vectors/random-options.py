"""Vectors with options drawn at random, from statsmodels' STL, MSTL, seasonal_decompose and ETSModel.

    python3 random-options.py > random-options-statsmodels.json     the vectors beside this file: statsmodels 0.13.5
    python3 random-options.py 500 7 > elsewhere/unseen.json          500 of each kind from another seed

Robust decompositions are left out whose own figures move when the last digits of the series do: iterations that come to fit more than
half the figures exactly weigh the others by rounding noise.

Debian: python3-statsmodels. MSTL came with 0.14; before that, a copy of statsmodels/tsa/stl/mstl.py on PYTHONPATH is taken.
"""
import json
import sys
import warnings

import numpy as np
import pandas as pd
import statsmodels
from statsmodels.tsa.exponential_smoothing.ets import ETSModel
from statsmodels.tsa.seasonal import STL, seasonal_decompose

try:
    from statsmodels.tsa.seasonal import MSTL
    MSTL_SOURCE = f"statsmodels {statsmodels.__version__} MSTL"
except ImportError:
    from mstl import MSTL
    MSTL_SOURCE = f"mstl.py of a later statsmodels on STL of {statsmodels.__version__}"

warnings.simplefilter("ignore")
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 7
RANDOM = np.random.RandomState(int(sys.argv[2]) if len(sys.argv) > 2 else 2023)
SERIES, VECTORS, MADE = {}, [], {}


def chance(share):
    return RANDOM.uniform() < share


def whole(low, high):
    return int(RANDOM.randint(low, high + 1))


def pick(choices):
    return choices[whole(0, len(choices) - 1)]


def odd(low, high):
    return whole(low // 2, (high - 1) // 2) * 2 + 1


def draw_series(periods, n):
    """Positive figures with a level that drifts, seasons that multiply it, and a few outliers."""
    t = np.arange(n)
    season = sum(np.resize(RANDOM.normal(0, 0.15, p), n) for p in periods)
    values = np.exp(4 + np.cumsum(RANDOM.normal(0.002, 0.02, n)) + season * (1 + 0.5 * t / n) + RANDOM.normal(0, 0.06, n))
    values[RANDOM.choice(n, max(1, n // 40), replace=False)] *= 1.8
    return np.round(values, 4)


def add_series(values, period):
    name = f"random{len(SERIES) + 1}"
    SERIES[name] = {"source": "random", "period": int(period), "start": [1, 1], "values": values.tolist()}
    return name


def figure(x):
    return None if np.isnan(x) else float(x)


def component(values):
    values = np.asarray(values, dtype=float)
    n = len(values)
    known = values[~np.isnan(values)]
    summary = {
        "n": n, "nNull": int(n - len(known)), "sum": float(known.sum()), "sumSq": float((known**2).sum()), "min": float(known.min()), "max": float(known.max())}
    if n <= 40:
        return {"values": [figure(x) for x in values], "summary": summary}
    stored = sorted(set(range(8)) | set(range(n - 8, n)) | {whole(0, n - 1) for _ in range(14)})
    return {"indices0": stored, "values": [figure(values[i]) for i in stored], "summary": summary}


def add(kind, method, inputs, expected, tolerance, oracle, call):
    MADE[kind] = MADE.get(kind, 0) + 1
    VECTORS.append({
        "id": f"random-sm{kind}-{MADE[kind]:03d}", "method": method, "inputs": inputs, "expected": expected,
        "tolerance": tolerance, "oracle": oracle, "call": call})


def stl_options(longest):
    options = {}
    robust = chance(0.4)
    if robust or chance(0.2):
        options["robust"] = robust
    for name, share, draw in [
        ("trend", 0.4, lambda: odd(longest + 2, 3 * longest + 6)),
        ("low_pass", 0.3, lambda: odd(longest + 2, 2 * longest + 5)),
        ("seasonal_deg", 0.5, lambda: whole(0, 1)),
        ("trend_deg", 0.5, lambda: whole(0, 1)),
        ("low_pass_deg", 0.4, lambda: whole(0, 1)),
        ("seasonal_jump", 0.3, lambda: whole(1, 4)),
        ("trend_jump", 0.3, lambda: whole(1, 6)),
        ("low_pass_jump", 0.3, lambda: whole(1, 6)),
    ]:
        if chance(share):
            options[name] = draw()
    iterations = {}
    if chance(0.3):
        iterations["inner_iter"] = whole(1, 4)
    if chance(0.3):
        iterations["outer_iter"] = whole(0, 8)
    return options, iterations


def settled(x, fit):
    """Whether the decomposition stays what it is when the last digits of the series change."""
    figures = parts(fit(x))
    for pattern in ([1, -1, -1], [1, 1, -1, -1, 0], [-1, 0, 0, 1]):
        for by in (2.5e-16, 1e-15, 1e-14, 1e-13):
            shaken = parts(fit(x * (1 + by * np.resize(pattern, len(x)))))
            if max(np.abs(a - b).max() for a, b in zip(shaken, figures)) >= 1e-8:
                return False
    return True


def parts(fit):
    return [np.asarray(part) for part in (fit.seasonal, fit.trend, fit.resid, fit.weights)]


def nearness(options, iterations):
    robust = iterations.get("outer_iter", 15 if options.get("robust") else 0) > 0
    return {"rel": 1e-7, "abs": 1e-7} if robust else {"rel": 1e-9, "abs": 1e-9}


def stl():
    period = pick([4, 5, 7, 12, 24])
    x = draw_series([period], whole(2 * period + 1, 9 * period + 20))
    options, iterations = stl_options(period)
    if chance(0.8):
        options["seasonal"] = odd(3, 35)

    def decompose(values):
        return STL(values, period=period, **options).fit(**iterations)

    if not settled(x, decompose):
        return stl()
    fit = decompose(x)
    expected = {"seasonal": component(fit.seasonal), "trend": component(fit.trend), "remainder": component(fit.resid), "weights": component(fit.weights)}
    add("stl", "series.stl_statsmodels", {"series": add_series(x, period), "period": period, **options, **iterations}, expected,
        nearness(options, iterations), f"statsmodels {statsmodels.__version__} STL", f"STL(x, period={period}, **{options}).fit(**{iterations})")


def mstl():
    periods = pick([(7, 30), (12, 4), (5, 20), (24, 168), (14, 6, 45), (7,)])
    x = draw_series(periods, whole(2 * max(periods) + 5, 5 * max(periods) + 60))
    given = {"periods": list(periods)}
    if chance(0.7):
        given["windows"] = [odd(3, 25) for _ in periods]
    if chance(0.4):
        given["iterate"] = whole(1, 4)
    if chance(0.8):
        given["lmbda"] = pick([0, 0.3, 0.5, 1, -0.5])
    options, iterations = stl_options(max(periods)) if chance(0.6) else ({}, {})
    if options or iterations:
        given["stl_kwargs"] = {**options, **iterations}

    def decompose(values):
        return MSTL(values, **{**given, "stl_kwargs": dict(given.get("stl_kwargs", {}))}).fit()

    if not settled(x, decompose):
        return mstl()
    fit = decompose(x)
    seasons = np.asarray(fit.seasonal).reshape(len(x), -1)
    expected = {"trend": component(fit.trend), "remainder": component(fit.resid)}
    for period, season in zip(sorted(periods), seasons.T):
        expected[f"seasonal{period}"] = component(season)
    add("mstl", "series.mstl_statsmodels", {"series": add_series(x, max(periods)), **given}, expected,
        nearness(options, iterations), MSTL_SOURCE, f"MSTL(x, **{given}).fit()")


def classical():
    period = pick([4, 5, 7, 12])
    x = draw_series([period], whole(3 * period, 7 * period))
    given = {}
    if chance(0.7):
        given["model"] = pick(["additive", "multiplicative"])
    if chance(0.4):
        given["two_sided"] = chance(0.3)
    if chance(0.5):
        given["extrapolate_trend"] = whole(1, period)
    fit = seasonal_decompose(x, period=period, **given)
    expected = {"trend": component(fit.trend), "seasonal": component(fit.seasonal), "resid": component(fit.resid)}
    add("classical", "series.classical_statsmodels", {"series": add_series(x, period), "period": period, **given}, expected, {"rel": 1e-10, "abs": 1e-10},
        f"statsmodels {statsmodels.__version__} seasonal_decompose", f"seasonal_decompose(x, period={period}, **{given})")


def ets():
    period = pick([4, 7, 12])
    x = draw_series([period], whole(3 * period, 8 * period))
    trend, seasonal = chance(0.7), chance(0.7)
    damped = trend and chance(0.5)
    alpha = round(RANDOM.uniform(0.05, 0.95), 3)
    given = {
        "alpha": alpha, "beta": round(RANDOM.uniform(0, alpha), 3) if trend else None, "gamma": round(RANDOM.uniform(0, 1 - alpha), 3) if seasonal else None,
        "phi": round(RANDOM.uniform(0.8, 0.98), 3) if damped else None,
        "l0": float(np.round(x[:period].mean(), 4)), "b0": round(RANDOM.uniform(-0.5, 0.5), 4) if trend else None,
        "s0_firstToLast": np.round(x[:period] - x[:period].mean(), 4).tolist() if seasonal else None,
    }
    model = ETSModel(
        pd.Series(x), error="add", trend="add" if trend else None, damped_trend=damped,
        seasonal="add" if seasonal else None, seasonal_periods=period if seasonal else None,
        initialization_method="known", initial_level=given["l0"], initial_trend=given["b0"], initial_seasonal=given["s0_firstToLast"])
    values = {
        "smoothing_level": given["alpha"], "smoothing_trend": given["beta"], "smoothing_seasonal": given["gamma"], "damping_trend": given["phi"],
        "initial_level": given["l0"], "initial_trend": given["b0"]}
    values.update({f"initial_seasonal.{i}": s for i, s in enumerate(given["s0_firstToLast"] or [])})
    fit = model.smooth([values[name] for name in model.param_names])
    horizon, level = whole(1, 24), pick([0.5, 0.8, 0.9, 0.95, 0.99])
    ahead = fit.get_prediction(start=len(x), end=len(x) + horizon - 1)
    limits = np.asarray(ahead.pred_int(alpha=1 - level))
    percent = f"{100 * level:g}"
    expected = {
        "fitted": component(fit.fittedvalues), "sse": float(fit.sse), "logLik": float(fit.llf), "sigma2Used": float(fit.scale),
        "forecast": np.asarray(fit.forecast(horizon)).tolist(), f"pi{percent}Lower": limits[:, 0].tolist(), f"pi{percent}Upper": limits[:, 1].tolist()}
    name = f"ETS(A,{'N' if not trend else 'Ad' if damped else 'A'},{'A' if seasonal else 'N'})"
    add("ets", "series.ets_known", {"series": add_series(x, period), "model": name, "period": period, **given, "horizon": horizon, "level": level}, expected,
        {"rel": 1e-8, "abs": 1e-8}, f"statsmodels {statsmodels.__version__} ETSModel", f"smooth({given}); forecast({horizon}); pred_int({1 - level:g})")


for make in (stl, mstl, classical, ets):
    for _ in range(COUNT):
        make()

json.dump({"suite": "random-options-statsmodels", "series": SERIES, "vectors": VECTORS}, sys.stdout, separators=(",", ":"))
print()
