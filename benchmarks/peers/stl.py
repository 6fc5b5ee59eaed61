"""Best time of statsmodels' STL per case with R's parameters, in milliseconds."""
import math
import time

import numpy as np
from statsmodels.tsa.seasonal import STL

# A decomposition that would take longer, judged by ten thousand figures, is left out, and says so.
CAP_SECONDS = 40


def series(n, p):
    i = np.arange(n)
    noise = np.sin((i + 1) * 12.9898) * 43758.5453
    return 50 + 10 * np.sin(2 * np.pi * i / p) + 0.5 * np.sin(i / 5000) + (noise - np.floor(noise))


def odd(x):
    return x + 1 if x % 2 == 0 else x


last = {}
for n in (120, 10_000, 1_000_000):
    for p in (7, 12, 365):
        if 2 * p >= n:
            continue
        x = series(n, p)
        trend, low = odd(math.ceil(1.5 * p / (1 - 1.5 / 11))), odd(p)
        # statsmodels wants the low-pass span above the period.
        low = low + 2 if low <= p else low
        for kind, inner, outer in (("plain", 2, 0), ("robust", 1, 15)):
            if last.get((p, kind), 0) * (n / 10_000 if n > 10_000 else 0) > CAP_SECONDS:
                print("statsmodels", n, p, kind, "same", "skipped", sep="\t", flush=True)
                continue
            best, spent, rounds = math.inf, 0.0, 0
            while rounds < 1 or (rounds < 30 and spent < 2):
                start = time.perf_counter()
                STL(x, period=p, seasonal=11, trend=trend, low_pass=low, seasonal_deg=0, trend_deg=1, low_pass_deg=1,
                    seasonal_jump=2, trend_jump=math.ceil(trend / 10), low_pass_jump=math.ceil(low / 10),
                    robust=kind == "robust").fit(inner_iter=inner, outer_iter=outer)
                t = time.perf_counter() - start
                best, spent, rounds = min(best, t), spent + t, rounds + 1
            last[(p, kind)] = best
            print("statsmodels", n, p, kind, "same", f"{1000 * best:.4f}", sep="\t", flush=True)
